"""The tables of a report as they stand, as they are frozen, and where the files have come to differ since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yangguang.base.events import plain
from yangguang.directory.api import Body, Officer, usable_certificates
from yangguang.kernel import money
from yangguang.reporting import counting
from yangguang.reporting.models import AnnualReport
from yangguang.reporting.queries import template_of
from yangguang.reporting.rules.counting import NOT_HELD, Figure, HandValue, Tally, figures_of
from yangguang.reporting.rules.templates import Column, Table, Template

HOW = {"computed": "由案卷统计", "entered": "手工填报", NOT_HELD: "无此项职责", "missing": "还没有填报"}


@dataclass(frozen=True)
class Difference:
    """A figure that is not what was frozen any more."""

    table: str
    column: str
    label: str
    frozen: str
    now: str


def officers_on(body: Body, day: date) -> dict[str, int]:
    """How many officers were in post on a day, and how many of them held a certificate that could be used."""
    rows = Officer.objects.filter(body=body, enrolled_on__lte=day).exclude(left_on__lte=day)
    in_post = set(rows.order_by("pk").values_list("pk", flat=True))
    held = usable_certificates(body, day).order_by().values_list("officer_id", flat=True)
    return {"in_post": len(in_post), "certified": len(in_post & set(held))}


def tables_of(report: AnnualReport, tallies: Sequence[Tally] | None = None) -> list[tuple[Table, tuple[Figure, ...]]]:
    """Every table as the files say now, with what was filled in by hand."""
    template = template_of(report)
    known = counting.tallies(report.body_id, report.year) if tallies is None else tallies
    entered = {one.column: HandValue(one.value, one.not_held, one.note) for one in report.hand_figures.order_by("pk")}
    officers = officers_on(report.body, date(report.year, 12, 31)) if _asks_officers(template) else {}
    return [(table, figures_of(table, template, known, entered, officers)) for table in template.tables]


def snapshot(report: AnnualReport) -> tuple[dict[str, Any], list[Any]]:
    """What is frozen: the whole report as it will be public, and the counts it was made of."""
    template, known = template_of(report), counting.tallies(report.body_id, report.year)
    content = {
        "year": report.year, "version": report.version, "title": str(report), "body": report.body.name,
        "correction_reason": report.correction_reason, "template": template.title, "source": template.source,
        "notes": list(template.notes),
        "tables": [_told(table, figures) for table, figures in tables_of(report, known)],
        "months": _months(report), "overview": report.overview.splitlines(),
    }  # fmt: skip
    return content, plain([[one.what, one.detail, one.count, one.amount_fen] for one in known])


def differences(report: AnnualReport) -> list[Difference]:
    """Where the files say something else than what was frozen, figure by figure."""
    frozen = {
        (table["name"], one["name"]): one["shown"]
        for table in report.content.get("tables", ())
        for one in table["columns"]
    }
    found = []
    for table, figures in tables_of(report):
        for one in figures:
            before, now = frozen.get((table.name, one.column.name), ""), shown(one)
            if one.how == "computed" and before != now:
                found.append(Difference(table.title, one.column.name, one.column.label, before, now))
    return found


def missing_of(report: AnnualReport) -> list[str]:
    """Which figures nobody has filled in yet, by table and label."""
    return [
        f"{table.title}“{one.column.label}”"
        for table, figures in tables_of(report)
        for one in figures
        if one.how == "missing"
    ]


def shown(figure: Figure) -> str:
    """A figure as the table shows it: 12, 3.5, 98.75; words where there is no number."""
    if figure.value is None:
        return HOW[figure.how]
    return in_unit(figure.column, figure.value)


def in_unit(column: Column, value: int) -> str:
    """A value in the unit of its column: 分 as 万元, hundredths of a percent as percent."""
    if column.is_money:
        return f"{money.wan_yuan(value).normalize():f}"
    return f"{value / 100:.2f}" if column.unit == "%" else str(value)


def _told(table: Table, figures: Sequence[Figure]) -> dict[str, Any]:
    return {
        "name": table.name, "title": table.title, "source": table.source, "rules": list(table.rules),
        "columns": [
            {"name": one.column.name, "label": one.column.label, "unit": one.column.unit, "value": one.value,
             "shown": shown(one), "how": HOW[one.how], "note": one.note or one.column.note}
            for one in figures
        ],
    }  # fmt: skip


def _months(report: AnnualReport) -> list[list[int]]:
    decided = counting.months_of(report.body_id, report.year, ("penalty",))
    opened = counting.months_of(report.body_id, report.year, ("opened", "on_scene"))
    return [[month, opened.get(month, (0, 0))[0], decided.get(month, (0, 0))[0]] for month in range(1, 13)]


def _asks_officers(template: Template) -> bool:
    return any(one.rule == "officers" for table in template.tables for one in table.columns)

"""统计年报: the year at one's own body and, for a supervisor, at those beneath; and their figures side by side."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest, Role
from yangguang.kernel import clock
from yangguang.reporting.policy import READERS, may_draft
from yangguang.reporting.queries import reports_visible_to
from yangguang.reporting.rules.due import CLAUSE, due_on
from yangguang.reporting.standings import Standing, last_year, standings
from yangguang.reporting.summary import columns_of, rows_of

COLUMNS = (
    Column("body", "机关", width=34), Column("year", "年度", Kind.INTEGER), Column("state", "状态"),
    Column("due_on", "公开期限", Kind.DAY), Column("public_on", "公开日期", Kind.DAY), Column("late_reason", "逾期原因", width=36),
    Column("filed", "报送", Kind.LINES, width=40),
)  # fmt: skip


@page(
    "annual-reports/",
    name="reporting:reports",
    title="统计年报",
    allow=READERS,
    expects=Expect(other=200, superior=200),
)
def reports(request: DeskRequest) -> HttpResponse:
    """One year at a time, the last one first; bodies in the order of the register, nobody is ranked."""
    account = request.user
    year = _year(request)
    rows = standings(account, year)
    if listing.is_export(request):
        return listing.workbook(
            request, title=f"{year}年度统计年报", columns=COLUMNS, rows=map(_cells, rows), filters=str(year)
        )
    known = set(reports_visible_to(account).order_by().values_list("year", flat=True).distinct())
    years = sorted({*known, last_year(), clock.today().year}, reverse=True)
    return render(request, "reporting/reports.html", {
        "rows": rows, "year": year, "due_on": due_on(year), "clause_id": CLAUSE, "may_draft": may_draft(account, account.body),
        "years": [{"label": f"{one}年度", "href": f"?year={one}", "current": one == year} for one in years],
        "supervises": account.holds(Role.SUPERVISOR),
    })  # fmt: skip


@page("annual-reports/summary", name="reporting:summary", title="统计年报汇总", allow=(Role.SUPERVISOR,),
      expects=Expect(other=200, superior=200))  # fmt: skip
def summary(request: DeskRequest) -> HttpResponse:
    """The figures of the bodies beneath in one table, computed from the files by the national template."""
    year = _year(request)
    columns, rows = columns_of(), rows_of(request.user, year)
    if listing.is_export(request):
        return listing.workbook(
            request, title=f"{year}年度行政执法统计汇总", columns=columns, rows=rows, filters=f"{year}年度"
        )
    return render(request, "reporting/summary.html", {
        "year": year, "labels": [one.title for one in columns[1:]],
        "rows": [(row["body"], [(one.title, _shown(row[one.key], one)) for one in columns[1:]]) for row in rows],
        "trail": [("统计年报", f"../annual-reports/?year={year}"), ("汇总", "")],
    })  # fmt: skip


def _shown(value: Any, column: Column) -> str:
    return f"{value / 100:.2f}" if column.kind == Kind.MONEY else str(value)


def _year(request: DeskRequest) -> int:
    asked = request.GET.get("year", "")
    return (
        int(asked)
        if asked.isascii() and asked.isdecimal() and 2000 <= int(asked) <= clock.today().year
        else last_year()
    )


def _cells(row: Standing) -> dict[str, Any]:
    return {
        "body": row.body.name, "year": row.year, "state": row.words, "due_on": due_on(row.year), "public_on": row.public_on or "",
        "late_reason": row.late_reason, "filed": "\n".join(row.filed),
    }  # fmt: skip

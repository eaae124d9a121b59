"""The figures of several bodies side by side: what can be counted from files, by the national template."""

from __future__ import annotations

from typing import Any

from yangguang.base import sheets
from yangguang.directory.api import Account, supervised_body_ids
from yangguang.reporting import counting
from yangguang.reporting.rules.counting import figures_of
from yangguang.reporting.rules.templates import NATIONAL, Template, templates
from yangguang.reporting.standings import reporting_bodies


def columns_of() -> list[sheets.Column]:
    """One column for the body, then every figure that is computed; money in yuan, as sheets have it."""
    return [sheets.Column("body", "机关", width=34), *(_column(key, label, money) for key, label, money in _figures())]


def rows_of(account: Account, year: int) -> list[dict[str, Any]]:
    """One row for each body beneath a supervisor, in the order of the register; two questions however many there are."""
    bodies = list(reporting_bodies().filter(pk__in=supervised_body_ids(account)))
    found = counting.tallies_of([one.pk for one in bodies], year)
    return [{"body": one.name, **_row(_template(), found.get(one.pk, []))} for one in bodies]


def _row(template: Template, known: list[Any]) -> dict[str, int]:
    return {
        f"{table.name}.{one.column.name}": one.value or 0
        for table in template.tables
        for one in figures_of(table, template, known, {}, {})
        if not one.column.is_manual
    }


def _figures() -> list[tuple[str, str, bool]]:
    return [
        (
            f"{table.name}.{one.name}",
            f"{one.label}（元）" if one.is_money else f"{one.label}（{one.unit}）",
            one.is_money,
        )
        for table in _template().tables
        for one in table.columns
        if not one.is_manual
    ]


def _column(key: str, label: str, money: bool) -> sheets.Column:
    return sheets.Column(key, label, sheets.Kind.MONEY if money else sheets.Kind.INTEGER)


def _template() -> Template:
    return templates()[NATIONAL]

"""行政执法事项清单: what the body may enforce, on which basis, by which standard, by which unit, within which time (D02)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yangguang.catalogues.lists import clause_column, columns
from yangguang.catalogues.lists.definition import ListDefinition, Row
from yangguang.catalogues.rules.matters import ACT_KINDS, PENALTY_KINDS, ActKind, LimitUnit, Matter

LIMIT_UNITS = {LimitUnit.WORKDAY: "工作日", LimitUnit.DAY: "日"}
LONGEST_LIMIT = 1000


def row_faults(row: Row) -> Sequence[str]:
    """A penalty names its kinds; nothing else does."""
    if row["act_kind"] == ActKind.PENALTY and not row["penalty_kinds"]:
        return ("行政处罚事项应当填写处罚种类。",)
    if row["act_kind"] != ActKind.PENALTY and row["penalty_kinds"]:
        return ("不是行政处罚的事项不填处罚种类。",)
    return ()


LIST = ListDefinition(
    kind="matters",
    title="行政执法事项清单",
    clauses=("APL-2021:39",),
    columns=(
        columns.choice("act_kind", "执法类别", ACT_KINDS),
        columns.text("name", "事项名称"),
        columns.text("law_field", "执法领域", longest=40),
        clause_column.clauses("basis", "执法依据"),
        columns.words("standards", "裁量基准", required=False, each_on_a_line=True, hint="裁量基准清单中的编号"),
        columns.text("unit", "承办机构", longest=80),
        columns.number("limit", "办理时限", most=LONGEST_LIMIT, unit_column="limit_unit"),
        columns.choice("limit_unit", "时限单位", LIMIT_UNITS),
        columns.words("penalty_kinds", "处罚种类", labels=PENALTY_KINDS, required=False),
        columns.flag("orders_first", "须先责令改正"),
        columns.text("source", "来源", longest=300, required=False),
    ),
    asked_by_cases=True,
    subject_column="name",
    row_faults=row_faults,
    table_columns=("act_kind", "name", "basis", "standards", "unit", "limit", "penalty_kinds"),
    filter_column="act_kind",
)


def matter_of(code: str, stored: dict[str, Any], *, official: bool, edition_ref: str) -> Matter:
    """A row as other contexts read it."""
    return Matter(
        code=code,
        act_kind=ActKind(stored["act_kind"]),
        name=stored["name"],
        law_field=stored["law_field"],
        basis=tuple(stored["basis"]),
        standards=tuple(stored["standards"]),
        unit=stored["unit"],
        limit=stored["limit"],
        limit_unit=LimitUnit(stored["limit_unit"]),
        penalty_kinds=tuple(stored["penalty_kinds"]),
        orders_first=stored["orders_first"],
        official=official,
        edition_ref=edition_ref,
    )

"""行政执法事后公开事项清单: what is made public after enforcement, where, within which time and for how long (D15)."""

from __future__ import annotations

from collections.abc import Sequence

from yangguang import statutes
from yangguang.catalogues.lists import clause_column, columns
from yangguang.catalogues.lists.definition import ListDefinition, Row

LONGEST_LIMIT = 1000
SHELF_LIFE = "只写一个期限的（如“12个月”“1年”），按它自动下架；写“分级”的，按施行的信用修复规定。"
PUBLISH_WITHIN = "publish_within"
EVERY_DECISION = "TSO-2018:publish_other"


def row_faults(row: Row) -> Sequence[str]:
    """A body may promise to be faster than the clauses it cites, and than the one for every decision; never slower."""
    cited, every = [_workdays(one) for one in row["basis"]], _workdays(EVERY_DECISION)
    allowed = min(days for days in (*cited, every) if days)
    if row["limit"] > allowed:
        whose = "所引条款" if allowed in cited else statutes.clause(EVERY_DECISION).cite()
        return (f"公开时限{row['limit']}个工作日，长于{whose}规定的{allowed}个工作日。",)
    return ()


def _workdays(clause_id: str) -> int:
    value = statutes.clause(clause_id).values.get(PUBLISH_WITHIN)
    return value.amount or 0 if value is not None and value.unit == "workday" else 0


LIST = ListDefinition(
    kind="post_enforcement_publication",
    title="行政执法事后公开事项清单",
    clauses=("TSO-2018:publish_penalty", "TSO-2018:publish_other", "APL-2021:48.1"),
    columns=(
        columns.text("scope", "公开范围"),
        columns.text("content", "公开内容", longest=1000, lines=2),
        columns.text("manner", "公开方式"),
        columns.number("limit", "公开时限（工作日）", most=LONGEST_LIMIT),
        columns.text("procedure", "公开程序", longest=1000, lines=2),
        columns.text("shelf_life", "公开期限", longest=400, lines=2, hint=SHELF_LIFE),
        clause_column.clauses("basis", "依据"),
        columns.text("source", "来源", longest=300, required=False),
    ),
    subject_column="scope",
    row_faults=row_faults,
    table_columns=("scope", "content", "manner", "limit", "procedure", "shelf_life", "basis"),
)

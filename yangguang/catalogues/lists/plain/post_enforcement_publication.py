"""行政执法事后公开事项清单: what is made public after enforcement, where, within which time and for how long (D15)."""

from __future__ import annotations

from collections.abc import Sequence

from yangguang import statutes
from yangguang.catalogues.lists import clause_column, columns
from yangguang.catalogues.lists.definition import ListDefinition, Row

LONGEST_LIMIT = 1000
PUBLISH_WITHIN = "publish_within"


def row_faults(row: Row) -> Sequence[str]:
    """A body may promise to be faster than the clauses it cites, never slower."""
    allowed = [v.amount for c in row["basis"] if (v := statutes.clause(c).values.get(PUBLISH_WITHIN)) and v.amount]
    if allowed and row["limit"] > min(allowed):
        return (f"公开时限{row['limit']}个工作日，长于所引条款规定的{min(allowed)}个工作日。",)
    return ()


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
        columns.text("shelf_life", "公开期限", longest=400, lines=2),
        clause_column.clauses("basis", "依据"),
        columns.text("source", "来源", longest=300, required=False),
    ),
    subject_column="scope",
    row_faults=row_faults,
    table_columns=("scope", "content", "manner", "limit", "procedure", "shelf_life", "basis"),
)

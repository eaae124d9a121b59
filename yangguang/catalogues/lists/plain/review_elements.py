"""重大执法决定法制审核要素（内容）清单: what the reviewer answers, one element a row (L07)."""

from __future__ import annotations

from yangguang.catalogues.lists import clause_column, columns
from yangguang.catalogues.lists.definition import ListDefinition

LIST = ListDefinition(
    kind="review_elements",
    title="重大执法决定法制审核要素（内容）清单",
    clauses=("APL-2021:58.1", "TSO-2018:review_scope"),
    columns=(
        columns.text("element", "审核要素", longest=80),
        columns.text("content", "审核内容", longest=1000, lines=2),
        clause_column.clauses("basis", "依据"),
        columns.text("source", "来源", longest=300, required=False),
    ),
    subject_column="element",
    table_columns=("element", "content", "basis", "source"),
)

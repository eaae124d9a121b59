"""重大执法决定法制审核目录清单: typed circumstances that decide by themselves that a decision is major (L05)."""

from __future__ import annotations

from typing import Any

from yangguang.catalogues.lists import clause_column, columns
from yangguang.catalogues.lists.definition import ListDefinition
from yangguang.catalogues.rules.review import Criterion

LIST = ListDefinition(
    kind="major_decision_review",
    title="重大执法决定法制审核目录清单",
    clauses=("TSO-2018:review_scope", "APL-2021:58.1"),
    columns=(
        columns.text("circumstance", "审核情形"),
        columns.when("when", "判定条件", required=True),
        clause_column.clauses("clauses", "依据"),
        columns.text("source", "来源", longest=300, required=False),
    ),
    asked_by_cases=True,
    subject_column="circumstance",
    table_columns=("circumstance", "when", "clauses", "source"),
)


def criterion_of(code: str, stored: dict[str, Any], *, official: bool) -> Criterion:
    """A row as the rule reads it."""
    return Criterion(
        code=code,
        circumstance=stored["circumstance"],
        clauses=tuple(stored["clauses"]),
        when=columns.when_of(stored["when"]),
        official=official,
        source=stored["source"],
    )

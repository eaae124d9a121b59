"""监管事项目录清单: who oversees what, with which duties and powers, on which basis (D03)."""

from __future__ import annotations

from yangguang.catalogues.lists import clause_column, columns
from yangguang.catalogues.lists.definition import ListDefinition
from yangguang.catalogues.rules.offices import Office

LIST = ListDefinition(
    kind="regulatory_matters",
    title="监管事项目录清单",
    clauses=("INS-2024:2", "GIR-2019:26"),
    columns=(
        columns.text("name", "监管事项"),
        columns.text("supervisor", "监管主体", longest=120),
        columns.text("duties", "职责", longest=1000, lines=2),
        columns.text("powers", "权限", longest=1000, lines=2),
        clause_column.clauses("basis", "依据"),
        columns.text("source", "来源", longest=300, required=False),
    ),
    reviewed_by=Office.JUSTICE,
    subject_column="name",
    table_columns=("name", "supervisor", "duties", "powers", "basis"),
)

"""随机抽查事项清单: who draws and checks whom, for what, how, how many and how often, on which basis (D05)."""

from __future__ import annotations

from yangguang.catalogues.lists import clause_column, columns
from yangguang.catalogues.lists.definition import ListDefinition
from yangguang.catalogues.rules.offices import Office

LIST = ListDefinition(
    kind="random_inspection",
    title="随机抽查事项清单",
    clauses=("DRI-2015:1", "INS-2024:2"),
    columns=(
        columns.text("content", "抽查内容", longest=1000, lines=2),
        columns.text("inspector", "抽查主体", longest=120),
        clause_column.clauses("basis", "抽查依据"),
        columns.text("targets", "抽查对象"),
        columns.text("manner", "抽查方式"),
        columns.text("ratio", "抽查比例", longest=80, hint="如：全年不低于5%"),
        columns.text("frequency", "抽查频次", longest=80, hint="如：每年1次"),
        columns.text("source", "来源", longest=300, required=False),
    ),
    reviewed_by=Office.MARKET,
    subject_column="content",
    table_columns=("content", "inspector", "basis", "targets", "manner", "ratio", "frequency"),
)

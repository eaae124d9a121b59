"""The body's own rules for each of the three systems (制度), one section a row: complete only with every section (D01, R01, L01)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yangguang.catalogues.lists import columns
from yangguang.catalogues.lists.definition import ListDefinition, Row
from yangguang.catalogues.rules.offices import Office

LONGEST_SECTION = 4000
DISCLOSURE = {
    "scope": "公示范围", "content": "公示内容", "carrier": "公示载体", "procedure": "公示程序", "time_limit": "公示时限",
    "correction": "审查纠错", "supervision": "监督方式", "safeguards": "保障措施",
}  # fmt: skip
RECORDING = {
    "licence": "行政许可的记录环节、内容、方式、载体", "penalty": "行政处罚的记录环节、内容、方式、载体",
    "coercion": "行政强制的记录环节、内容、方式、载体", "levy": "行政征收的记录环节、内容、方式、载体",
    "fee": "行政收费的记录环节、内容、方式、载体", "inspection": "行政检查的记录环节、内容、方式、载体",
}  # fmt: skip
REVIEW = {
    "reviewer": "审核主体", "scope": "审核范围", "content": "审核内容", "responsibility": "审核责任", "procedure": "审核程序",
}  # fmt: skip


def policy(
    kind: str, title: str, clauses: tuple[str, ...], sections: Mapping[str, str], reviewed_by: Office | None = None
) -> ListDefinition:
    """The rules of one system: what they must contain is what the duty names; the body's legal office reviews every one."""

    def missing(rows: Sequence[Row]) -> Sequence[str]:
        present = {row["section"] for row in rows}
        lacking = [label for name, label in sections.items() if name not in present]
        return (f"{title}缺少：{'、'.join(lacking)}。",) if lacking else ()

    return ListDefinition(
        kind=kind,
        title=title,
        clauses=clauses,
        columns=(
            columns.choice("section", "要素", sections),
            columns.text("content", "内容", longest=LONGEST_SECTION, lines=8),
            columns.text("source", "来源", longest=300, required=False),
        ),
        subject_column="section",
        table_columns=("section", "content", "source"),
        filter_column="section",
        whole_faults=missing,
        filed=True,
        reviewed_inside=True,
        reviewed_by=reviewed_by,
    )


POLICIES = (
    policy("disclosure_policy", "行政执法公示制度", ("BEO-2019:58", "APL-2021:39"), DISCLOSURE, Office.JUSTICE),
    policy("recording_policy", "行政执法全过程记录办法", ("BEO-2019:58", "APL-2021:47"), RECORDING),
    policy("review_policy", "重大执法决定法制审核办法", ("BEO-2019:58", "APL-2021:58.1"), REVIEW),
)

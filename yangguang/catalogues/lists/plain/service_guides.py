"""行政执法服务指南: one guide a matter of the matters list, with the fifteen fields of the duty and forms to apply with (D09)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yangguang.catalogues.lists import clause_column, columns, form_column
from yangguang.catalogues.lists.definition import ListDefinition, Row

LONGEST_TEXT = 2000
LONGEST_FIELD = 400
NOT_APPLICABLE = "没有的写明“无”或者“不适用”"
FROM_MATTER = ("name", "basis")
FIELDS: Mapping[str, str] = {
    "name": "事项名称", "basis": "依据", "accepting": "受理机构", "approving": "审批机构", "conditions": "许可条件",
    "preferences": "优惠政策", "materials": "申请材料", "procedure": "办理流程", "time_limit": "办理时限",
    "supervision": "监督方式", "accountability": "责任追究", "remedies": "救济渠道", "hours": "办公时间", "address": "地址",
    "phone": "电话",
}  # fmt: skip


def missing_of(row: Row) -> list[str]:
    """Which of the fifteen a guide lacks, by label."""
    return [label for name, label in FIELDS.items() if not row[name]]


def missing(rows: Sequence[Row]) -> Sequence[str]:
    """One sentence a guide that is not whole."""
    return [f"“{row['name']}”的服务指南缺少：{'、'.join(lacking)}。" for row in rows if (lacking := missing_of(row))]


def _short(name: str, *, longest: int = LONGEST_FIELD, hint: str = "") -> columns.Column:
    return columns.text(name, FIELDS[name], longest=longest, required=False, hint=hint)


def _long(name: str, *, hint: str = "") -> columns.Column:
    return columns.text(name, FIELDS[name], longest=LONGEST_TEXT, required=False, lines=3, hint=hint)


LIST = ListDefinition(
    kind="service_guides",
    title="行政执法服务指南",
    clauses=("TSO-2018:service_guides", "APL-2021:39"),
    columns=(
        columns.text("name", FIELDS["name"]),
        clause_column.clauses("basis", FIELDS["basis"], required=False),
        _short("accepting"),
        _short("approving"),
        _long("conditions", hint=NOT_APPLICABLE),
        _long("preferences", hint=NOT_APPLICABLE),
        _long("materials", hint=NOT_APPLICABLE),
        _long("procedure"),
        _short("time_limit"),
        _long("supervision"),
        _long("accountability"),
        _long("remedies"),
        _short("hours"),
        _short("address"),
        _short("phone"),
        form_column.forms("forms", "申请表示范文本"),
        columns.text("source", "来源", longest=300, required=False),
    ),
    subject_column="name",
    table_columns=("name", "basis", "accepting", "approving", "time_limit", "hours", "phone"),
    whole_faults=missing,
    of_matters=True,
)

"""The facts of an enforcement body as the public list shows them (D06), and their check."""

from __future__ import annotations

from typing import Any, TypedDict

from yangguang.directory.rules import entries
from yangguang.kernel.credit_codes import parse_credit_code


class BodyFacts(TypedDict, total=False):
    """What the register of bodies holds about one body."""

    name: str
    mark: str
    credit_code: str
    supervises: bool
    category: str
    nature: str
    funding: str
    staffing: str
    duties: str
    legal_representative: str
    address: str
    complaint_phone: str
    office_hours: str
    region_code: str
    region_name: str
    fields: list[str]


LABELS = {
    "name": "名称",
    "mark": "文号机关代字",
    "credit_code": "统一社会信用代码",
    "supervises": "行政执法监督机构",
    "category": "主体类别",
    "nature": "机构性质",
    "funding": "经费来源",
    "staffing": "队伍编制状况",
    "duties": "执法职责和权限",
    "legal_representative": "法定代表人",
    "address": "单位地址",
    "complaint_phone": "投诉举报电话",
    "office_hours": "办公时间",
    "region_code": "行政区划代码",
    "region_name": "执法区域",
    "fields": "执法类别",
}
TO_BE_COMPLETED = "启用时未登记"  # what `yangguang found` cannot know of the first bodies
MARK_IN_USE = "这个文号机关代字已有其他执法主体使用，文号会重复。"
OTHER_MARK = "请另用一个代字。"
LENGTHS = {
    "name": 120, "mark": 20, "category": 12, "nature": 60, "funding": 60, "staffing": 120, "duties": 4000,
    "legal_representative": 60, "address": 200, "complaint_phone": 40, "region_code": 12, "region_name": 60,
}  # fmt: skip


OFFICE_HOURS_MOST = 120


def checked(facts: BodyFacts) -> dict[str, Any]:
    """The facts given, cleaned; raises Refused with the field that is wrong."""
    kept: dict[str, Any] = {}
    for field, value in facts.items():
        label = LABELS[field]
        if field in LENGTHS:
            kept[field] = entries.required(
                str(value), label=label, field=field, most=LENGTHS[field], lines=field == "duties"
            )
        elif field == "fields":
            kept[field] = entries.names(facts["fields"], label=label, field=field)
        elif field == "office_hours":
            kept[field] = entries.optional(str(value), label=label, field=field, most=OFFICE_HOURS_MOST)
        elif field == "credit_code":
            kept[field] = parse_credit_code(str(value), field=field) if str(value).strip() else ""
        else:
            kept[field] = value
    return kept

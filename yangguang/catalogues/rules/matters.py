"""Enforcement matters: what a body may enforce, on which basis, by which standard, within which time (D02)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActKind(StrEnum):
    """执法类别 of the matters list: which kind of act it is."""

    PENALTY = "penalty"
    DISPOSITION = "disposition"
    COERCION = "coercion"
    INSPECTION = "inspection"


ACT_KINDS = {
    ActKind.PENALTY: "行政处罚",
    ActKind.DISPOSITION: "行政处理",
    ActKind.COERCION: "行政强制",
    ActKind.INSPECTION: "行政检查",
}

PENALTY_KINDS = {
    "warning": "警告",
    "public_criticism": "通报批评",
    "fine": "罚款",
    "confiscation_of_gains": "没收违法所得",
    "confiscation_of_goods": "没收非法财物",
    "licence_suspension": "暂扣许可证件",
    "qualification_downgrade": "降低资质等级",
    "licence_revocation": "吊销许可证件",
    "business_restriction": "限制开展生产经营活动",
    "business_halt": "责令停产停业",
    "closure": "责令关闭",
    "employment_ban": "限制从业",
    "other": "法律、行政法规规定的其他处罚",
}
LICENCE_PENALTIES = frozenset({"qualification_downgrade", "licence_revocation"})
BUSINESS_PENALTIES = frozenset({"business_restriction", "business_halt", "closure", "employment_ban"})


class LimitUnit(StrEnum):
    """How a processing time limit counts."""

    WORKDAY = "workday"
    DAY = "day"


@dataclass(frozen=True)
class Matter:
    """One enforcement matter as the list in force on a day has it."""

    code: str
    act_kind: ActKind
    name: str
    law_field: str
    basis: tuple[str, ...]
    standards: tuple[str, ...]
    unit: str
    limit: int
    limit_unit: LimitUnit
    penalty_kinds: tuple[str, ...] = ()
    orders_first: bool = False
    official: bool = True
    edition_ref: str = ""

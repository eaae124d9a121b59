"""What is announced of credit repair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.disclosure.events import PublicationEvent, PublicationExpired


@dataclass(frozen=True)
class RepairAsked(PublicationEvent):
    """A party asks that its credit be repaired; who, and what they wrote, is not told here."""

    label: ClassVar[str] = "收到信用修复申请"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("CRR-2025:cond",)
    way: str = ""

    def summary(self) -> str:
        """Which decision, and by which way it came."""
        return f"{self.decision_number}：{self.way}提交"


@dataclass(frozen=True)
class RepairExamined(PublicationEvent):
    """A publisher asked the conditions and proposed what to decide."""

    label: ClassVar[str] = "审查信用修复申请"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("CRR-2025:cond",)
    proposed: str = ""

    def summary(self) -> str:
        """Which decision, and what is proposed."""
        return f"{self.decision_number}：{self.proposed}"


@dataclass(frozen=True)
class RepairDecided(PublicationEvent):
    """The agency head decided an application for repair, or sent it back."""

    label: ClassVar[str] = "决定信用修复申请"
    clauses: ClassVar[tuple[str, ...]] = ("CRR-2025:cond", "CRR-2025:days")
    repair_ref: str = ""
    outcome: str = ""

    def summary(self) -> str:
        """Which decision, and how."""
        return f"{self.decision_number}：{self.outcome}"


@dataclass(frozen=True)
class PublicationRepaired(PublicationExpired):
    """A publication ended before its time because credit was repaired."""

    label: ClassVar[str] = "信用修复停止公开"

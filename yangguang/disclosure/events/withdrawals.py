"""A withdrawal of a decision on its way from the one who proposes it to the one who approves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.disclosure.events import WITHDRAWAL, PublicationEvent


@dataclass(frozen=True)
class WithdrawalProposed(PublicationEvent):
    """A publisher wants a publication taken back; a second person approves."""

    label: ClassVar[str] = "提出撤回公开"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (WITHDRAWAL,)
    ground: str = ""
    reason: str = ""
    late_reason: str = ""

    def summary(self) -> str:
        """Which decision, and why."""
        return f"{self.decision_number}：{self.reason}"


@dataclass(frozen=True)
class PullingConfirmed(PublicationEvent):
    """A second person agreed that what one pulled at once stays down."""

    label: ClassVar[str] = "确认紧急撤下"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:50",)
    proposed_by: str = ""


@dataclass(frozen=True)
class WithdrawalReturned(PublicationEvent):
    """The second person did not approve, or the first took it back."""

    label: ClassVar[str] = "退回撤回公开的提议"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (WITHDRAWAL,)
    reason: str = ""

    def summary(self) -> str:
        """Which decision, and why not."""
        return f"{self.decision_number}：{self.reason}"

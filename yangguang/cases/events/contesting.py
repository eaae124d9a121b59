"""What is announced about reconsiderations and lawsuits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class RemedyRecorded(Event):
    """A decision is contested: a reconsideration body or a court took the matter up."""

    label: ClassVar[str] = "登记复议、诉讼"
    clauses: ClassVar[tuple[str, ...]] = ("ARL-2023:48", "AJL-2017:67.1")
    remedy_ref: str
    decision_ref: str
    number: str
    kind: str
    authority: str
    received_on: date

    def summary(self) -> str:
        """Which decision, before whom."""
        return f"{self.number}：{self.kind}，{self.authority}"


@dataclass(frozen=True)
class EvidenceLeaveRecorded(Event):
    """The reconsideration body agreed, or the court gave leave, that evidence be supplemented."""

    label: ClassVar[str] = "登记准许补充证据"
    clauses: ClassVar[tuple[str, ...]] = ("ARL-2023:46.1", "AJL-2017:35")
    remedy_ref: str
    paper: str
    leave_on: date

    def summary(self) -> str:
        """By which paper."""
        return self.paper


@dataclass(frozen=True)
class RemedyEnded(Event):
    """A reconsideration or a lawsuit ended. What is public of the decision may have to be taken back from `received_on`."""

    label: ClassVar[str] = "登记复议、诉讼结果"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:48.2",)
    remedy_ref: str
    decision_ref: str
    number: str
    outcome: str
    outcome_words: str
    paper: str
    received_on: date

    def summary(self) -> str:
        """Which decision, how, by which paper."""
        return f"{self.number}：{self.outcome_words}（{self.paper}）"

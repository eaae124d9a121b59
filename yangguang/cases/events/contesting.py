"""What is announced about reconsiderations and lawsuits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.kernel.written_days import in_words


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
    answer_by: date | None = None

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
class RemedyAnswered(Event):
    """The head agreed to what the body says to the authority that reviews its decision; the paper has yet to go there."""

    label: ClassVar[str] = "制作复议答复、诉讼答辩"
    clauses: ClassVar[tuple[str, ...]] = ("ARL-2023:48", "AJL-2017:67.1")
    remedy_ref: str
    title: str
    number: str
    pieces: int

    def summary(self) -> str:
        """Which paper, with how much evidence."""
        return f"{self.title} {self.number}，附证据{self.pieces}件"


@dataclass(frozen=True)
class RemedyAnswerSubmitted(Event):
    """The answer and the evidence went to the authority; `late`: after its term."""

    label: ClassVar[str] = "提交复议答复、诉讼答辩"
    clauses: ClassVar[tuple[str, ...]] = ("ARL-2023:48", "AJL-2017:67.1")
    remedy_ref: str
    number: str
    authority: str
    way: str
    receipt: str
    late: bool

    def summary(self) -> str:
        """Which paper to whom, how, and whether too late."""
        return f"{self.number}：{self.authority}，{self.way}（{self.receipt}）{'，逾期' if self.late else ''}"


@dataclass(frozen=True)
class ApplicationReceived(Event):
    """An application for reconsideration was handed in at the body that decided."""

    label: ClassVar[str] = "收到经本机关提交的复议申请"
    clauses: ClassVar[tuple[str, ...]] = ("ARL-2023:32.2",)
    application_ref: str
    decision_ref: str
    number: str
    received_on: date
    forward_by: date

    def summary(self) -> str:
        """About which decision, to be passed on by when."""
        return f"{self.number}：应当在{in_words(self.forward_by)}以前转送"


@dataclass(frozen=True)
class ApplicationHandled(Event):
    """The application went on to the reconsideration body, or the decision was put right instead."""

    label: ClassVar[str] = "转送复议申请"
    clauses: ClassVar[tuple[str, ...]] = ("ARL-2023:32.2",)
    application_ref: str
    number: str
    outcome: str
    authority: str
    late: bool

    def summary(self) -> str:
        """About which decision, and what was done."""
        return f"{self.number}：{self.outcome}（{self.authority}）{'，逾期' if self.late else ''}"


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
    changes: str = ""

    def summary(self) -> str:
        """Which decision, how, by which paper, and what is left of it."""
        told = f"：{self.changes}" if self.changes else ""
        return f"{self.number}：{self.outcome_words}（{self.paper}）{told}"


@dataclass(frozen=True)
class OrderPerformed(Event):
    """What a reconsideration decision or a judgment ordered the body to do was done; `late`: after its term."""

    label: ClassVar[str] = "登记履行复议决定、判决"
    clauses: ClassVar[tuple[str, ...]] = ("ARL-2023:66", "AJL-2017:72")
    remedy_ref: str
    number: str
    performed_on: date
    words: str
    paper: str
    late: bool

    def summary(self) -> str:
        """In which matter, what was done, by which paper, and whether too late."""
        return f"{self.number}：{self.words}（{self.paper}）{'，逾期' if self.late else ''}"

"""What is announced about the rights of the parties: notice, service, statement, hearing, re-examination."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.kernel.money import in_figures


@dataclass(frozen=True)
class PriorNoticeGiven(Event):
    """The parties are told what is proposed, why, and which rights they have."""

    label: ClassVar[str] = "制作事先告知书"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:44", "APL-2021:63.1")
    numbers: list[str]
    fine_fen: int
    hearing_told: bool
    again: bool

    def summary(self) -> str:
        """Numbers, amount and whether a hearing is offered."""
        fine = f"，拟罚款 {in_figures(self.fine_fen)} 元" if self.fine_fen else ""
        return f"{'、'.join(self.numbers)}{fine}{'，告知听证权利' if self.hearing_told else ''}"


@dataclass(frozen=True)
class DocumentServed(Event):
    """A document was served on a party."""

    label: ClassVar[str] = "送达文书"
    clauses: ClassVar[tuple[str, ...]] = ("CPL-2023:87.1", "APL-2021:61.1")
    title: str
    number: str
    method: str
    served_on: date

    def summary(self) -> str:
        """What, how and when."""
        return f"《{self.title}》{self.number}，{self.method}，{self.served_on:%Y-%m-%d}"


@dataclass(frozen=True)
class ServiceFailed(Event):
    """An attempt to serve a document failed."""

    label: ClassVar[str] = "送达未果"
    clauses: ClassVar[tuple[str, ...]] = ("CPL-2023:95.2",)
    title: str
    method: str
    failure: str

    def summary(self) -> str:
        """What, how and why not."""
        return f"《{self.title}》{self.method}：{self.failure}"


@dataclass(frozen=True)
class StatementAndDefenceRecorded(Event):
    """A party made a statement in its defence."""

    label: ClassVar[str] = "陈述申辩"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:45.1",)
    points: int
    way: str

    def summary(self) -> str:
        """How many points, and how they came in."""
        return f"{self.way}，{self.points} 点意见"


@dataclass(frozen=True)
class RightWaived(Event):
    """A party gave up a right in words that can be shown again."""

    label: ClassVar[str] = "放弃权利"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:62",)
    rights: list[str]
    form: str

    def summary(self) -> str:
        """Which rights, in which form."""
        return f"{self.form}放弃{'、'.join(self.rights)}"


@dataclass(frozen=True)
class HearingRequested(Event):
    """A party asked for a hearing."""

    label: ClassVar[str] = "申请听证"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:64.1.1",)
    asked_on: date

    def summary(self) -> str:
        """When."""
        return f"{self.asked_on:%Y-%m-%d}"


@dataclass(frozen=True)
class HearingRequestWithdrawn(HearingRequested):
    """A party withdrew its request for a hearing."""

    label: ClassVar[str] = "撤回听证申请"


@dataclass(frozen=True)
class NamingConsentRecorded(Event):
    """A complainant agreed to take part in the hearing openly, or took it back; by place in the lead, never by name."""

    label: ClassVar[str] = "登记投诉人公开参加听证的意愿"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:9.3", "PIP-2021:25")
    complainant: str
    informant_ref: str
    openly: bool

    def summary(self) -> str:
        """Who by place, and which way."""
        return f"{self.complainant}{'书面同意以本人姓名作为第三人参加' if self.openly else '撤回公开参加的同意'}"


@dataclass(frozen=True)
class StatementReExamined(Event):
    """Every point of the defence was answered."""

    label: ClassVar[str] = "复核意见"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:45.1",)
    adopted: int
    rejected: int

    def summary(self) -> str:
        """How many points were taken up."""
        if not self.adopted and not self.rejected:
            return "期满无意见"
        return f"采纳 {self.adopted} 点，不采纳 {self.rejected} 点"

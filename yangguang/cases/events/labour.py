"""What the labour lines announce about leads and complaints. No event ever says who told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class LeadRegistered(Event):
    """A lead entered the register, from whichever source."""

    label: ClassVar[str] = "登记案件线索"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:14.2", "LSR-2004:9.3")
    number: str
    source: str
    employer: str
    workers: int
    amount_fen: int
    received_on: date

    def summary(self) -> str:
        """Number, source and employer."""
        return f"{self.number}　{self.source}　{self.employer or '用人单位不明'}"


@dataclass(frozen=True)
class LeadPassedOn(Event):
    """A lead was passed to the people who look after it; those before no longer see who told."""

    label: ClassVar[str] = "转交线索"
    weighty: ClassVar[bool] = False
    number: str
    to: list[str]

    def summary(self) -> str:
        """To whom."""
        return f"转交{'、'.join(self.to)}"


@dataclass(frozen=True)
class InformantIdentityOpened(Event):
    """Somebody opened the identity of those who told. The record says who looked, never whom they saw."""

    label: ClassVar[str] = "查看投诉举报人身份"
    told: ClassVar[str] = "{reason}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:9.3",)
    number: str
    reason: str


@dataclass(frozen=True)
class LeadMerged(Event):
    """A lead about the same employer was merged into another; its complainants stay with it and are answered."""

    label: ClassVar[str] = "并入同一用人单位的线索"
    told: ClassVar[str] = "{number}并入{into}"
    number: str
    into: str


@dataclass(frozen=True)
class CompletionAsked(Event):
    """The complainant was told, once, what is missing."""

    label: ClassVar[str] = "告知补正"
    told: ClassVar[str] = "{wanted}"
    clauses: ClassVar[tuple[str, ...]] = ("LSP-2004:18#conditions",)
    number: str
    wanted: str


@dataclass(frozen=True)
class CompletionRecorded(Event):
    """What was missing came in; the term to decide on acceptance starts again (PF-12)."""

    label: ClassVar[str] = "登记补正材料"
    told: ClassVar[str] = "{number}"
    clauses: ClassVar[tuple[str, ...]] = ("LSP-2004:18#accept",)
    number: str
    completed_on: date


@dataclass(frozen=True)
class OpeningProposed(Event):
    """Acceptance or case opening was put before the unit head."""

    label: ClassVar[str] = "提请受理立案"
    weighty: ClassVar[bool] = False
    number: str
    officers: list[str]
    violation_code: str

    def summary(self) -> str:
        """Who would handle it."""
        return f"拟由{'、'.join(self.officers)}承办"


@dataclass(frozen=True)
class ComplaintAccepted(Event):
    """A complaint was accepted, and its case opened the same day."""

    label: ClassVar[str] = "受理投诉并立案"
    told: ClassVar[str] = "{number}　{case_number}"
    clauses: ClassVar[tuple[str, ...]] = ("LSP-2004:18#accept", "LSP-2004:18#file")
    number: str
    case_number: str
    accepted_on: date


@dataclass(frozen=True)
class LeadOpened(Event):
    """A lead became a case."""

    label: ClassVar[str] = "线索立案"
    told: ClassVar[str] = "{number}　{case_number}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:54.2", "LSR-2004:14.2")
    number: str
    case_number: str


@dataclass(frozen=True)
class LeadSettled(Event):
    """A lead ended without a case of this body: not accepted, not opened, shown another way, transferred."""

    label: ClassVar[str] = "线索办结"
    told: ClassVar[str] = "{outcome}：{reason}"
    number: str
    outcome: str
    reason: str
    under: tuple[str, ...] = ()

    def cited(self) -> tuple[str, ...]:
        """The clauses of the step taken."""
        return tuple(self.under)


@dataclass(frozen=True)
class ComplaintWithdrawn(Event):
    """A complainant took the complaint back; the investigation goes on."""

    label: ClassVar[str] = "登记撤回投诉"
    told: ClassVar[str] = "{reason}（查处继续）"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:9.2",)
    number: str
    reason: str


@dataclass(frozen=True)
class ComplainantAnswered(Event):
    """A complainant was told the outcome, in a paper that names no other informant."""

    label: ClassVar[str] = "答复投诉人"
    clauses: ClassVar[tuple[str, ...]] = ("MWR-2019:10.3",)
    number: str
    answered_on: date
    way: str = ""
    proof: str = ""

    def summary(self) -> str:
        """Of which lead, how, with which proof."""
        return "，".join(filter(None, (self.number, self.way, self.proof)))


@dataclass(frozen=True)
class CaseTransferred(Event):
    """A case went to the body that is competent for it."""

    label: ClassVar[str] = "移送有管辖权机关"
    told: ClassVar[str] = "移送{to}：{reason}"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:18.2",)
    to: str
    reason: str

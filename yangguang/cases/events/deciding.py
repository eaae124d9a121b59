"""What is announced about decisions: draft, approval, decision, payment, closing, archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.kernel.due_dates import UNIT_LABELS, Unit
from yangguang.kernel.money import in_figures


@dataclass(frozen=True)
class DraftPrepared(Event):
    """The draft of a decision was written or changed."""

    label: ClassVar[str] = "拟制决定"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:57.1",)
    kind: str
    version: int
    digest: str

    def summary(self) -> str:
        """Which version."""
        return f"第 {self.version} 稿"


@dataclass(frozen=True)
class ApprovalAsked(Event):
    """Something was put before its signers."""

    label: ClassVar[str] = "提请审批"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:57.1",)
    title: str
    digest: str

    def summary(self) -> str:
        """What was asked."""
        return self.title


@dataclass(frozen=True)
class ApprovalSigned(Event):
    """A signer agreed, or sent the proposal back."""

    label: ClassVar[str] = "签署审批意见"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:57.1",)
    title: str
    place: str
    agrees: bool
    opinion: str

    def summary(self) -> str:
        """Who agreed to what."""
        return f"{self.title}，{self.place}{'同意' if self.agrees else '退回'}"


@dataclass(frozen=True)
class DecisionMade(Event):
    """The agency head made a decision. Publication terms run from here."""

    label: ClassVar[str] = "作出决定"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:57.1", "APL-2021:59.1")
    decision_ref: str
    kind: str
    number: str
    outcome: str
    decided_on: date
    fine_fen: int
    digest: str

    def summary(self) -> str:
        """Number and amount."""
        return f"{self.number}{f'，罚款 {in_figures(self.fine_fen)} 元' if self.fine_fen else ''}"


@dataclass(frozen=True)
class DecisionAnnulled(Event):
    """A decision lost its force."""

    label: ClassVar[str] = "撤销决定"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:75.2",)
    decision_ref: str
    number: str
    reason: str
    received_on: date

    def summary(self) -> str:
        """Which decision, and why."""
        return f"{self.number}：{self.reason}"


@dataclass(frozen=True)
class DecisionVoided(Event):
    """A decision typed wrongly was voided before service; its number is never used again."""

    label: ClassVar[str] = "作废决定"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    decision_ref: str
    number: str
    reason: str
    received_on: date

    def summary(self) -> str:
        """Which decision, and why."""
        return f"{self.number}：{self.reason}"


@dataclass(frozen=True)
class CaseOpeningAnnulled(Event):
    """The opening of a case was annulled."""

    label: ClassVar[str] = "撤销立案"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:18.1",)
    reason: str

    def summary(self) -> str:
        """Why."""
        return self.reason


@dataclass(frozen=True)
class PaymentRecorded(Event):
    """A payment of the fine came in."""

    label: ClassVar[str] = "登记缴款"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:67.3", "FCS-1997:8.1")
    amount_fen: int
    receipt_number: str
    in_full: bool

    def summary(self) -> str:
        """How much, by which receipt."""
        return f"{in_figures(self.amount_fen)} 元，收据 {self.receipt_number}{'，已缴清' if self.in_full else ''}"


@dataclass(frozen=True)
class FineOverdue(Event):
    """The term of payment passed."""

    label: ClassVar[str] = "逾期未缴"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:72.1.1#rate",)
    due_on: date
    unpaid_fen: int

    def summary(self) -> str:
        """Since when, and how much."""
        return f"缴款期限 {self.due_on:%Y-%m-%d}，未缴 {in_figures(self.unpaid_fen)} 元"


@dataclass(frozen=True)
class OverdueExplained(Event):
    """An agency's own term passed and somebody wrote why."""

    label: ClassVar[str] = "说明逾期原因"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:60",)
    clock: str
    reason: str

    def summary(self) -> str:
        """Which term, and why."""
        return f"{self.clock}：{self.reason}"


@dataclass(frozen=True)
class CaseClosed(Event):
    """A case was closed."""

    label: ClassVar[str] = "结案"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    ground: str

    def summary(self) -> str:
        """On which ground."""
        return self.ground


@dataclass(frozen=True)
class CaseFileArchived(Event):
    """A case file was archived and does not change any more."""

    label: ClassVar[str] = "归档"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    documents: int
    pages: int
    unsigned: str = ""

    def summary(self) -> str:
        """How much it holds, and which signed pages it lacks for what reason."""
        return "；".join(filter(None, (f"{self.documents} 份，{self.pages} 页", self.unsigned)))


@dataclass(frozen=True)
class NoteAppended(Event):
    """A note was appended to an archived file, in its continuation volume."""

    label: ClassVar[str] = "附加说明"
    told: ClassVar[str] = "{about}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    about: str


@dataclass(frozen=True)
class DecisionTermExtended(Event):
    """The term of a penalty decision was made longer under a rule of the field."""

    label: ClassVar[str] = "延长办案期限"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:60",)
    days: int
    unit: str
    due_on: date
    reason: str
    basis: str

    def summary(self) -> str:
        """By how much, to when, under which rule, and why."""
        return f"{self.days}{UNIT_LABELS[Unit(self.unit)]}，至{self.due_on:%Y-%m-%d}（{self.basis}）：{self.reason}"

"""What preservation and coercion announce. Things are counted and named, never who signed for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class PreservationMoved(Event):
    """A preservation was asked for, approved, refused or ran out."""

    label: ClassVar[str] = "先行登记保存"
    step: str
    words: str
    under: tuple[str, ...] = ()
    digest: str = ""

    def summary(self) -> str:
        """The step and what it says."""
        return f"{self.step}：{self.words}" if self.words else self.step

    def cited(self) -> tuple[str, ...]:
        """The clauses of the step taken."""
        return tuple(self.under)


@dataclass(frozen=True)
class EvidencePreserved(Event):
    """Evidence was listed on the spot and kept; seven working days run."""

    label: ClassVar[str] = "实施先行登记保存"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:56#approval", "APL-2021:56#settle")
    told: ClassVar[str] = "{number}，{items} 件，应于{due_on}前处理"
    number: str
    items: int
    preserved_at: datetime
    due_on: date


@dataclass(frozen=True)
class PreservedItemsDisposed(Event):
    """What becomes of preserved things was decided."""

    label: ClassVar[str] = "处理登记保存物品"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:56#settle",)
    told: ClassVar[str] = "{number}：{words}"
    number: str
    words: str
    overdue: bool


@dataclass(frozen=True)
class MeasureMoved(Event):
    """A coercive measure was asked for, approved, extended, suspended, kept elsewhere, or ran out."""

    label: ClassVar[str] = "查封、扣押"
    step: str
    words: str
    under: tuple[str, ...] = ()
    digest: str = ""

    def summary(self) -> str:
        """The step and what it says."""
        return f"{self.step}：{self.words}" if self.words else self.step

    def cited(self) -> tuple[str, ...]:
        """The clauses of the step taken."""
        return tuple(self.under)


@dataclass(frozen=True)
class CoerciveMeasureTaken(Event):
    """Things were sealed up or seized."""

    label: ClassVar[str] = "实施查封、扣押"
    clauses: ClassVar[tuple[str, ...]] = ("ACL-2011:18.1.2", "ACL-2011:24.1")
    told: ClassVar[str] = "{kind}，{number}，{items} 件，期限至{due_on}"
    number: str
    kind: str
    items: int
    urgent: bool
    taken_at: datetime
    due_on: date
    paper_ref: str = ""


@dataclass(frozen=True)
class MeasureReleased(Event):
    """A measure was released; its things go back."""

    label: ClassVar[str] = "解除查封、扣押"
    clauses: ClassVar[tuple[str, ...]] = ("ACL-2011:28.1", "ACL-2011:28.2")
    told: ClassVar[str] = "{number}：{ground}，退还 {items} 件"
    number: str
    ground: str
    items: int


@dataclass(frozen=True)
class ItemsReturned(Event):
    """Things went back against a signed receipt."""

    label: ClassVar[str] = "退还物品"
    clauses: ClassVar[tuple[str, ...]] = ("ACL-2011:28.2", "APL-2021:56#settle")
    told: ClassVar[str] = "{items} 件，签收单 {receipt_number}"
    items: int
    receipt_number: str


@dataclass(frozen=True)
class ItemsHandedOver(Event):
    """Seized things went with the file of a suspected crime; the party was told in writing."""

    label: ClassVar[str] = "随案移送物品"
    clauses: ClassVar[tuple[str, ...]] = ("ACL-2011:21", "TCR-2020:12")
    told: ClassVar[str] = "{items} 件，移送{to}，{told_on}书面告知当事人"
    items: int
    to: str
    told_on: date


@dataclass(frozen=True)
class ItemsConfiscated(Event):
    """Things were confiscated or destroyed under a decision."""

    label: ClassVar[str] = "没收、销毁"
    clauses: ClassVar[tuple[str, ...]] = ("ACL-2011:27",)
    told: ClassVar[str] = "{items} 件，{how}，依据 {decision}"
    items: int
    how: str
    decision: str

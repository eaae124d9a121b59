"""What the sanctions list announces; disclosure listens for what becomes public and what is taken down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.kernel.money import in_figures


@dataclass(frozen=True)
class ListingProposed(Event):
    """A unit and its responsible persons are to be listed."""

    label: ClassVar[str] = "拟列入失信联合惩戒名单"
    clauses: ClassVar[tuple[str, ...]] = ("DWL-2021:5", "DWL-2021:5#persons")
    party: str
    parties: int
    unpaid_fen: int

    def summary(self) -> str:
        """Who, with how many beside, and how much is unpaid."""
        return f"{self.party}等{self.parties}名当事人，拖欠{in_figures(self.unpaid_fen)}元"


@dataclass(frozen=True)
class ListingMoved(Event):
    """Something happened to a listing that needs only words: a notice, an objection, an answer, a request."""

    label: ClassVar[str] = "失信联合惩戒名单办理"
    what: str
    words: str
    under: tuple[str, ...]

    def summary(self) -> str:
        """What, and its words."""
        return f"{self.what}：{self.words}" if self.words else self.what

    def cited(self) -> tuple[str, ...]:
        """The clauses of the step taken."""
        return tuple(self.under)


@dataclass(frozen=True)
class PutOnList(Event):
    """The head decided to list, or to list again; until when."""

    label: ClassVar[str] = "列入失信联合惩戒名单"
    listing_ref: str
    number: str
    until: date
    again: bool

    def summary(self) -> str:
        """Which decision, until when."""
        return f"{self.number}，列入至{self.until.isoformat()}" + ("（恢复列入，期限重新计算）" if self.again else "")

    def cited(self) -> tuple[str, ...]:
        """The clause of the way it came about."""
        return ("DWL-2021:15",) if self.again else ("DWL-2021:5", "DWL-2021:8.1#decide", "DWL-2021:11")


@dataclass(frozen=True)
class NotListed(Event):
    """The head decided not to list: paid, and pledged in writing."""

    label: ClassVar[str] = "不予列入失信联合惩戒名单"
    told: ClassVar[str] = "{number}：{reason}"
    clauses: ClassVar[tuple[str, ...]] = ("DWL-2021:7",)
    number: str
    reason: str


@dataclass(frozen=True)
class ListingPublished(Event):
    """A publisher let a listing out to the public after the check of secrecy."""

    label: ClassVar[str] = "公开失信联合惩戒名单"
    told: ClassVar[str] = "{number}：{secrecy_note}"
    clauses: ClassVar[tuple[str, ...]] = ("DWL-2021:9", "DWL-2021:10.1")
    listing_ref: str
    number: str
    secrecy_note: str


@dataclass(frozen=True)
class TakenOffList(Event):
    """A listing ended: removed early, run out, or annulled. The public copy goes at once."""

    label: ClassVar[str] = "移出失信联合惩戒名单"
    listing_ref: str
    number: str
    how: str
    reason: str
    under: tuple[str, ...]

    def summary(self) -> str:
        """How, and why."""
        return f"{self.number}{self.how}：{self.reason}"

    def cited(self) -> tuple[str, ...]:
        """The clauses of the way it ended."""
        return tuple(self.under)

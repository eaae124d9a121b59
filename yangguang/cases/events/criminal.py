"""What the transfer of a suspected crime announces. Workers are counted, never named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.kernel.money import in_figures


@dataclass(frozen=True)
class CrimeSuspected(Event):
    """The handlers put a suspected crime on record; nothing has been transferred."""

    label: ClassVar[str] = "登记涉嫌犯罪线索"
    clauses: ClassVar[tuple[str, ...]] = ("TCR-2020:3.1", "APL-2021:27.1")
    crime: str
    unpaid_fen: int

    def summary(self) -> str:
        """Which crime, and how much is unpaid."""
        return f"涉嫌{self.crime}" + (f"，未支付{in_figures(self.unpaid_fen)}元" if self.unpaid_fen else "")


@dataclass(frozen=True)
class TaskForceFormed(Event):
    """Two or more officers were named to look after the suspected crime alone."""

    label: ClassVar[str] = "指定专案组"
    clauses: ClassVar[tuple[str, ...]] = ("TCR-2020:5.1",)
    members: list[str]

    def summary(self) -> str:
        """Who."""
        return "、".join(self.members)


@dataclass(frozen=True)
class CriminalTransferReported(Event):
    """The task force reported in writing; the head's three days run."""

    label: ClassVar[str] = "书面报告涉嫌犯罪"
    told: ClassVar[str] = "拟移送{to}"
    clauses: ClassVar[tuple[str, ...]] = ("TCR-2020:5.1", "TCR-2020:5.2#decide")
    to: str
    digest: str


@dataclass(frozen=True)
class CriminalTransferDecided(Event):
    """The principal head approved the transfer, or refused it with reasons that stay on record."""

    label: ClassVar[str] = "决定是否移送公安机关"
    approved: bool
    reason: str

    def summary(self) -> str:
        """Which way, and why not."""
        return "批准移送" if self.approved else f"不批准移送：{self.reason}"

    def cited(self) -> tuple[str, ...]:
        """The clause of the way it went."""
        return ("TCR-2020:5.2#decide",) if self.approved else ("TCR-2020:5.2#refuse",)


@dataclass(frozen=True)
class CaseSentToPolice(Event):
    """The file of a suspected crime went to the police; the workers' claims are pursued further."""

    label: ClassVar[str] = "移送公安机关"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:27.1", "TCR-2020:6")
    to: str
    unpaid_fen: int
    papers: list[str]

    def summary(self) -> str:
        """To whom, with how much unpaid."""
        return f"移送{self.to}" + (f"，尚欠{in_figures(self.unpaid_fen)}元" if self.unpaid_fen else "")


@dataclass(frozen=True)
class CriminalTransferMoved(Event):
    """Something happened to a transfer that needs only words: an answer of the police, a request, a hand-over."""

    label: ClassVar[str] = "移送案件办理"
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
class CaseCameBack(Event):
    """A transferred case is dealt with here again, from where its main line had stood."""

    label: ClassVar[str] = "移送退回，恢复行政处理"
    clauses: ClassVar[tuple[str, ...]] = ("TCR-2020:10",)
    reason: str
    resumed: str
    court_fined: bool

    def summary(self) -> str:
        """Why, where the case stands, and whether a court has fined already."""
        fined = "；人民法院已判处罚金，不再罚款" if self.court_fined else ""
        return f"{self.reason}；案件恢复到“{self.resumed}”{fined}"


@dataclass(frozen=True)
class PaymentReported(Event):
    """Police, procuratorate and court were told in writing what has been paid since."""

    label: ClassVar[str] = "告知支付情况"
    clauses: ClassVar[tuple[str, ...]] = ("WPI-2013:6.1",)
    to: str
    paid_on: date
    unpaid_fen: int

    def summary(self) -> str:
        """Whom, and what is left."""
        return f"书面告知{self.to}，尚欠{in_figures(self.unpaid_fen)}元"

"""What is announced about hearings: notified, refused, postponed, held, ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.kernel import clock


@dataclass(frozen=True)
class HearingNotified(Event):
    """A hearing is set, its chair named, and everybody told."""

    label: ClassVar[str] = "通知听证"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:64.1.2", "APL-2021:64.1.4")
    number: str
    set_for: datetime
    place: str
    in_public: bool

    def summary(self) -> str:
        """When, where, and whether in public."""
        when = self.set_for.astimezone(clock.BEIJING).strftime("%Y-%m-%d %H:%M")
        return f"{when}，{self.place}，{'公开' if self.in_public else '不公开'}"


@dataclass(frozen=True)
class HearingStaffReplaced(Event):
    """Somebody else presides, sits or takes down, and everybody is told."""

    label: ClassVar[str] = "更换听证人员"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:64.1.4",)
    number: str
    before: str
    chair: str

    def summary(self) -> str:
        """By which paper, and who presides now."""
        return f"{self.number}，主持人{self.chair}"


@dataclass(frozen=True)
class HearingRefused(Event):
    """A request for a hearing is not taken up."""

    label: ClassVar[str] = "不受理听证申请"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:63.1", "APL-2021:64.1.1")
    reason: str

    def summary(self) -> str:
        """Why."""
        return self.reason


@dataclass(frozen=True)
class HearingPostponed(HearingNotified):
    """The hearing gets another day."""

    label: ClassVar[str] = "延期听证"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:64.1.6",)


@dataclass(frozen=True)
class HearingHeld(Event):
    """The hearing was held: evidence put forward, examined, answered."""

    label: ClassVar[str] = "举行听证"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:64.1.7", "APL-2021:64.1.8")
    held_on: date
    examined: int
    points: int

    def summary(self) -> str:
        """When, how much evidence, how many points of defence."""
        return f"{self.held_on:%Y-%m-%d}，质证 {self.examined} 份证据，当事人提出 {self.points} 点意见"


@dataclass(frozen=True)
class HearingTerminated(Event):
    """The party stayed away or left: the hearing ends, the case goes on."""

    label: ClassVar[str] = "终止听证"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:64.1.6",)
    reason: str

    def summary(self) -> str:
        """What happened."""
        return self.reason

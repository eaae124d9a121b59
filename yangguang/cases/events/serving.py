"""What is announced about service addresses and service by announcement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class ServiceAddressConfirmed(Event):
    """A party confirmed where it is to be served, or refused to."""

    label: ClassVar[str] = "确认送达地址"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:61.2", "CPL-2023:90")
    party: str
    electronic: bool
    refused: bool
    again: bool

    def summary(self) -> str:
        """Who, whether anew, whether electronically."""
        if self.refused:
            return f"{self.party}拒绝确认送达地址"
        electronic = "同意" if self.electronic else "不同意"
        return f"{self.party}{'变更' if self.again else '确认'}送达地址，{electronic}电子送达"


@dataclass(frozen=True)
class AnnouncementAsked(Event):
    """The head of the unit is asked to agree to service by announcement."""

    label: ClassVar[str] = "提请公告送达"
    clauses: ClassVar[tuple[str, ...]] = ("CPL-2023:95.1", "CPL-2023:95.2")
    title: str
    ground: str
    digest: str

    def summary(self) -> str:
        """What, and why."""
        return f"{self.title}，{self.ground}"


@dataclass(frozen=True)
class AnnouncementAgreed(Event):
    """The head of the unit agreed to service by announcement."""

    label: ClassVar[str] = "同意公告送达"
    clauses: ClassVar[tuple[str, ...]] = ("CPL-2023:95.1", "CPL-2023:95.2")
    title: str
    party: str

    def summary(self) -> str:
        """What and for whom."""
        return f"《{self.title}》，受送达人{self.party}"


@dataclass(frozen=True)
class AnnouncementMade(Event):
    """A paper was announced; the days run."""

    label: ClassVar[str] = "发出送达公告"
    clauses: ClassVar[tuple[str, ...]] = ("CPL-2023:95.1",)
    title: str
    places: str
    last_day: date
    photos: int

    def summary(self) -> str:
        """What, where, and when it will be full."""
        return f"《{self.title}》，{self.places}，公告期满日{self.last_day:%Y-%m-%d}"


@dataclass(frozen=True)
class AnnouncementFull(Event):
    """The days of an announcement are over: its paper counts as served."""

    label: ClassVar[str] = "公告期满视为送达"
    clauses: ClassVar[tuple[str, ...]] = ("CPL-2023:95.1",)
    title: str
    number: str
    party: str
    served_on: date

    def summary(self) -> str:
        """What, on whom, as of which day."""
        return f"《{self.title}》{self.number}，{self.party}，{self.served_on:%Y-%m-%d}"

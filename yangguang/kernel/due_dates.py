"""What a computed term looks like, with everything a screen needs to explain it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from yangguang.kernel.spans import Span


class Unit(StrEnum):
    """In what a term is counted."""

    WORKDAY = "workday"
    CALENDAR_DAY = "calendar_day"
    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"


UNIT_LABELS = {
    Unit.WORKDAY: "个工作日",
    Unit.CALENDAR_DAY: "日",
    Unit.HOUR: "小时",
    Unit.MONTH: "个月",
    Unit.YEAR: "年",
}


class SkipKind(StrEnum):
    """Why a day was not counted, as the three groups of the explanation."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    SUSPENDED = "suspended"


@dataclass(frozen=True)
class Skipped:
    """A day that was passed over, with the Chinese word for it (周末, 国庆节, 国庆节调休放假, 中止)."""

    day: date
    why: str
    kind: SkipKind


@dataclass(frozen=True)
class Suspension:
    """A lawful stretch during which a clock stands still."""

    span: Span
    why: str = "中止"
    clause: str = ""


@dataclass(frozen=True)
class DueDate:
    """The last day of a term, how it was reached, and whether a later notice may still move it (暂定)."""

    day: date
    start: date
    amount: int
    unit: Unit
    counted: int
    skipped: tuple[Skipped, ...] = ()
    provisional: bool = False
    rolled_from: date | None = None
    make_up_days: tuple[date, ...] = ()

    def skipped_as(self, kind: SkipKind) -> tuple[Skipped, ...]:
        """The skipped days of one group."""
        return tuple(skip for skip in self.skipped if skip.kind == kind)

    @property
    def days_between(self) -> int:
        """Calendar days from the start, not counted, to the due day, counted."""
        return (self.day - self.start).days

    @property
    def term(self) -> str:
        """The length in words: 7个工作日."""
        return f"{self.amount}{UNIT_LABELS[self.unit]}"


@dataclass(frozen=True)
class DueMoment:
    """The last minute of a term counted in hours; nights and rest days run on."""

    at: datetime
    start: datetime
    amount: int
    unit: Unit = Unit.HOUR

    @property
    def term(self) -> str:
        """The length in words: 24小时."""
        return f"{self.amount}{UNIT_LABELS[self.unit]}"

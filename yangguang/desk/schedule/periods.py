"""A month or a week of the diary: its days in rows of seven from Monday, and the periods before and after it."""

from __future__ import annotations

from calendar import Calendar as Weeks
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1950, 2099


@dataclass(frozen=True)
class Period:
    """What is shown: `weeks` are whole; days outside the month stand empty."""

    view: str
    anchor: date
    weeks: tuple[tuple[date, ...], ...]

    @property
    def since(self) -> date:
        """The first day."""
        return next(day for week in self.weeks for day in week if self.holds(day))

    @property
    def until(self) -> date:
        """The last day."""
        return [day for week in self.weeks for day in week if self.holds(day)][-1]

    @property
    def title(self) -> str:
        """In words."""
        if self.view == "month":
            return f"{self.anchor.year}年{self.anchor.month}月"
        first, last = self.since, self.until
        return f"{first.year}年{first.month}月{first.day}日至{last.month}月{last.day}日"

    @property
    def before(self) -> date:
        """A day of the period before."""
        return self.since - timedelta(days=1)

    @property
    def after(self) -> date:
        """A day of the period after."""
        return self.until + timedelta(days=1)

    def holds(self, day: date) -> bool:
        """Whether a day belongs to what is shown."""
        return self.view == "week" or (day.year, day.month) == (self.anchor.year, self.anchor.month)


def period_of(view: str, anchor: date) -> Period:
    """The month or the week around a day."""
    if view == "week":
        monday = anchor - timedelta(days=anchor.weekday())
        return Period("week", anchor, (tuple(monday + timedelta(days=n) for n in range(7)),))
    weeks = Weeks().monthdatescalendar(anchor.year, anchor.month)
    return Period("month", anchor, tuple(tuple(week) for week in weeks))


def day_asked(text: str, otherwise: date) -> date:
    """The day of an address; nonsense gives the other."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return otherwise
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else otherwise

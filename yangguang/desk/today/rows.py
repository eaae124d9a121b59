"""What I must do: approvals that wait for my signature, clocks of my cases, reviews, publications, certificates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.guards import asked_once
from yangguang.directory.api import Account


@dataclass(frozen=True)
class Waiting:
    """One thing to do: until when, what, about which case, why on this day, and where it is done."""

    face: ClockFace
    what: str
    why: str
    clause: str = ""
    under: str = ""
    number: str = ""
    case_href: str = ""
    party: str = ""
    act: str = "去办理"
    href: str = ""
    due_on: date | None = None


@dataclass
class Day:
    """A person's day: what is overdue, due today, due soon, and how much comes later."""

    overdue: list[Waiting] = field(default_factory=list)
    today: list[Waiting] = field(default_factory=list)
    soon: list[Waiting] = field(default_factory=list)
    later: list[Waiting] = field(default_factory=list)

    @property
    def now(self) -> int:
        """How many want doing now."""
        return len(self.overdue) + len(self.today) + len(self.soon)


Source = Callable[[Account], list[Waiting]]
SOURCES: dict[str, Source] = {}
WITHOUT_TERM: set[str] = set()


def source(name: str, *, without_term: bool = False) -> Callable[[Source], Source]:
    """Add a source of things to do; `name` is the count it feeds in the navigation.

    What has no term of its own – its clock is counted already, or there is none – stands on the page of the day and is not
    looked up on every other page.
    """

    def add(function: Source) -> Source:
        SOURCES[name] = function
        if without_term:
            WITHOUT_TERM.add(name)
        return function

    return add


def day_of(account: Account) -> Day:
    """Everything that waits for a person, grouped by urgency, the earliest first."""
    day = Day()
    rows = [row for name in SOURCES for row in _rows_of(name, account)]
    for row in sorted(rows, key=lambda r: (r.due_on or date.max, r.what)):
        _group(day, row.face).append(row)
    return day


def counts_for(account: Account) -> dict[str, tuple[int, bool]]:
    """For each source how many wait now and whether one of them is overdue or due today; and the sum as `today`."""
    counts, total, any_urgent = {}, 0, False
    for name in SOURCES.keys() - WITHOUT_TERM:
        day = Day()
        for row in _rows_of(name, account):
            _group(day, row.face).append(row)
        urgent = bool(day.overdue or day.today)
        counts[name] = (day.now, urgent)
        total, any_urgent = total + day.now, any_urgent or urgent
    counts["today"] = (total, any_urgent)
    return counts


@asked_once
def _rows_of(name: str, account: Account) -> list[Waiting]:
    return SOURCES[name](account)


def _group(day: Day, face: ClockFace) -> list[Waiting]:
    if face.state == ClockState.OVERDUE:
        return day.overdue
    if face.state == ClockState.DUE_SOON:
        return day.today if face.words == "今天到期" else day.soon
    return day.soon if face.state == ClockState.NOT_STARTED else day.later

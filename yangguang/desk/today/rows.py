"""What I must do: approvals that wait for my signature, clocks of my cases, reviews, publications, certificates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.guards import asked_once
from yangguang.base.unchanged import while_unchanged
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
Faces = Callable[[Account], list[ClockFace]]
SOURCES: dict[str, Source] = {}
FACES: dict[str, Faces] = {}
WITHOUT_TERM: set[str] = set()


def source(name: str, *, without_term: bool = False, faces: Faces | None = None) -> Callable[[Source], Source]:
    """Add a source of things to do; `name` is the count it feeds in the navigation.

    What has no term of its own – its clock is counted already, or there is none – stands on the page of the day and is not
    looked up on every other page. `faces` gives the faces of the same rows alone, where that is much less work: every page
    counts by them.
    """

    def add(function: Source) -> Source:
        SOURCES[name] = function
        if faces is not None:
            FACES[name] = faces
        if without_term:
            WITHOUT_TERM.add(name)
        return function

    return add


def day_of(account: Account) -> Day:
    """Everything that waits for a person, grouped by urgency, the earliest first."""
    day = Day()
    rows = [row for name in SOURCES for row in _rows_of(name, account)]
    for row in sorted(rows, key=lambda r: (r.due_on or date.max, r.what)):
        getattr(day, _place(row.face)).append(row)
    return day


@while_unchanged
def counts_for(account: Account) -> dict[str, tuple[int, bool]]:
    """For each source how many wait now and whether one of them is overdue or due today; and the sum as `today`."""
    counts, total, any_urgent = {}, 0, False
    for name in SOURCES.keys() - WITHOUT_TERM:
        now, urgent = _counted(_faces_of(name, account))
        counts[name] = (now, urgent)
        total, any_urgent = total + now, any_urgent or urgent
    counts["today"] = (total, any_urgent)
    return counts


def _counted(faces: list[ClockFace]) -> tuple[int, bool]:
    """How many want doing now, and whether one is overdue or due today."""
    places = [_place(face) for face in faces]
    urgent = "overdue" in places or "today" in places
    return len(places) - places.count("later"), urgent


@asked_once
def _faces_of(name: str, account: Account) -> list[ClockFace]:
    return FACES[name](account) if name in FACES else [row.face for row in _rows_of(name, account)]


@asked_once
def _rows_of(name: str, account: Account) -> list[Waiting]:
    return SOURCES[name](account)


def _place(face: ClockFace) -> str:
    """In which part of the day a row stands."""
    if face.state == ClockState.OVERDUE:
        return "overdue"
    if face.state == ClockState.DUE_SOON:
        return "today" if face.words == "今天到期" else "soon"
    return "soon" if face.state == ClockState.NOT_STARTED else "later"

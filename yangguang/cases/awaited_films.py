"""Films that are awaited: an act that is filmed was done, its recording is not stored yet, and until when it must be (R08, R09).

The term is worked out from the act and stops with the upload by itself: nothing has to be started, kept or stopped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from yangguang.base import calendars, local_values
from yangguang.base.components.clocks import ClockFace, running
from yangguang.base.upload_terms import UploadDue, UploadTerm
from yangguang.cases.models import Assignment, Case, CaseKind, StepTaken
from yangguang.cases.recordings import acts_to_film
from yangguang.cases.upkeep import open_cases
from yangguang.kernel import clock
from yangguang.kernel.workdays import workdays_left
from yangguang.records.api import Evidence, EvidenceKind, MediaManifest
from yangguang.statutes import keeps_clocks

TERM = "upload_recording_term"
CLAUSE = "GD-REC-2021:23.1"
keeps_clocks(__name__, CLAUSE)


@dataclass(frozen=True)
class AwaitedFilm:
    """The recording of what was done in one case on one day."""

    case: Case
    acts: tuple[str, ...]
    done_at: datetime
    due: UploadDue
    source: str

    @property
    def is_late(self) -> bool:
        """Whether it should be stored already."""
        return clock.now() > self.due.moment

    @property
    def face(self) -> ClockFace:
        """Its clock. One that is counted in hours may be over on the very day."""
        left = workdays_left(clock.today(), self.due.day, calendars.in_force())
        return running(min(left, -1) if self.is_late else left, due_on=self.due.day)


@cache
def _labels() -> dict[str, dict[str, str]]:
    return {kind: acts_to_film(Case(kind=kind)) for kind in CaseKind.values}


def _waiting(cases: QuerySet[Case]) -> QuerySet[StepTaken]:
    """The acts of open cases of a set that are filmed, of a day of which nothing is stored."""
    wanted = Q(pk__in=())
    for kind, labels in _labels().items():
        wanted |= Q(case__kind=kind, act__in=labels.keys())
    rows = StepTaken.objects.filter(wanted, case__in=open_cases(cases).order_by().values("pk"))
    rows = rows.annotate(day=TruncDate("occurred_at", tzinfo=clock.BEIJING))
    films = Evidence.objects.filter(
        file_ref=OuterRef("case__public_id"), kind=EvidenceKind.AUDIOVISUAL, obtained_on=OuterRef("day")
    )
    media = MediaManifest.objects.annotate(day=TruncDate("occurred_at", tzinfo=clock.BEIJING))
    brought = media.filter(file_ref=OuterRef("case__public_id"), day=OuterRef("day"))
    return rows.exclude(Exists(films)).exclude(Exists(brought)).order_by("occurred_at", "pk")


def awaited(cases: QuerySet[Case]) -> list[AwaitedFilm]:
    """What is awaited in the open cases of a set, what was done first standing first: two questions, however many."""
    found: dict[tuple[int, date], list[StepTaken]] = {}
    for step in _waiting(cases).select_related("case__body", "case__unit"):
        found.setdefault((step.case_id, clock.legal_day(step.occurred_at)), []).append(step)
    bodies = {steps[0].case.body.public_id for steps in found.values()}
    told = local_values.usual_or_set_by_day(TERM, bodies)
    return [_of(steps, told) for steps in found.values()]


def _of(steps: list[StepTaken], told: Callable[[str, date], tuple[str, str]]) -> AwaitedFilm:
    case, last = steps[0].case, steps[-1].occurred_at
    labels = _labels()[case.kind]
    words, source = told(case.body.public_id, clock.legal_day(last))
    acts = tuple(dict.fromkeys(labels[step.act] for step in steps))
    return AwaitedFilm(case, acts, last, UploadTerm.read(words).due(last, calendars.in_force()), source)


def late(cases: QuerySet[Case], day: date) -> QuerySet[Case]:
    """Open cases of a set a recording of which should be stored already."""
    return cases.filter(pk__in=[one.case.pk for one in awaited(cases) if one.is_late])


def late_by_body(cases: QuerySet[Case]) -> Counter[int]:
    """How many open cases of each body there are a recording of which should be stored already."""
    return Counter({one.case.pk: one.case.body_id for one in awaited(cases) if one.is_late}.values())


def handlers_beside(films: Iterable[AwaitedFilm]) -> dict[int, str]:
    """Who handles each case now: whom to ask, in the order of the file; nobody is counted."""
    rows = Assignment.objects.filter(case__in={one.case.pk for one in films}, ends_on=None).select_related("officer")
    names: dict[int, list[str]] = {}
    for row in rows.order_by("position", "pk"):
        names.setdefault(row.case_id, []).append(row.officer.name)
    return {case: "、".join(told) for case, told in names.items()}

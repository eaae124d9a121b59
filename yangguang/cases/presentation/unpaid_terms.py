"""The date of an unpaid fine on the case list: until when it is to be paid, then from when and until when the court can be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from django.db.models import QuerySet

from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.components.texts import short_date
from yangguang.base.worded_once import WordedOnce, worded_once
from yangguang.cases.models import Case, Clock
from yangguang.cases.presentation import clocks
from yangguang.kernel.workdays import ONE_DAY, Calendar

WINDOW = "apply_for_court_execution_by"
KINDS = ("pay_by", WINDOW)
UNPAID = frozenset({"served", "delivered", "deferred", "unfulfilled", "in_execution"})
Asked = Callable[[WordedOnce[Clock], list[int]], Callable[[tuple[int, ...]], Iterable[Clock]]]


def with_unpaid(cases: Sequence[Case], nearest: Mapping[int, Clock], asked: Asked) -> dict[int, Clock]:
    """The next own terms of these cases; where a case has none and may have an unpaid fine, the term of that fine."""
    keys = [case.pk for case in cases if case.pk not in nearest and case.status in UNPAID]
    found: dict[int, Clock] = {}
    for term in asked(_terms, keys)(tuple(keys)) if keys else ():
        known = found.get(term.case_id or 0)
        if term.case_id and (known is None or (term.kind == WINDOW and known.kind != WINDOW)):
            found[term.case_id] = term
    return {**found, **nearest}


def face_of(term: Clock, calendar: Calendar, today: date) -> ClockFace:
    """Its face: one that has not begun says from when."""
    face = clocks.face_of(term, calendar, today)
    if term.kind != WINDOW or term.started_on < today:
        return face
    words = f"{short_date(term.started_on + ONE_DAY)}起"
    return ClockFace(ClockState.NOT_STARTED, words, term.due_on, explanation_href=face.explanation_href)


@worded_once
def _terms(keys: tuple[int, ...]) -> QuerySet[Clock]:
    """The running ones of these cases, the earliest first."""
    return Clock.objects.filter(stopped_on=None, kind__in=KINDS, case__pk__in=keys).order_by("due_on", "pk")

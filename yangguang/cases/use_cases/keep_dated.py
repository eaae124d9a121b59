"""Give a case the body's own term for its next step where nothing else gives it a date (APL-2021:75.1)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from yangguang.base import ledger, local_values
from yangguang.base.events import Actor
from yangguang.base.worded_once import worded_once
from yangguang.cases.events.upkeep import NextStepTermStarted
from yangguang.cases.kinds.penalty.stages import BEFORE_DECISION
from yangguang.cases.models import Case, Clock, StepTaken
from yangguang.cases.queries import ENDED
from yangguang.cases.upkeep import undated
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.kernel.moment import Moment

TERM, LENGTH = "next_step_by", "next_step_workdays"
DAYS_RAN_OUT = "没有别的期限"


def after_step(taken: StepTaken, *, on: date, event: str) -> None:
    """The step ends the term it was awaited in, and a new one begins unless the case has another date.

    While the case is on its way to a decision the term of the decision runs; steps that leave it where it is ask nothing.
    """
    case, moved = taken.case, taken.left != taken.reached
    if case.status in BEFORE_DECISION and not moved:
        return
    if {case.status, taken.left} - set(BEFORE_DECISION):
        run_clocks.stop(case, TERM, on=on, event=event)
    if case.status not in ENDED:
        _start_if_undated(case, on=on, event=event)


def keep_dated(*, case_id: int, actor: Actor, at: Moment) -> Clock | None:
    """The term when one began, else None: the case has ended or has a date, or the body has not set how long it is."""
    with transaction.atomic():
        case = lock_case(case_id)
        term = _start_if_undated(case, on=at.day, event=DAYS_RAN_OUT)
        if term is not None:
            event = NextStepTermStarted(term.due_on.isoformat())
            ledger.record(event, subject=case.subject, actor=actor, at=at)
        return term


def keep_all_dated(*, actor: Actor, at: Moment) -> int:
    """Every open case whose last date has passed; returns how many were given one."""
    waiting = list(undated(Case.objects.all(), at.day).order_by("pk").values_list("pk", flat=True))
    return sum(keep_dated(case_id=pk, actor=actor, at=at) is not None for pk in waiting)


def _start_if_undated(case: Case, *, on: date, event: str) -> Clock | None:
    if not _undated(case.pk, on):
        return None
    if local_values.find(LENGTH, chain=case.body.public_id, on=on) is None:
        return None  # opened before the body had to set it: the case is listed among those without a date
    return run_clocks.start(case, TERM, on=on, event=event)


@worded_once
def _undated(case_id: int, on: date) -> QuerySet[Case]:
    return undated(Case.objects.filter(pk=case_id), on).order_by("pk")

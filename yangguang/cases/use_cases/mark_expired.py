"""Mark a line whose last day has passed: nothing may keep its things any longer (R05, M14)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.cases.events.custody import MeasureMoved, PreservationMoved
from yangguang.cases.kinds.custody.held import LIMIT_OF, RUNNING, Line, time_is_over
from yangguang.cases.models import AdvancePreservation, Clock, CoerciveMeasure
from yangguang.cases.use_cases._lines import FLOW_OF, locked_line, step_taken, told
from yangguang.kernel.moment import Moment


@transaction.atomic
def mark_expired(*, line: Line, actor: Actor, at: Moment) -> Line | None:
    """The line when it was marked, else None: settled meanwhile, or its days still run. Nothing goes back by itself."""
    row = locked_line(line)
    if row.status not in RUNNING or not time_is_over(row, at.day):
        return None
    step = FLOW_OF[type(row)].step("mark_expired", row.status)
    taken = step_taken(row, "mark_expired", actor=actor, at=at)
    row.save()
    kept = isinstance(row, AdvancePreservation)
    words = "必须作出处理，不得继续保存" if kept else "必须解除并退还财物"
    event = (PreservationMoved if kept else MeasureMoved)("到期", words, step.clauses)
    told(taken, row, event, actor=actor, at=at)
    return row


def mark_all_expired(*, actor: Actor, at: Moment) -> int:
    """Every line whose last day has passed; returns how many were marked."""
    found: list[Line] = []
    for model, kind in (
        (AdvancePreservation, LIMIT_OF[AdvancePreservation]),
        (CoerciveMeasure, LIMIT_OF[CoerciveMeasure]),
    ):
        late = Clock.objects.filter(kind=kind, stopped_on=None, due_on__lt=at.day).order_by().values("about_ref")
        found += model._default_manager.filter(public_id__in=late, status__in=RUNNING).order_by("pk")
    return sum(mark_expired(line=one, actor=actor, at=at) is not None for one in found)

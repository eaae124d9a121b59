"""Mark a case whose fine was not paid in time. The law brings this about, so the system does it (T5)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.cases.events.deciding import FineOverdue
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, CaseStatus, Clock, DecisionStatus
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.kernel.moment import Moment

RUNNING = (CaseStatus.SERVED, CaseStatus.DELIVERED)


@transaction.atomic
def mark_unfulfilled(*, case_id: int, actor: Actor, at: Moment) -> Case | None:
    """The case when it was marked, else None: paid meanwhile, or the term still runs."""
    case = lock_case(case_id)
    clock = Clock.objects.filter(case=case, kind="pay_by", stopped_on=None).order_by("due_on", "pk").first()
    if case.status not in RUNNING or clock is None or at.day <= run_clocks.due_of(clock).day:
        return None
    decision = case.decisions.filter(status=DecisionStatus.SERVED, public_id=clock.about_ref).first()
    if decision is None:
        return None
    taken = take(Taking(main_flow(case), case, "mark_unfulfilled", actor, at))
    unpaid = decision.fine_fen - sum(p.amount_fen for p in decision.payments.all())
    announce(taken, FineOverdue(run_clocks.due_of(clock).day, unpaid), actor=actor, at=at)
    return case


def mark_all_unfulfilled(*, actor: Actor, at: Moment) -> int:
    """Every case whose term of payment has passed; returns how many were marked."""
    late = Clock.objects.filter(kind="pay_by", stopped_on=None, due_on__lt=at.day, case__status__in=RUNNING)
    refs = list(late.order_by("pk").values_list("case_id", flat=True))
    return sum(mark_unfulfilled(case_id=pk, actor=actor, at=at) is not None for pk in dict.fromkeys(refs))

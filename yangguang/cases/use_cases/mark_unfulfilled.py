"""Mark fines that were not paid in time. The law brings this about, so the system does it (T5)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.cases.events.deciding import FineOverdue
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, CaseStatus, Clock, Decision, DecisionStatus, ExecutionStatus
from yangguang.cases.owing import given_anew, missed_part, owing_of, plan_in_force
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._execution import keep_court_window, locked_execution, step_taken
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.kernel.moment import Moment

NOT_YET = (ExecutionStatus.RUNNING, ExecutionStatus.DEFERRED)
TO_PAY = (
    CaseStatus.SERVED, CaseStatus.DELIVERED, CaseStatus.DEFERRED, CaseStatus.UNFULFILLED, CaseStatus.IN_EXECUTION,
)  # fmt: skip


@transaction.atomic
def mark_unfulfilled(*, case_id: int, actor: Actor, at: Moment) -> Case | None:
    """The case when a fine of it was marked, else None: paid meanwhile, told already, or the term still runs. Where
    parties are decided apart each fine is told of, one call at a time.
    """
    case = lock_case(case_id)
    if case.status not in TO_PAY:
        return None
    clocks = Clock.objects.filter(case=case, kind="pay_by", stopped_on=None).order_by("due_on", "pk")
    for clock in clocks:
        decision = case.decisions.filter(status=DecisionStatus.SERVED, public_id=clock.about_ref).first()
        if decision is not None and at.day > run_clocks.due_of(clock).day and _mark(case, decision, actor, at):
            return case
    return None


def mark_all_unfulfilled(*, actor: Actor, at: Moment) -> int:
    """Every fine whose term of payment has passed; returns how many were marked."""
    late = Clock.objects.filter(kind="pay_by", stopped_on=None, due_on__lt=at.day, case__status__in=TO_PAY)
    marked = 0
    for pk in dict.fromkeys(late.order_by("pk").values_list("case_id", flat=True)):
        while mark_unfulfilled(case_id=pk, actor=actor, at=at) is not None:
            marked += 1
    return marked


def _mark(case: Case, decision: Decision, actor: Actor, at: Moment) -> bool:
    row = locked_execution(decision, case)
    plan = plan_in_force(row.decision) if row.status == ExecutionStatus.DEFERRED else None
    owing = owing_of(row.decision, on=at.day)
    due_on = missed_part(row.decision, plan, on=at.day) if plan else given_anew(row.decision) or owing.due_on
    if row.status not in NOT_YET or due_on is None or not owing.unpaid_fen:
        return False
    taken = take(Taking(main_flow(case), case, "mark_unfulfilled", actor, at))
    step_taken(row, "wait_remedies", actor=actor, at=at)
    keep_court_window(row, on=at.day)
    announce(taken, FineOverdue(due_on, owing.unpaid_fen), actor=actor, at=at)
    return True

"""One way for the fulfilment of a fine to take a step: its row made and locked, the stage table, clocks, the main line."""

from __future__ import annotations

from datetime import date
from typing import Any

from yangguang.base.events import Actor
from yangguang.cases.events.fulfilling import ExecutionMoved
from yangguang.cases.kinds.execution.court_gates import AFTER_RECONSIDERATION, REMEDIES
from yangguang.cases.kinds.execution.stages import AT_COURT, EXECUTION
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, Clock, Decision, DecisionStatus, Execution, ExecutionStatus, StepTaken
from yangguang.cases.owing import (
    additional_owed,
    comes_back,
    execution_of,
    given_anew,
    next_due_of,
    owing_of,
    plan_ended_on,
    plan_in_force,
)
from yangguang.cases.rules import court_window
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._agreements import end_agreements
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

BY_PARTS = frozenset({ExecutionStatus.DEFERRED, ExecutionStatus.AGREED})
WINDOW = "apply_for_court_execution_by"
FINAL = frozenset(status.name for status in EXECUTION.statuses if status.final)
ENDS_AGREEMENTS = FINAL | {ExecutionStatus.TO_RETURN, *AT_COURT}


def locked_execution(decision: Decision, case: Case | None = None) -> Execution:
    """The case first, then the row of this fine, both under lock; the row is made when there is none yet."""
    case = case or lock_case(decision.case_id)
    found = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if not found.fine_fen and not comes_back(found):
        raise Refused("这份决定没有罚款。", "APL-2021:67.3")
    row = execution_of(found)
    if row.pk is None:
        row.save()
    row = Execution.objects.select_for_update(of=("self",)).get(pk=row.pk)
    row.case, row.decision = case, found
    found.execution = row
    found.case = case
    return row


def step_taken(
    row: Execution, act: str, *, actor: Actor, at: Moment, given: dict[str, Any] | None = None, reached: str = ""
) -> StepTaken:
    """Take the step and put the row where it leads; `reached` where the table leaves it to what was there before."""
    ref = row.decision.public_id
    about = {"execution": row, **(given or {})}
    taken = take(Taking(EXECUTION, row.case, act, actor, at, about, "execution", ref, row.status))
    if reached:
        taken.reached = reached
        taken.save(update_fields=["reached"])
    row.status = taken.reached
    row.save()
    if row.status in ENDS_AGREEMENTS:
        end_agreements(row)
    return taken


def told(taken: StepTaken, row: Execution, words: str, *, actor: Actor, at: Moment, paper_ref: str = "") -> None:
    """Record the one event of the act, named as the stage table names it; with the paper of what is a decision of its own."""
    step = EXECUTION.step(taken.act, taken.left)
    event = ExecutionMoved(row.decision.number, step.label, words[:300], step.clauses, paper_ref)
    announce(taken, event, actor=actor, at=at)


def move_case(case: Case, act: str, *, actor: Actor, at: Moment) -> None:
    """Let the main line follow, where the table has the step from where it stands."""
    flow = main_flow(case)
    if any(step.act == act and case.status in step.sources for step in flow.steps):
        take(Taking(flow, case, act, actor, at))


def others_unpaid(row: Execution) -> bool:
    """Another decision of the case waits to be served, or another fine to be paid."""
    others = row.case.decisions.exclude(pk=row.decision_id).exclude(kind="disposition")
    return any(one.status == DecisionStatus.DECIDED or is_open(one) for one in others.order_by("pk"))


def is_open(decision: Decision) -> bool:
    """A served fine that is neither paid nor given up."""
    if decision.status != DecisionStatus.SERVED or not decision.fine_fen:
        return False
    return execution_of(decision).status not in FINAL


def fulfil_if_settled(row: Execution, *, actor: Actor, at: Moment) -> bool:
    """When fine and imposed additional fine are paid the line ends, and with the last one the main line too."""
    owing = owing_of(row.decision, on=at.day)
    if owing.unpaid_fen or additional_owed(row.decision, on=at.day) or row.status in FINAL:
        return False
    step_taken(row, "fulfil_execution", actor=actor, at=at)
    return True


def payment_came(case: Case, decision: Decision, *, actor: Actor, at: Moment) -> None:
    """After a payment of the fine: the line ends when all is paid, else the next part of a plan comes due."""
    if not Execution.objects.filter(decision=decision).exists():
        return
    row = locked_execution(decision, case)
    if fulfil_if_settled(row, actor=actor, at=at) or row.status not in BY_PARTS:
        return
    clock = Clock.objects.filter(kind="pay_by", about_ref=decision.public_id, stopped_on=None).order_by("-pk").first()
    until = next_due_of(row.decision)
    if clock is not None and until is not None and clock.fixed_due_on != until:
        run_clocks.put_off(clock, until=until, reason="本期已经缴清", clause=clause_of_parts(row))


def clause_of_parts(row: Execution) -> str:
    """What the parts a fine is paid in rest on: an agreement, or the head's answer to a request."""
    return "ACL-2011:42.1" if row.status == ExecutionStatus.AGREED else "APL-2021:66.2"


def keep_court_window(row: Execution, *, on: date) -> None:
    """The three months for the court, from the day the remedies, a deferral or a term given anew end, as of `on`; counted anew
    when that day moves.
    """
    ref, case = row.decision.public_id, row.case
    terms = Clock.objects.filter(case=case, about_ref=ref)
    after = terms.filter(kind=AFTER_RECONSIDERATION).order_by("-pk").first()
    both = [run_clocks.due_of(one).day for one in terms.filter(kind__in=REMEDIES).order_by("pk")]
    end = court_window.remedies_end(both, after_reconsideration=run_clocks.due_of(after).day if after else None)
    run_clocks.stop(case, WINDOW, on=end or row.decision.decided_on, event="重新起算", about_ref=ref)
    if end is None or row.decision.remedies.filter(outcome="").exists():
        return
    plan = plan_in_force(row.decision)
    given = [given_anew(row.decision), plan_ended_on(row.decision, plan, on=on) if plan else None]
    start = court_window.court_window_from(
        remedies_end=end, deferral_end=max((day for day in given if day is not None), default=None)
    )
    run_clocks.start(case, WINDOW, on=start, event="复议和起诉期限或者延期分期届满", about_ref=ref)


def decision_fell(decision: Decision, *, actor: Actor, at: Moment) -> None:
    """The decision lost its force: nothing is executed any more, what was paid has to be given back."""
    row = Execution.objects.filter(decision=decision).first()
    if row is None or row.status in {ExecutionStatus.TO_RETURN, ExecutionStatus.RETURNED}:
        return
    row.case, row.decision = decision.case, decision
    act = "end_by_annulment" if comes_back(decision) else "end_unpaid_by_annulment"
    step_taken(row, act, actor=actor, at=at)

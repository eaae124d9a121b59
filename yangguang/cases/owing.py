"""What is owed of a fine on a day, worked out from payments, terms, deferrals and remedies; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from yangguang.cases.fines_again import counted_payments, given_back, net_payments, payments_of
from yangguang.cases.models import (
    Clock,
    Decision,
    DecisionStatus,
    Deferral,
    Execution,
    ExecutionStatus,
    RemedyKind,
    RemedyOutcome,
)
from yangguang.cases.rules.additional_fine import Accrual, Halt, accrued
from yangguang.cases.rules.instalments import Instalment, missed_on, next_due
from yangguang.cases.rules.restitution import refund_due
from yangguang.cases.use_cases import run_clocks
from yangguang.kernel.spans import Span


@dataclass(frozen=True)
class Owing:
    """One fine on one day: the fine itself and the additional fine apart, and which day comes next."""

    fine_fen: int
    paid_fen: int
    due_on: date | None
    next_due_on: date | None
    told: bool
    accrual: Accrual | None
    additional_paid_fen: int
    remitted_fen: int = 0

    @property
    def unpaid_fen(self) -> int:
        """What is left of the fine itself."""
        return max(self.fine_fen - self.paid_fen, 0)

    @property
    def additional_fen(self) -> int:
        """What has been added so far."""
        return self.accrual.fen if self.accrual else 0

    @property
    def additional_left_fen(self) -> int:
        """What has been added and neither been paid nor remitted by an agreement that is kept."""
        return max(self.additional_fen - self.additional_paid_fen - self.remitted_fen, 0)


def owing_of(decision: Decision, *, on: date, more: Sequence[tuple[date, int]] = ()) -> Owing:
    """What is owed at the end of a day; `more`: payments of the fine that are just being recorded."""
    payments, due = [*net_payments(decision), *more], due_on_of(decision)
    told = bool((decision.content.get("payment") or {}).get("additional_fine"))
    accrual = None
    if due and told and decision.status == DecisionStatus.SERVED:
        counted = [*counted_payments(decision), *more]
        accrual = accrued(
            fine_fen=fine_now(decision), due_on=due, until=on, payments=counted, halts=_halts(decision, on)
        )
    return Owing(
        fine_fen=fine_now(decision), paid_fen=sum(fen for day, fen in payments if day <= on), due_on=due,
        next_due_on=next_due_of(decision), told=told, accrual=accrual, additional_paid_fen=additional_paid(decision),
        remitted_fen=remitted_of(decision),
    )  # fmt: skip


def fine_now(decision: Decision) -> int:
    """The fine as it stands: what a reconsideration or a judgment made of it, else what was decided."""
    row = getattr(decision, "execution", None)
    return int(row.altered_fine_fen) if row and row.altered_fine_fen is not None else decision.fine_fen


def remitted_of(decision: Decision) -> int:
    """What of the additional fine an agreement that is kept has remitted (ACL-2011:42.1)."""
    row = getattr(decision, "execution", None)
    return int(row.remitted_fen) if row else 0


def unpaid_of(decision: Decision) -> int:
    """What is left of the fine itself, whenever it was paid."""
    paid = sum(one.amount_fen for one in decision.payments.all()) - sum(fen for _, fen in given_back(decision))
    return max(fine_now(decision) - paid, 0)


def additional_paid(decision: Decision) -> int:
    """What was paid of the additional fine."""
    return sum(one.amount_fen for one in decision.additional_payments.order_by("pk"))


def additional_owed(decision: Decision, *, on: date, more: Sequence[tuple[date, int]] = ()) -> int:
    """What the party still has to pay on top, where the head decided that it is added; nothing where nobody did."""
    row = getattr(decision, "execution", None)
    return owing_of(decision, on=on, more=more).additional_left_fen if row and row.imposed_on else 0


def due_on_of(decision: Decision) -> date | None:
    """The last day of the term of payment the decision itself gave."""
    first = _terms(decision).order_by("pk").first()
    return run_clocks.due_of(first).day if first else None


def next_due_of(decision: Decision) -> date | None:
    """The last day that counts now: of the term, or of the part of an approved plan that comes next."""
    plan = plan_in_force(decision)
    if plan is None:
        row = getattr(decision, "execution", None)
        return row.again_due_on if row and row.again_due_on else due_on_of(decision)
    parts = parts_of(plan)
    return next_due(parts, _paid_towards(decision, parts)) or parts[-1].due_on


def plan_in_force(decision: Decision) -> Deferral | None:
    """The newest deferral the head granted."""
    return decision.deferrals.filter(granted=True).order_by("-pk").first()


def parts_of(deferral: Deferral) -> list[Instalment]:
    """The parts of a plan, with the last day of each for the party."""
    return [
        Instalment(run_clocks.last_day_for_party(date.fromisoformat(row["due_on"])), int(row["fen"]))
        for row in deferral.instalments
    ]


def missed_part(decision: Decision, deferral: Deferral, *, on: date) -> date | None:
    """The last day of the first part of a plan that was not paid in time, or None."""
    parts = parts_of(deferral)
    return missed_on(parts, [(date.min, -_paid_before(decision, parts)), *net_payments(decision)], today=on)


def to_return(decision: Decision) -> int:
    """What has to be given back in money: all of a fallen fine, the surplus of a smaller one."""
    owed = 0 if decision.status == DecisionStatus.ANNULLED else fine_now(decision)
    paid = sum(fen for _, fen in payments_of(decision))
    if decision.status == DecisionStatus.ANNULLED:
        paid += additional_paid(decision)
    back = sum(one.amount_fen for one in decision.restitutions.order_by("pk"))
    return refund_due(paid_fen=paid, owed_fen=owed, returned_fen=back)


def judged(decision: Decision) -> bool:
    """Whether a lawsuit about the decision itself ended with a judgment; one about an alteration judges only that."""
    lawsuits = decision.remedies.filter(kind=RemedyKind.LITIGATION, alteration=None)
    return lawsuits.exclude(outcome__in=["", RemedyOutcome.WITHDRAWN]).exists()


def execution_of(decision: Decision) -> Execution:
    """The row of a fine's fulfilment; one that is not stored yet where nothing has happened so far."""
    row = getattr(decision, "execution", None)
    if row is not None:
        return row  # type: ignore[no-any-return]
    status = ExecutionStatus.RUNNING
    if decision.status == DecisionStatus.ANNULLED:
        status = ExecutionStatus.TO_RETURN if to_return(decision) else ExecutionStatus.TERMINATED
    elif not decision.fine_fen - sum(fen for _, fen in payments_of(decision)):
        status = ExecutionStatus.FULFILLED
    return Execution(case=decision.case, decision=decision, status=status)


def _terms(decision: Decision) -> QuerySet[Clock]:
    return Clock.objects.filter(kind="pay_by", about_ref=decision.public_id)


def _paid_before(decision: Decision, parts: list[Instalment]) -> int:
    """What had been paid when a plan was granted: the fine less what the plan covers."""
    return fine_now(decision) - sum(one.fen for one in parts)


def _paid_towards(decision: Decision, parts: list[Instalment]) -> int:
    return sum(fen for _, fen in net_payments(decision)) - _paid_before(decision, parts)


def _halts(decision: Decision, on: date) -> list[Halt]:
    """The days that do not count: of reconsiderations and lawsuits, first and last day in, and of approved deferrals."""
    halts = [
        Halt(
            Span.through(one.received_on, one.outcome_received_on or max(on, one.received_on)),
            f"{one.get_kind_display()}期间", "APL-2021:73.3",
        )
        for one in decision.remedies.order_by("pk")
    ]  # fmt: skip
    for plan in decision.deferrals.filter(granted=True).order_by("pk"):
        end = missed_part(decision, plan, on=on) or parts_of(plan)[-1].due_on
        granted = plan.decided_on or plan.requested_on
        halts.append(Halt(Span.through(granted, max(end, granted)), "批准延期、分期期间", "APL-2021:66.2"))
    return halts

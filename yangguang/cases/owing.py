"""What is owed of a fine on a day, worked out from payments, terms, deferrals and remedies; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yangguang.cases.confiscated import confiscates, gains_to_return, goods_to_return
from yangguang.cases.fines_again import (
    again_after,
    again_due_on,
    counted_payments,
    given_back,
    net_payments,
    payments_of,
)
from yangguang.cases.mediated_terms import mediated_term, plans_ended, terms_of_payment
from yangguang.cases.models import (
    Clock,
    Decision,
    DecisionStatus,
    Deferral,
    Execution,
    ExecutionStatus,
    RemedyKind,
)
from yangguang.cases.rules.additional_fine import Accrual, Halt, accrued
from yangguang.cases.rules.instalments import Instalment, missed_on, next_due, no_more_than
from yangguang.cases.rules.remedies import WITHOUT_RULING
from yangguang.cases.rules.restitution import refund_due
from yangguang.cases.use_cases import run_clocks
from yangguang.kernel.spans import Span

DEFERRED_DAYS = "批准延期、分期期间", "APL-2021:66.2"
AGREED_DAYS = "履行执行协议期间", "ACL-2011:42.1"


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
    payments, term = [*net_payments(decision), *more], _term_of(decision)
    due, since = run_clocks.due_of(term).day if term else None, _counts_since(term)
    told = bool((decision.content.get("payment") or {}).get("additional_fine"))
    accrual, fine, added_paid = None, fine_now(decision), additional_paid(decision, since=since)
    if due and told and decision.status == DecisionStatus.SERVED:
        counted = [*counted_payments(decision, fine_fen=fine), *more]
        accrual = accrued(fine_fen=fine, due_on=due, until=on, payments=counted, halts=_halts(decision, on))
    left = (accrual.fen if accrual else 0) - added_paid
    return Owing(
        fine_fen=fine, paid_fen=sum(fen for day, fen in payments if day <= on), due_on=due,
        next_due_on=next_due_of(decision), told=told, accrual=accrual, additional_paid_fen=added_paid,
        remitted_fen=remitted_of(decision, on=on, added_left_fen=left),
    )  # fmt: skip


def fine_now(decision: Decision) -> int:
    """The fine as it stands: what a reconsideration or a judgment made of it, else what was decided."""
    row = getattr(decision, "execution", None)
    return int(row.altered_fine_fen) if row and row.altered_fine_fen is not None else decision.fine_fen


def remitted_of(decision: Decision, *, on: date, added_left_fen: int = 0) -> int:
    """What of the additional fine an agreement has remitted (ACL-2011:42.1); nothing from the day it is not kept any more:
    a part was missed, or of `added_left_fen` more is left after the last part than was remitted.
    """
    row = getattr(decision, "execution", None)
    kept = int(row.remitted_fen) if row else 0
    plan = plan_in_force(decision) if row and kept and row.status == ExecutionStatus.AGREED else None
    if plan is None:
        return kept
    broken = missed_part(decision, plan, on=on) or (on > parts_of(plan)[-1].due_on and added_left_fen > kept)
    return 0 if broken else kept


def unpaid_of(decision: Decision) -> int:
    """What is left of the fine itself, whenever it was paid."""
    paid = sum(one.amount_fen for one in decision.payments.all()) - sum(fen for _, fen in given_back(decision))
    return max(fine_now(decision) - paid, 0)


def additional_paid(decision: Decision, *, since: date | None = None) -> int:
    """What was paid of the additional fine; after a day only, where a mediation let it be counted anew from there."""
    rows = decision.additional_payments.order_by("pk")
    return sum(one.amount_fen for one in rows if since is None or one.paid_on > since)


def additional_owed(decision: Decision, *, on: date, more: Sequence[tuple[date, int]] = ()) -> int:
    """What the party still has to pay on top, where the head decided that it is added; nothing where nobody did."""
    row = getattr(decision, "execution", None)
    return owing_of(decision, on=on, more=more).additional_left_fen if row and row.imposed_on else 0


def due_on_of(decision: Decision) -> date | None:
    """The last day of the term of payment the decision itself gave, or a mediation in its place."""
    term = _term_of(decision)
    return run_clocks.due_of(term).day if term else None


def next_due_of(decision: Decision) -> date | None:
    """The last day that counts now: of the term, or of the part of an approved plan that comes next."""
    plan = plan_in_force(decision)
    if plan is None:
        terms = terms_of_payment(decision)
        return _given_anew(decision, terms) or (run_clocks.due_of(terms[0]).day if terms else None)
    paid = sum(fen for _, fen in net_payments(decision)) - _paid_before(decision, plan)
    day = next_due(_parts_now(decision, plan), paid) or parts_of(plan)[-1].due_on
    again = again_after(decision, _granted_on(plan)) if _fine_then(decision, plan) >= fine_now(decision) else None
    return max(day, again) if again else day


def given_anew(decision: Decision) -> date | None:
    """The last day of a term that took the place of the first: by mediation, or when a fine stood again after it."""
    return _given_anew(decision, terms_of_payment(decision))


def plans_granted(decision: Decision) -> list[Deferral]:
    """The deferrals the head granted, in order, without those a mediation put an end to."""
    rows = list(decision.deferrals.filter(granted=True).select_related("agreement").order_by("pk"))
    ended = plans_ended(decision) if rows and mediated_term(terms_of_payment(decision)) else set()
    return [one for one in rows if one.public_id not in ended]


def plan_in_force(decision: Decision) -> Deferral | None:
    """The newest of them."""
    return next(reversed(plans_granted(decision)), None)


def parts_of(deferral: Deferral) -> list[Instalment]:
    """The parts of a plan, with the last day of each for the party."""
    return [
        Instalment(run_clocks.last_day_for_party(date.fromisoformat(row["due_on"])), int(row["fen"]))
        for row in deferral.instalments
    ]


def missed_part(decision: Decision, deferral: Deferral, *, on: date) -> date | None:
    """The last day of the first part of a plan that was not paid in time, or None."""
    fine = min(fine_now(decision), _fine_then(decision, deferral))
    paid = [(date.min, -_paid_before(decision, deferral)), *counted_payments(decision, fine_fen=fine)]
    return missed_on(_parts_now(decision, deferral), paid, today=on)


def plan_ended_on(decision: Decision, deferral: Deferral, *, on: date) -> date:
    """The day a plan is over, as of another: that of a part that was missed, else of the last one."""
    return missed_part(decision, deferral, on=on) or parts_of(deferral)[-1].due_on


def new_term_of(decision: Decision, *, on: date) -> date | None:
    """The last day of a term the party was given after the first and that still runs: by a plan, by mediation, or when a fine
    stood again.
    """
    plan = plan_in_force(decision)
    days = [given_anew(decision), plan_ended_on(decision, plan, on=on) if plan else None]
    return max((day for day in days if day is not None and day >= on), default=None)


def to_return(decision: Decision) -> int:
    """What has to be given back in money: all of a fallen fine, the surplus of a smaller one, gains confiscated no more."""
    owed = 0 if decision.status == DecisionStatus.ANNULLED else fine_now(decision)
    paid = sum(fen for _, fen in payments_of(decision))
    if decision.status == DecisionStatus.ANNULLED:
        paid += additional_paid(decision)
    back = sum(one.amount_fen for one in decision.restitutions.order_by("pk"))
    surplus = refund_due(paid_fen=paid, owed_fen=owed) + gains_to_return(decision)
    return refund_due(paid_fen=surplus, owed_fen=0, returned_fen=back)


def comes_back(decision: Decision) -> bool:
    """Whether anything has still to be given back: money, or confiscated things."""
    if not decision.fine_fen and not confiscates(decision):
        return False
    return to_return(decision) > 0 or goods_to_return(decision)


def judged(decision: Decision) -> bool:
    """Whether a lawsuit about the decision itself ended with a judgment; one about an alteration judges only that."""
    lawsuits = decision.remedies.filter(kind=RemedyKind.LITIGATION, alteration=None)
    return lawsuits.exclude(outcome__in=["", *WITHOUT_RULING]).exists()


def execution_of(decision: Decision) -> Execution:
    """The row of a fine's fulfilment; one that is not stored yet where nothing has happened so far."""
    row = getattr(decision, "execution", None)
    if row is not None:
        return row  # type: ignore[no-any-return]
    status = ExecutionStatus.RUNNING
    if decision.status == DecisionStatus.ANNULLED:
        status = ExecutionStatus.TO_RETURN if comes_back(decision) else ExecutionStatus.TERMINATED
    elif not decision.fine_fen - sum(fen for _, fen in payments_of(decision)):
        status = ExecutionStatus.FULFILLED
    return Execution(case=decision.case, decision=decision, status=status)


def _given_anew(decision: Decision, terms: list[Clock]) -> date | None:
    term = mediated_term(terms)
    if term is None:
        return again_due_on(decision)
    later = again_after(decision, term.started_on)
    return max(run_clocks.due_of(term).day, later) if later else run_clocks.due_of(term).day


def _term_of(decision: Decision) -> Clock | None:
    terms = terms_of_payment(decision)
    return mediated_term(terms) or next(iter(terms), None)


def _counts_since(term: Clock | None) -> date | None:
    return term.started_on if term and mediated_term([term]) else None


def _granted_on(plan: Deferral) -> date:
    return plan.decided_on or plan.requested_on


def _fine_then(decision: Decision, plan: Deferral) -> int:
    """The fine as it stood when a plan was granted."""
    return fine_now(decision) if plan.fine_fen is None else int(plan.fine_fen)


def _paid_before(decision: Decision, plan: Deferral) -> int:
    """What had been paid when a plan was granted: the fine of that day less what the plan covers."""
    return _fine_then(decision, plan) - sum(one.fen for one in parts_of(plan))


def _parts_now(decision: Decision, plan: Deferral) -> list[Instalment]:
    """The parts as they are owed now: fewer of a fine that became smaller; what a fine that stands again is more has its own
    term, and so have the parts that fell due while it was smaller.
    """
    parts = no_more_than(parts_of(plan), fine_now(decision) - _paid_before(decision, plan))
    if (again := again_after(decision, _granted_on(plan))) is None:
        return parts
    rest = Instalment(again, max(fine_now(decision) - _fine_then(decision, plan), 0))
    return sorted([*parts, rest], key=lambda one: one.due_on)


def _halts(decision: Decision, on: date) -> list[Halt]:
    """The days that do not count: of reconsiderations and lawsuits, first and last day in, and of approved deferrals."""
    halts = [
        Halt(
            Span.through(one.received_on, one.outcome_received_on or max(on, one.received_on)),
            f"{one.get_kind_display()}期间", "APL-2021:73.3",
        )
        for one in decision.remedies.order_by("pk")
    ]  # fmt: skip
    for plan in plans_granted(decision):
        granted, end = _granted_on(plan), plan_ended_on(decision, plan, on=on)
        reason = AGREED_DAYS if hasattr(plan, "agreement") else DEFERRED_DAYS
        halts.append(Halt(Span.through(granted, max(end, granted)), *reason))
    return halts

"""A mediation that sets the term to pay or to fulfil anew: what ran before it counts no more, and nothing is urged meanwhile."""

from __future__ import annotations

from datetime import date
from typing import Any

from yangguang.cases.kinds.execution.stages import BEFORE_COURT, COURT_TERMS, GOING_ON
from yangguang.cases.kinds.labour.fulfilment import left_under, ordered_by
from yangguang.cases.models import (
    AnnouncementStatus,
    Decision,
    DecisionKind,
    DecisionStatus,
    Disposition,
    ExecutionStatus,
    Remedy,
    RemedyKind,
)
from yangguang.cases.owing import execution_of, fine_now, plans_granted, unpaid_of
from yangguang.cases.rules.remedies import CLAUSES, MEDIATED, OutcomeTerms
from yangguang.cases.serving import UNDER_WAY, waits
from yangguang.cases.use_cases import _lines, run_clocks
from yangguang.cases.use_cases._agreements import end_agreements
from yangguang.cases.use_cases._announcing import settle
from yangguang.cases.use_cases._execution import locked_execution, move_case, others_unpaid, step_taken
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

ACT, WHY, FIELD = "set_term_anew", "调解书重新确定期限", "pay_by"
BEFORE = (*BEFORE_COURT, ExecutionStatus.ORDERED)
STANDING = ("served", "unfulfilled", "in_execution")  # of a disposition that was not fulfilled yet


def term_of(decision: Decision, outcome: str, terms: OutcomeTerms, *, left: dict[str, Any], after: date) -> str:
    """The last day as the row keeps it, empty where none was set. Raises Refused where there is nothing to pay in a term."""
    if terms.pay_by is None:
        return ""
    clauses = CLAUSES[MEDIATED]
    if outcome != MEDIATED:
        raise Refused("只有调解书可以重新确定缴款、履行的期限。", clauses, field=FIELD,
                      remedy="复议决定、判决写明履行期限的，请在结果的内容中照录。")  # fmt: skip
    last = run_clocks.last_day_for_party(terms.pay_by)
    if last <= after:
        raise Refused("重新确定的期限应当晚于收到调解书之日。", clauses, field=FIELD, remedy="请按调解书核对日期。")
    if terms.remitted_fen:
        raise Refused("重新确定缴款期限的，此前的加处罚款不再计算，没有可以减免的。", clauses, field="remitted_fen",
                      remedy="请只填写重新确定的期限，或者只填写减免的数额。")  # fmt: skip
    if not _something_to_pay(decision, left):
        raise Refused(
            "没有待缴纳、待履行的款项，不能重新确定期限。", clauses, field=FIELD, remedy="已经缴清、履行的不填期限。"
        )
    return last.isoformat()


def plans_to_end(decision: Decision) -> list[str]:
    """The plans to pay in parts that end with a new term, by public id."""
    return [one.public_id for one in plans_granted(decision)] if decision.fine_fen else []


def set_anew(remedy: Remedy, decision: Decision, until: date, *, actor: Account, at: Moment) -> None:
    """The term runs from the day the paper came in; whoever was late is so no longer."""
    if decision.kind == DecisionKind.DISPOSITION:
        _to_fulfil(remedy, until, actor, at)
    else:
        _to_pay(remedy, decision, until, actor, at)


def _something_to_pay(decision: Decision, left: dict[str, Any]) -> bool:
    if decision.status != DecisionStatus.SERVED:
        return False
    if decision.kind == DecisionKind.DISPOSITION:
        row = Disposition.objects.filter(decision=decision, status__in=STANDING).first()
        annex = left.get("annex") or (ordered_by(row)["annex"] if row else [])
        return row is not None and any(left_under(row, annex).values())
    paid = fine_now(decision) - unpaid_of(decision)
    return int(left.get("fine_fen") or 0) > paid and execution_of(decision).status in GOING_ON


def _to_pay(remedy: Remedy, decision: Decision, until: date, actor: Account, at: Moment) -> None:
    """What was added, urged, ordered or agreed on before is over; before the court the line stays where it is."""
    row = locked_execution(decision)
    step_taken(row, ACT, actor=actor, at=at)
    end_agreements(row)
    row.imposed_on, row.demanded_on, row.remitted_fen = None, None, 0
    if row.stayed_from in BEFORE:
        row.stayed_from = ExecutionStatus.RUNNING if row.status == ExecutionStatus.STAYED else ""
        for term in COURT_TERMS:
            run_clocks.stop(row.case, term, on=at.day, event=WHY, about_ref=decision.public_id)
    row.save()
    _restart(remedy, "pay_by", until, decision.public_id, at)
    if row.status == ExecutionStatus.RUNNING and not others_unpaid(row):
        move_case(row.case, ACT, actor=actor, at=at)


def _to_fulfil(remedy: Remedy, until: date, actor: Account, at: Moment) -> None:
    row = _lines.locked_line(Disposition.objects.get(decision_id=remedy.decision_id))
    _lines.step_taken(row, ACT, actor=actor, at=at)
    row.fulfil_by, row.demanded_on = until, None
    row.save()
    _restart(remedy, "fulfil_disposition_by", until, row.public_id, at)


def drop_demand_made_ahead(decision: Decision, *, at: Moment) -> None:
    """A demand of a disposition that nobody got yet says what is owed no more: it is served no longer."""
    row = Disposition.objects.filter(decision=decision).select_related("demand").first()
    if row is None or not waits(row.demand):
        return
    for one in row.case.announcements.filter(document=row.demand, status__in=UNDER_WAY).order_by("pk"):
        settle(one, AnnouncementStatus.ENDED, on=at.day, why=WHY)
    row.demand, row.demand_due_on = None, None
    row.save(update_fields=["demand", "demand_due_on"])


def _restart(remedy: Remedy, kind: str, until: date, ref: str, at: Moment) -> None:
    on, court = remedy.outcome_received_on or at.day, remedy.kind == RemedyKind.LITIGATION
    run_clocks.stop(remedy.case, kind, on=at.day, event=WHY, about_ref=ref)
    run_clocks.start(
        remedy.case, kind, on=on, event=WHY, about_ref=ref, fixed_due_on=until, counted_by=CLAUSES[MEDIATED][court]
    )

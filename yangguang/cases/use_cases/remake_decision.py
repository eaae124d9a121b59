"""Begin anew where a decision that fell went wrong (V08): the steps from there on are taken again, all their gates asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.remaking import RemakeBegun
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Decision, DecisionKind, DecisionStatus, Outcome, Remake, Remedy
from yangguang.cases.outcomes import parts_to_remake
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.rules.remaking import GROUNDS, STARTS, RemakeGround, RestartsAt, skips_the_fault
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.give_prior_notice import supersede
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSES = ("ARL-2023:64.2", "AJL-2017:71")
TITLE = "重新作出行政行为方案"
ACTS = {
    RestartsAt.INVESTIGATION: "remake_decision", RestartsAt.NOTICE: "remake_from_notice",
    RestartsAt.REVIEW: "remake_from_review",
}  # fmt: skip


@dataclass(frozen=True)
class RemakePlan:
    """For which fault the decision fell, from where the procedure begins again, what has to be done, until when."""

    decision_ref: str
    ground: str
    restarts_at: str
    plan: str
    decide_by: date | None = None


@transaction.atomic
def remake_decision(
    *, case_id: int, plan: RemakePlan, actor: Account, at: Moment, seen_version: int | None = None
) -> Remake:
    """Raises Refused where the procedure would begin after the fault. The term of decision is the one the paper names,
    else it runs anew from the day the paper came in.
    """
    case = lock_case(case_id, seen_version=seen_version)
    decision = _fallen(case, plan.decision_ref)
    _goes_back_far_enough(plan)
    words = worded(plan.plan, label="重作方案", field="plan", most=2000)
    if plan.decide_by is not None and plan.decide_by < at.day:
        raise Refused("指定的期限已经过去。", CLAUSES, field="decide_by", remedy="请核对文书；没有指定的不填。")
    keep_secret(case, {"plan": words})
    taken = take(Taking(FLOWS["penalty"], case, ACTS[RestartsAt(plan.restarts_at)], actor, at))
    _undo(case, RestartsAt(plan.restarts_at), at)
    made = Remake.objects.create(
        case=case, decision=decision, ground=plan.ground, restarts_at=plan.restarts_at, plan=words,
        decide_by=plan.decide_by, begun_on=at.day,
    )  # fmt: skip
    case.outcome, case.decided_on, case.review_required = Outcome.NONE, None, True
    case.save(update_fields=["outcome", "decided_on", "review_required"])
    run_clocks.start(
        case, "decide_by", on=_told_on(decision, at), event="收到使决定失效的文书", fixed_due_on=plan.decide_by
    )
    ground, start = GROUNDS[RemakeGround(plan.ground)], STARTS[RestartsAt(plan.restarts_at)]
    rows = [
        ("失效的决定", decision.number),
        ("失效的原因", ground),
        ("重新开始的环节", start),
        ("需要重做的步骤", words),
    ]
    make_document(
        kind="remake_plan", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day), volume="side",
    )  # fmt: skip
    announce(taken, RemakeBegun(made.public_id, decision.public_id, decision.number, ground, start, plan.decide_by),
             actor=actor, at=at)  # fmt: skip
    return made


def _fallen(case: Case, ref: str) -> Decision:
    decision = next((one for one in to_remake(case) if one.public_id == ref), None)
    if decision is None:
        raise Refused("请选择已经失效的决定。", CLAUSES, field="decision_ref")
    return decision


def to_remake(case: Case) -> list[Decision]:
    """What may be made anew where the case stands: decisions that fell, else those of which a part fell."""
    if case.status != "annulled":
        return parts_to_remake(case)
    rows = case.decisions.exclude(kind=DecisionKind.DISPOSITION).filter(status=DecisionStatus.ANNULLED)
    return [*rows.order_by("-pk"), *parts_to_remake(case)]


def _goes_back_far_enough(plan: RemakePlan) -> None:
    if plan.ground not in set(RemakeGround) or plan.restarts_at not in set(RestartsAt):
        raise Refused("请选择失效的原因和重新开始的环节。", CLAUSES, field="restarts_at")
    if skips_the_fault(plan.ground, plan.restarts_at):
        raise Refused(
            "应当自违法环节起重新进行。",
            CLAUSES,
            field="restarts_at",
            remedy="事实不清的从调查开始；依据、幅度有错的从告知开始。",
        )


def _undo(case: Case, start: RestartsAt, at: Moment) -> None:
    """What was done after the fault no longer counts; it stays in the file."""
    if start == RestartsAt.INVESTIGATION:
        case.reports.filter(superseded_on=None).update(superseded_on=at.day, supplement=TITLE)
    if start != RestartsAt.REVIEW:
        for notice in standing.current_notices(case):
            supersede(notice, at)


def _told_on(decision: Decision, at: Moment) -> date:
    """The day the paper came in that took the decision its force; the day of the plan where the agency took it back itself."""
    remedy = Remedy.objects.filter(decision=decision).exclude(outcome="").order_by("-pk").first()
    return remedy.outcome_received_on if remedy and remedy.outcome_received_on else at.day

"""Record how a reconsideration or a lawsuit ended; a decision that lost its force by it falls with the paper (V07)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base.events import Event
from yangguang.cases.events.contesting import RemedyEnded
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.execution.court_gates import AFTER_RECONSIDERATION, REMEDIES
from yangguang.cases.kinds.execution.stages import OVERDUE
from yangguang.cases.kinds.register import FLOWS, main_flow
from yangguang.cases.models import (
    Case,
    Decision,
    DecisionKind,
    DecisionStatus,
    Execution,
    Remedy,
    RemedyKind,
    RemedyOutcome,
)
from yangguang.cases.rules.answering import TERMS
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.rules.remedies import ANNULS, WITHOUT_RULING, OutcomeTerms
from yangguang.cases.standing import others_in_force
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._alteration_falls import alteration_falls
from yangguang.cases.use_cases._execution import decision_fell, keep_court_window
from yangguang.cases.use_cases._lines import step_taken
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._outcome_terms import follow, terms_of
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:48.2"
FALLING = "annul_disposition_by_outcome"


@transaction.atomic
def record_remedy_outcome(
    *, case_id: int, remedy_ref: str, outcome: str, outcome_paper: str, outcome_received_on: date, outcome_words: str,
    actor: Account, at: Moment, in_force: bool = False, fallen_ground: str = "", terms: OutcomeTerms | None = None,
    seen_version: int | None = None,
) -> Remedy:  # fmt: skip
    """`outcome_received_on` starts the three working days of taking a publication back; `in_force`: no appeal is left.
    `fallen_ground`: for which fault an alteration that alone was contested fell; `terms`: what the paper left or ordered.

    An archived file stays as it is, and so does a line that has ended: there only the decision falls. Where only what the
    agency made of a decision was contested, only that falls, and the decision stands again as it did before.
    """
    case = lock_case(case_id, seen_version=seen_version)
    remedy = case.remedies.select_for_update().filter(public_id=remedy_ref, outcome="").first()
    if remedy is None:
        raise Refused("请选择还没有结果的复议或者诉讼。", CLAUSE, field="remedy_ref")
    _is_final(remedy, outcome, outcome_received_on, in_force, at)
    told = _told(case, outcome_paper, outcome_words, terms)
    decision, altered = Decision.objects.select_for_update().get(pk=remedy.decision_id), remedy.alteration
    falls = outcome in ANNULS and altered is None and decision.status in {DecisionStatus.DECIDED, DecisionStatus.SERVED}
    decision.case = remedy.case = case
    remedy.outcome_terms = terms_of(remedy, decision, outcome, terms or OutcomeTerms(), on=outcome_received_on, at=at)
    taken = take(Taking(main_flow(case), case, _act(case, decision, falls), actor, at))
    remedy.outcome, remedy.outcome_received_on = outcome, outcome_received_on
    remedy.outcome_paper, remedy.outcome_words = told
    remedy.save()
    for term in TERMS:
        run_clocks.stop(case, term, on=at.day, event="复议、诉讼已有结果", about_ref=remedy.public_id)
    if falls:
        _fall(decision, actor, at)
    else:
        _terms_after(remedy, decision, at)
    changed = follow(remedy, decision, actor, at)
    event: Event = RemedyEnded(
        remedy.public_id, decision.public_id, remedy.number_contested, outcome, remedy.get_outcome_display(),
        remedy.outcome_paper, outcome_received_on, changed,
    )  # fmt: skip
    if altered is not None and outcome in ANNULS:
        event = alteration_falls(remedy, altered, ground=fallen_ground, actor=actor, at=at)
    announce(taken, event, actor=actor, at=at)
    return remedy


def _told(case: Case, paper: str, words: str, terms: OutcomeTerms | None) -> tuple[str, str]:
    """The paper and what it says; neither gives away who told."""
    found = (
        worded(paper, label="结果文书", field="outcome_paper", most=200),
        worded(words, label="结果的内容", field="outcome_words", most=2000),
    )
    ordered = terms.perform if terms else ""
    keep_secret(case, {"outcome_paper": found[0], "outcome_words": found[1], "perform": ordered})
    return found


def _is_final(remedy: Remedy, outcome: str, received_on: date, in_force: bool, at: Moment) -> None:
    if outcome not in RemedyOutcome.values:
        raise Refused("请选择结果。", CLAUSE, field="outcome")
    if not remedy.received_on <= received_on <= at.day:
        remedy_words = "收到结果文书的日期应当在复议、诉讼开始以后，不晚于登记。"
        raise Refused(remedy_words, CLAUSE, field="outcome_received_on", remedy="请核对日期。")
    if remedy.kind == RemedyKind.LITIGATION and outcome not in WITHOUT_RULING and not in_force:
        raise Refused(
            "裁判尚未生效。",
            CLAUSE,
            field="in_force",
            remedy="请在上诉期满、调解书经双方签收或者收到生效证明以后登记。",
        )


def _act(case: Case, decision: Decision, falls: bool) -> str:
    """The step of the main line: only a decision of its own that falls moves it, and not out of the archive."""
    annulling = next(step for step in main_flow(case).steps if step.act == "record_annulling_outcome")
    alone = decision.kind != DecisionKind.DISPOSITION and not others_in_force(decision)
    moves = falls and alone and case.status in annulling.sources
    return annulling.act if moves else "record_remedy_outcome"


def _terms_after(remedy: Remedy, decision: Decision, at: Moment) -> None:
    """A reconsideration that leaves the decision in force gives fifteen days to sue; the court's three months move."""
    line = decision.case.dispositions.filter(decision=decision).first()
    ref = line.public_id if line else decision.public_id
    if remedy.kind == RemedyKind.RECONSIDERATION and remedy.outcome not in WITHOUT_RULING:
        on = remedy.outcome_received_on or decision.decided_on
        for kind in REMEDIES:
            run_clocks.stop(decision.case, kind, on=on, event="收到复议决定", about_ref=ref)
        run_clocks.start(decision.case, AFTER_RECONSIDERATION, on=on, event="收到复议决定", about_ref=ref)
    if row := Execution.objects.filter(decision=decision, status__in=OVERDUE).first():
        keep_court_window(row, on=at.day)


def _fall(decision: Decision, actor: Account, at: Moment) -> None:
    decision.status = DecisionStatus.ANNULLED
    decision.save(update_fields=["status"])
    run_clocks.stop(decision.case, "pay_by", on=at.day, event="决定失效", about_ref=decision.public_id)
    decision_fell(decision, actor=actor, at=at)
    row = decision.case.dispositions.filter(decision=decision).select_for_update(of=("self",)).first()
    falling = next(step for step in FLOWS["disposition"].steps if step.act == FALLING)
    if row is not None and row.status in falling.sources:
        step_taken(row, FALLING, actor=actor, at=at)
        step_taken(row.instruction, "reopen_instruction", actor=actor, at=at)

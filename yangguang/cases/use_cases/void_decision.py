"""Void a decision that was typed wrongly and has not been served: its number stays voided, and it is decided again."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.deciding import DecisionVoided
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, CaseStatus, Decision, DecisionStatus, Outcome, StepTaken
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._enclosing import void_enclosures
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.issue_decision import ACTS
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import DocumentStatus, void_document

CLAUSE = "APL-2021:47"
VOIDING = {
    CaseStatus.REVIEW_PASSED: "void_decision", CaseStatus.DISCUSSED: "void_decision_after_discussion",
    CaseStatus.HEARD: "void_decision_without_review", CaseStatus.CONCLUDED: "void_decision_without_notice",
}  # fmt: skip


@transaction.atomic
def void_decision(
    *, case_id: int, reason: str, actor: Account, at: Moment, seen_version: int | None = None
) -> Decision:
    """The case stands again where it was decided from, and its terms run on. An unchanged draft keeps its review; a
    changed one goes back to it. Decisions made together are voided together; one some party already has is annulled, not voided.
    """
    case = lock_case(case_id, seen_version=seen_version)
    rows = case.decisions.select_for_update(of=("self",)).select_related("document").filter(kind__in=ACTS)
    decisions = list(rows.filter(status=DecisionStatus.DECIDED))
    if not decisions:
        raise Refused("没有可以作废的决定。", CLAUSE, remedy="只有尚未送达的决定可以作废。")
    made = _made(case)
    together = rows.filter(status=DecisionStatus.SERVED, decided_on=decisions[0].decided_on)
    if together.exists() or any(one.document and one.document.status == DocumentStatus.SERVED for one in decisions):
        raise Refused("决定书已经送达部分当事人，不能作废。", CLAUSE, remedy="请按撤销决定办理。")
    if not reason.strip():
        raise Refused("作废决定应当写明原因。", CLAUSE, field="reason")
    keep_secret(case, {"reason": reason})
    taken = take(Taking(FLOWS["penalty"], case, VOIDING[CaseStatus(made.left)], actor, at))
    for decision in decisions:
        decision.status = DecisionStatus.VOIDED
        decision.save(update_fields=["status"])
        if decision.document is not None and decision.document.status != DocumentStatus.VOIDED:
            void_enclosures(decision.document, reason=reason, actor=actor, at=at)
            void_document(document_id=decision.document.pk, reason=reason, actor=actor, at=at)
    case.outcome, case.decided_on = Outcome.NONE, None
    case.save(update_fields=["outcome", "decided_on"])
    step = FLOWS["penalty"].step(made.act, made.left)
    for kind in step.stops:
        run_clocks.resume(case, kind, event=step.label)
    first, *others = [DecisionVoided(one.public_id, one.number, reason.strip(), at.day) for one in decisions]
    announce(taken, first, actor=actor, at=at)
    for event in others:
        ledger.record(event, subject=case.subject, actor=actor, at=at)
    return decisions[0]


def _made(case: Case) -> StepTaken:
    """The step that made the decision."""
    return case.steps_taken.filter(line="case", act__in=ACTS.values()).latest("pk")

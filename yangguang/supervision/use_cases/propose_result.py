"""Put the grades of a round before the head, with what is to be said about it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.approvals import Signer
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words
from yangguang.kernel.written_text import clean
from yangguang.supervision.events import ResultProposed
from yangguang.supervision.models import CaseFileEvaluation, FileState, RoundState
from yangguang.supervision.policy import NOT_LEADER, leads
from yangguang.supervision.queries import BEFORE_FEEDBACK, counted_files
from yangguang.supervision.rules.flow import HOUSE
from yangguang.supervision.rules.quota import no_quota
from yangguang.supervision.use_cases._round import led

PURPOSE = "finalise_evaluation"
SIGNERS = (Signer("leader", "评查组织人意见"), Signer(Role.AGENCY_HEAD, "机关负责人意见"))


@transaction.atomic
def propose_result(*, evaluation: CaseFileEvaluation, summary: str, actor: Account, at: Moment) -> CaseFileEvaluation:
    """Before the head. Raises Refused before feedback, while objections are open, and before their time is over."""
    if not leads(actor, evaluation):
        raise Refused(NOT_LEADER, HOUSE, remedy="请由组织评查的人员办理。")
    ready(evaluation, at)
    held = led(evaluation, "propose_result", actor)
    held.summary = clean(summary, label="总体评价", most=4000, least=1, lines=True, field="summary")
    no_quota(held.summary, field="summary")
    held.save(update_fields=["summary"])
    proposal = result_of(held)
    approvals.request(
        subject=held.subject, purpose=PURPOSE, title=f"{held.title}定档", proposal=proposal, signers=SIGNERS,
        opinion="请审定。", actor=actor, at=at,
    )  # fmt: skip
    ledger.record(ResultProposed(approvals.digest_of(proposal)), subject=held.subject, actor=actor, at=at)
    return held


def ready(evaluation: CaseFileEvaluation, at: Moment) -> None:
    """Raises Refused until the bodies were told, had their time, and were answered."""
    evaluation.refresh_from_db(fields=["state", "fed_back_on", "objections_until"])
    if evaluation.fed_back_on is None or evaluation.state in BEFORE_FEEDBACK:
        raise Refused("结果尚未反馈被评查单位，不得定档。", HOUSE, remedy="请先反馈，等异议期满。")
    unsettled = counted_files(evaluation).filter(state__in=[FileState.OBJECTED, FileState.VETO_CLAIMED])
    if evaluation.state == RoundState.OBJECTING or unsettled.exists():
        raise Refused("异议尚未答复。", HOUSE, remedy="请由另一名评查人复评并答复。")
    if evaluation.objections_until is not None and at.day <= evaluation.objections_until:
        raise Refused(
            f"异议期未满（至{in_words(evaluation.objections_until)}），不得定档。", HOUSE, remedy="请等异议期满。"
        )


def result_of(evaluation: CaseFileEvaluation) -> dict[str, Any]:
    """What is put before the head: every file's score and grade, and the words."""
    files = [{"ref": one.public_id, "score": one.score, "grade": one.grade} for one in counted_files(evaluation)]
    return {"summary": evaluation.summary, "files": files}

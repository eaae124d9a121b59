"""The head fixes the grades of a round; the circular is made."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.supervision.documents import circular, frame
from yangguang.supervision.events import EvaluationFinalised
from yangguang.supervision.models import CaseFileEvaluation, FileState
from yangguang.supervision.policy import NOT_HEAD, decides
from yangguang.supervision.queries import counted_files
from yangguang.supervision.rules.flow import HOUSE
from yangguang.supervision.use_cases._round import decided, moves
from yangguang.supervision.use_cases.propose_result import PURPOSE, ready, result_of


@transaction.atomic
def finalise_round(*, evaluation: CaseFileEvaluation, opinion: str, actor: Account, at: Moment) -> CaseFileEvaluation:
    """Final. Raises Refused before feedback and objections are through, and where the result was altered since it was put."""
    if not decides(actor, evaluation.body_id):
        raise Refused(NOT_HEAD, HOUSE, remedy="请由机关负责人办理。")
    ready(evaluation, at)
    held = decided(evaluation, "finalise_round", actor)
    approval = approvals.latest(held.subject, PURPOSE)
    if approval is None or approvals.next_step(approval) is None:
        raise Refused("还没有提请定档。", HOUSE, remedy="请由组织评查的人员先提请。")
    digest = approvals.digest_of(result_of(held))
    if digest != approval.proposal_digest:
        raise Refused("评查结果与提请时不一致，不能定档。", HOUSE, remedy="请退回后重新提请。")
    approvals.sign(approval=approval, role=Role.AGENCY_HEAD, opinion=opinion, actor=actor, at=at)
    files = counted_files(held)
    count = files.count()
    held.files.exclude(state=FileState.EXCLUDED).update(state=FileState.FINAL)
    held.finalised_on = at.day
    moves(held, "finalise_round", "finalised_on")
    paper = circular.sheet(held, dated_on=at.day)
    frame.made(held, "evaluation_circular", circular.TITLE, paper, actor=actor, at=at)
    ledger.record(EvaluationFinalised(count, digest), subject=held.subject, actor=actor, at=at)
    return held

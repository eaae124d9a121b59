"""The head approves the plan of a round; its paper is made."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.supervision.documents import evaluation_plan, frame
from yangguang.supervision.events import EvaluationPlanned
from yangguang.supervision.models import CaseFileEvaluation, StandardState
from yangguang.supervision.rules.flow import REGULAR
from yangguang.supervision.use_cases._round import decided, moves
from yangguang.supervision.use_cases.plan_round import PURPOSE


@transaction.atomic
def approve_plan(*, evaluation: CaseFileEvaluation, opinion: str, actor: Account, at: Moment) -> CaseFileEvaluation:
    """Planned. Raises Refused where the sheet was superseded meanwhile, or nothing waits."""
    pending = decided(evaluation, "approve_plan", actor)
    if pending.standard.state != StandardState.IN_FORCE:
        raise Refused("评查标准不是现行版本。", REGULAR, remedy="请退回方案，按现行标准重新拟订。")
    approval = approvals.latest(pending.subject, PURPOSE)
    if approval is None:
        raise Refused("评查方案没有在等候批准。", REGULAR, remedy="请刷新页面。")
    approvals.sign(approval=approval, role=Role.AGENCY_HEAD, opinion=opinion, actor=actor, at=at)
    moves(pending, "approve_plan")
    paper = evaluation_plan.sheet(pending, dated_on=at.day)
    frame.made(pending, "evaluation_plan", evaluation_plan.TITLE, paper, actor=actor, at=at)
    ledger.record(EvaluationPlanned(pending.title), subject=pending.subject, actor=actor, at=at)
    return pending

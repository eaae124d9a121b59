"""The head gives a round up, with the reason; the yearly duty stays."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.approvals import next_step
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.written_text import clean
from yangguang.supervision.events import EvaluationCancelled
from yangguang.supervision.models import CaseFileEvaluation
from yangguang.supervision.use_cases._round import decided, moves
from yangguang.supervision.use_cases.plan_round import PURPOSE


@transaction.atomic
def cancel_round(*, evaluation: CaseFileEvaluation, reason: str, actor: Account, at: Moment) -> CaseFileEvaluation:
    """Over. Raises Refused without a reason, and once files are being scored."""
    held = decided(evaluation, "cancel_round", actor)
    held.cancel_reason = clean(reason, label="取消理由", most=400, least=1, field="reason")
    approval = approvals.latest(held.subject, PURPOSE)
    if approval is not None and next_step(approval) is not None:
        approvals.send_back(approval=approval, role=Role.AGENCY_HEAD, reason=held.cancel_reason, actor=actor, at=at)
    moves(held, "cancel_round", "cancel_reason")
    ledger.record(EvaluationCancelled(held.cancel_reason), subject=held.subject, actor=actor, at=at)
    return held

"""Do not approve a clarification, and say why; nothing of it was public."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.directory.api import Account, Role
from yangguang.disclosure.events.clarifications import ClarificationReturned
from yangguang.disclosure.models import Clarification, ClarificationStatus
from yangguang.disclosure.rules.clarifying import CLARIFYING
from yangguang.disclosure.use_cases._lock_clarification import lock_clarification
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def return_clarification(*, clarification_id: int, reason: str, actor: Account, at: Moment) -> Clarification:
    """The publisher drafts it anew."""
    row, approval = lock_clarification(clarification_id, actor)
    words = clean(reason, label="退回理由", most=400, lines=True, field="reason")
    if not words:
        raise Refused("退回应当写明理由。", CLARIFYING, field="reason")
    approvals.send_back(approval=approval, role=Role.AGENCY_HEAD, reason=words, actor=actor, at=at)
    row.status = ClarificationStatus.RETURNED
    row.save(update_fields=["status"])
    event = ClarificationReturned(row.publication.number, row.public_id, words)
    ledger.record(event, subject=row.publication.subject, actor=actor, at=at)
    return row

"""Do not approve a proposed withdrawal, and say why; the decision stays public."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.events import WITHDRAWAL
from yangguang.disclosure.events.withdrawals import WithdrawalReturned
from yangguang.disclosure.models import WithdrawalProposal
from yangguang.disclosure.policy import withdrawal_reader_fault
from yangguang.disclosure.use_cases._lock_withdrawal import lock_withdrawal
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def return_withdrawal(*, proposal_id: int, reason: str, actor: Account, at: Moment) -> WithdrawalProposal:
    """The one who proposed it may take it back alone."""
    proposal = lock_withdrawal(proposal_id)
    publication = proposal.publication
    if fault := withdrawal_reader_fault(actor, publication):
        raise Refused(fault, WITHDRAWAL)
    words = clean(reason, label="退回理由", most=400, lines=True, field="reason")
    if not words:
        raise Refused("退回应当写明理由。", WITHDRAWAL, field="reason")
    proposal.approved, proposal.decided_by, proposal.decided_on = False, actor, at.day
    proposal.return_reason = words
    proposal.save(update_fields=["approved", "decided_by", "decided_on", "return_reason"])
    event = WithdrawalReturned(publication.number, words)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return proposal

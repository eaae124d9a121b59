"""Confirm that what one publisher pulled at once stays down: another person, with a fresh code."""

from __future__ import annotations

from yangguang.base import ledger
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.disclosure.events.withdrawals import PullingConfirmed
from yangguang.disclosure.models import WithdrawalProposal
from yangguang.disclosure.policy import withdrawal_approval_fault
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.use_cases._lock_withdrawal import lock_withdrawal
from yangguang.disclosure.use_cases.withdraw_publication import ANOTHER
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@asks_code
def confirm_pulling(*, proposal_id: int, code: str, actor: Account, at: Moment) -> WithdrawalProposal:
    """Nothing changes in public any more. Who thinks otherwise returns it, and a second person has it shown again."""
    proposal = lock_withdrawal(proposal_id)
    publication = proposal.publication
    if publication.stands:
        raise Refused("这条公示信息还在公开，没有撤下。", SECRECY, remedy="请办理“批准撤回公开”。")
    if fault := withdrawal_approval_fault(actor, publication, proposal):
        raise Refused(fault, SECRECY, remedy=ANOTHER)
    reauthenticate(actor, code, purpose="withdraw")
    proposal.approved, proposal.decided_by, proposal.decided_on = True, actor, at.day
    proposal.save(update_fields=["approved", "decided_by", "decided_on"])
    event = PullingConfirmed(publication.number, proposal.proposed_by.actor_ref)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return proposal

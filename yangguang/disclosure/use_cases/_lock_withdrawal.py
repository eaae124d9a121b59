"""Lock a proposed withdrawal with its publication."""

from __future__ import annotations

from yangguang.disclosure.events import WITHDRAWAL
from yangguang.disclosure.models import WithdrawalProposal
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.refusal import Refused


def lock_withdrawal(proposal_id: int) -> WithdrawalProposal:
    """What is proposed and what it is about, both locked by the publication. Raises Refused once it was decided."""
    proposal = WithdrawalProposal.objects.select_related("proposed_by").get(pk=proposal_id)
    publication = lock_publication(proposal.publication_id)
    proposal.refresh_from_db()
    proposal.publication = publication
    if proposal.decided_on is not None:
        raise Refused("这项撤回已经办理。", WITHDRAWAL, remedy="请刷新页面查看现在的状态。")
    return proposal

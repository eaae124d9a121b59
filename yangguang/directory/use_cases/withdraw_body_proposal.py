"""Take back a proposed entry that was not agreed to yet."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import BodyProposalWithdrawn
from yangguang.directory.models import BodyProposal
from yangguang.directory.policy import may_propose_body
from yangguang.directory.rules.body_proposals import ProposalState
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def withdraw_body_proposal(*, proposal: BodyProposal, actor: Actor, at: Moment) -> BodyProposal:
    """Nothing of it will stand. Raises Refused when it was settled already."""
    locked = BodyProposal.objects.select_for_update(of=("self",)).select_related("body", "parent").get(pk=proposal.pk)
    if not may_propose_body(actor, locked.concerned):
        raise Refused("您不能撤回这份登记申请。", remedy="请送审的机关办理。")
    if not locked.is_open:
        raise Refused("这份登记申请已经办完。", "APL-2021:39", remedy="请查看审核结果。")
    locked.state = ProposalState.WITHDRAWN
    locked.save(update_fields=["state"])
    ledger.record(BodyProposalWithdrawn(locked.name), subject=locked.subject, actor=actor, at=at)
    return locked

"""Put a returned entry forward once more, changed as the judicial bureau asked (D06)."""

from __future__ import annotations

from typing import Unpack

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.directory.models import BodyProposal
from yangguang.directory.rules.body_facts import BodyFacts
from yangguang.directory.rules.body_proposals import ProposalState
from yangguang.directory.use_cases._proposing import may_propose, reasoned, record_proposal, told
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def propose_body_again(
    *, proposal: BodyProposal, reason: str, actor: Actor, at: Moment, **facts: Unpack[BodyFacts]
) -> BodyProposal:
    """Put a returned proposal forward once more, changed. Raises Refused for one that was not returned."""
    locked = BodyProposal.objects.select_for_update(of=("self",)).select_related("body", "parent").get(pk=proposal.pk)
    may_propose(actor, locked.concerned)
    if locked.state != ProposalState.RETURNED:
        raise Refused("只有退回的登记申请可以改后再送审。", "APL-2021:39", remedy="正在审核的，请先撤回。")
    locked.facts, locked.reason = told(locked.body, facts), reasoned(reason)
    locked.state, locked.round = ProposalState.WAITING, locked.round + 1
    locked.proposed_by_ref, locked.proposed_by_name, locked.proposed_on = actor.actor_ref, actor.actor_name, at.day
    locked.save()
    record_proposal(locked, actor, at)
    return locked

"""Review a proposed entry as the judicial bureau above, in this system: agreed to it stands, else it goes back (D06)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.directory.models import Account, BodyProposal
from yangguang.directory.policy import may_review_entry
from yangguang.directory.use_cases._settle_proposal import Review, settle, waiting_proposal
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def review_body_proposal(
    *, proposal: BodyProposal, round_seen: int | None = None, agrees: bool, opinion: str, actor: Actor, at: Moment
) -> BodyProposal:
    """Agree, or return with the reason. Raises Refused for anyone but the bureau's supervisor, and for whoever proposed it."""
    locked = waiting_proposal(proposal, round_seen)
    if not isinstance(actor, Account) or not may_review_entry(actor, locked.body, locked.parent):
        raise Refused("您不能审核这份登记申请。", "APL-2021:39", remedy="请由本级司法行政部门的监督人员审核。")
    if actor.actor_ref == locked.proposed_by_ref:
        raise Refused("送审的人不能审核自己送审的登记。", "APL-2021:39", remedy="请另一名监督人员审核。")
    review = Review(agrees=agrees, opinion=opinion, office_name=actor.body.name, reviewed_on=at.day)
    return settle(locked, review, actor=actor, at=at)

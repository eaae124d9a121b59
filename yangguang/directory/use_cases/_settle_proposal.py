"""What a review of a proposed entry brings about: the entry stands and is published, or goes back with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.base.models import Blob
from yangguang.directory.events import BodyChanged, BodyProposalReturned, BodyRegistered
from yangguang.directory.models import Body, BodyProposal
from yangguang.directory.rules import entries
from yangguang.directory.rules.body_proposals import ProposalState
from yangguang.directory.use_cases._entries import amend, differing, whole
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

OPINION_MOST = 1000


@dataclass(frozen=True)
class Review:
    """Who said what, when, and on which paper."""

    agrees: bool
    opinion: str
    office_name: str
    reviewed_on: date
    document_number: str = ""
    document: Blob | None = None


def waiting_proposal(proposal: BodyProposal, round_seen: int | None) -> BodyProposal:
    """The proposal, locked. Raises Refused when it does not wait, or is not the one that was read."""
    locked = BodyProposal.objects.select_for_update(of=("self",)).select_related("body", "parent").get(pk=proposal.pk)
    if locked.state != ProposalState.WAITING:
        raise Refused("这份登记申请没有在等候审核。", "APL-2021:39", remedy="请刷新页面，查看办理结果。")
    if round_seen is not None and round_seen != locked.round:
        raise Refused("您打开以后登记内容改过。", "APL-2021:39", remedy="请重新打开，看过新的内容再审核。")
    return locked


def settle(proposal: BodyProposal, review: Review, *, actor: Actor, at: Moment) -> BodyProposal:
    """Write the review down, carry out what was agreed to, and tell the ledger once."""
    opinion = review.opinion if review.opinion.strip() or not review.agrees else "经审核，同意。"
    label = "审核意见" if review.agrees else "退回理由"
    proposal.opinion = entries.required(opinion, label=label, field="opinion", most=OPINION_MOST, lines=True)
    proposal.office_name, proposal.reviewed_on = review.office_name, review.reviewed_on
    proposal.document_number, proposal.document = review.document_number, review.document
    proposal.reviewed_by_name = actor.actor_name
    proposal.state = ProposalState.APPROVED if review.agrees else ProposalState.RETURNED
    if review.agrees:
        _carry_out(proposal, actor, at)
    else:
        event = BodyProposalReturned(proposal.name, proposal.opinion, review.office_name, review.document_number)
        ledger.record(event, subject=proposal.subject, actor=actor, at=at)
    proposal.save()
    return proposal


def _carry_out(proposal: BodyProposal, actor: Actor, at: Moment) -> None:
    known = {
        "proposed_by": proposal.proposed_by_name, "reviewed_by": proposal.office_name,
        "document_number": proposal.document_number,
    }  # fmt: skip
    if proposal.body is None:
        body = Body.objects.create(parent=proposal.parent, registered_on=at.day, **whole(proposal.facts))
        proposal.body = body
        event: BodyRegistered | BodyChanged = BodyRegistered(body.name, **known)
    else:
        body = Body.objects.select_for_update().get(pk=proposal.body.pk)
        event = BodyChanged(body.name, amend(body, differing(body, proposal.facts)), **known)
        proposal.body = body
    ledger.record(event, subject=Subject("body", body.public_id, body.public_id), actor=actor, at=at)

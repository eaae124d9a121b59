"""Take a publication back and say why in public (APL-2021:48.2): another person than the one who proposed it, with a fresh code."""

from __future__ import annotations

from yangguang.base import ledger
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.disclosure.collecting import known_about, private_in
from yangguang.disclosure.events import WITHDRAWAL, PublicationWithdrawn
from yangguang.disclosure.models import Publication, PublicationStatus, WithdrawalGround
from yangguang.disclosure.policy import withdrawal_approval_fault
from yangguang.disclosure.rules.citing import cited
from yangguang.disclosure.rules.redaction import find, hide, redacted
from yangguang.disclosure.use_cases._lock_withdrawal import lock_withdrawal
from yangguang.disclosure.use_cases.propose_withdrawal import late_words
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

NO_PENALTY = "TSO-2018:withdraw"  # what coercion is taken back under: the law of penalties does not speak of it
ANOTHER = "请由本机关另一名公示员或者负责人办理。"


@asks_code
def withdraw_publication(
    *, proposal_id: int, code: str, actor: Account, at: Moment, late_reason: str = ""
) -> Publication:
    """Leave number, reason and dates in public and nothing else. A ground recorded meanwhile goes before the one proposed."""
    proposal = lock_withdrawal(proposal_id)
    publication = proposal.publication
    if fault := withdrawal_approval_fault(actor, publication, proposal):
        raise Refused(fault, WITHDRAWAL, remedy=ANOTHER)
    if not publication.stands:
        raise Refused("公示的状态在提出以后变了，不能撤回。", WITHDRAWAL, remedy="请退回这项提议。")
    if private := private_in(proposal.reason, publication):
        raise Refused(f"撤回理由会公开，不能含有“{private}”。", "APL-2021:50", remedy="请退回，重新提出。")
    why = late_words(publication, proposal.late_reason or late_reason, at)
    reauthenticate(actor, code, purpose="withdraw")

    proposal.approved, proposal.decided_by, proposal.decided_on = True, actor, at.day
    proposal.save(update_fields=["approved", "decided_by", "decided_on"])
    publication.versions.filter(released_on=None).delete()
    publication.status, publication.withdrawn_on = PublicationStatus.WITHDRAWN, at.day
    publication.withdrawal_ground = publication.withdrawal_ground or proposal.ground
    publication.withdrawal_reason = proposal.reason
    publication.withdrawal_late_reason, publication.ended_on = why, at.day
    publication.save()
    event = PublicationWithdrawn(
        publication.number, publication.public_id, publication.withdrawal_reason, basis_of(publication), at.day, why,
        proposal.proposed_by.actor_ref,
    )  # fmt: skip
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication


def basis_of(publication: Publication) -> str:
    """What the public reads as the basis: the ground, the paper without anything private, the clause."""
    known = known_about(publication)
    paper = redacted(publication.withdrawal_paper, known)
    paper = hide(paper, find(paper, known)).rstrip(
        "。；"
    )  # nobody is asked here: what only looks like a name goes as well
    parts = [WithdrawalGround(publication.withdrawal_ground).label, paper]
    law = WITHDRAWAL if publication.paper is None else NO_PENALTY
    law = "APL-2021:50" if publication.withdrawal_ground == WithdrawalGround.NOT_TO_BE_PUBLIC else law
    return "；".join([*(part for part in parts if part), cited([law])])

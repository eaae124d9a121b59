"""Take a publication back and say why in public (APL-2021:48.2); who does it proves again who they are."""

from __future__ import annotations

from yangguang.base import ledger
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.disclosure.collecting import known_about, private_in
from yangguang.disclosure.events import WITHDRAWAL, PublicationWithdrawn
from yangguang.disclosure.models import Publication, PublicationStatus, WithdrawalGround
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.rules.citing import cited
from yangguang.disclosure.rules.redaction import find, hide, redacted
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

NO_PENALTY = "TSO-2018:withdraw"  # what coercion is taken back under: the law of penalties does not speak of it


@asks_code
def withdraw_publication(
    *, publication_id: int, reason: str, code: str, actor: Account, at: Moment, ground: str = "", late_reason: str = ""
) -> Publication:
    """Leave number, reason and dates in public and nothing else. Without a recorded paper the ground is given here."""
    publication = lock_publication(publication_id)
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, WITHDRAWAL)
    if not publication.stands:
        raise Refused("这条公示信息不在公开，不能撤回。", WITHDRAWAL)
    if not reason.strip():
        raise Refused("撤回公开的处罚决定应当公开说明理由。", WITHDRAWAL, field="reason")
    if private := private_in(reason, publication):
        raise Refused(f"撤回理由会公开，不能含有“{private}”。", "APL-2021:50", field="reason")
    chosen = publication.withdrawal_ground or ground
    if chosen not in WithdrawalGround.values:
        raise Refused("请选择撤回情形。", WITHDRAWAL, field="ground")
    overdue = publication.withdraw_by is not None and at.day > publication.withdraw_by
    if overdue and not late_reason.strip():
        raise Refused("已经超过撤回期限，请写明逾期撤回的原因。", WITHDRAWAL, field="late_reason")
    reauthenticate(actor, code, purpose="withdraw")

    publication.versions.filter(released_on=None).delete()
    publication.status, publication.withdrawn_on = PublicationStatus.WITHDRAWN, at.day
    publication.withdrawal_ground, publication.withdrawal_reason = chosen, reason.strip()
    publication.withdrawal_late_reason, publication.ended_on = late_reason.strip(), at.day
    publication.save()
    event = PublicationWithdrawn(
        publication.number, publication.public_id, publication.withdrawal_reason, basis_of(publication),
        at.day, publication.withdrawal_late_reason,
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

"""Approve a correction, a withdrawal or a putting back: another person than the one who proposed it, with a fresh code (D16)."""

from __future__ import annotations

from dataclasses import asdict

from yangguang.base import ledger
from yangguang.base.events import Event, plain
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.disclosure.events.standing import TAKING_BACK, ListCorrected, StandingPutBack, StandingWithdrawn
from yangguang.disclosure.list_copies import basis_of, copy_of_edition, made_copy, replacements_of
from yangguang.disclosure.models import StandingChange, StandingPublication, StandingStatus
from yangguang.disclosure.policy import approval_fault
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.disclosure.use_cases._lock_standing import lock_change, must_be_in_post, named
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@asks_code
def approve_change(*, change_id: int, code: str, actor: Account, at: Moment) -> StandingPublication:
    """From the event on the public reads the corrected text, the tombstone, or the entry again."""
    change, publication = lock_change(change_id, actor)
    if fault := approval_fault(actor, publication, change):
        raise Refused(fault, TAKING_BACK, remedy="请由本机关另一名公示员或者负责人办理。")
    back = change.kind == ChangeKind.RESTORE
    if publication.stands is back:
        raise Refused("公示的状态在提出以后变了，不能批准。", TAKING_BACK, remedy="请退回，重新提出。")
    if back:
        must_be_in_post(publication, at.day)
    reauthenticate(actor, code, purpose="withdraw" if change.kind == ChangeKind.WITHDRAW else "release")

    change.approved, change.decided_by, change.decided_on = True, actor, at.day
    change.save(update_fields=["approved", "decided_by", "decided_on"])
    event = _carried_out(publication, change, at)
    publication.save()
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication


def _carried_out(publication: StandingPublication, change: StandingChange, at: Moment) -> Event:
    """Change the row; what is announced of it."""
    title, ref, proposed_by = named(publication), publication.ref, change.proposed_by.actor_ref
    if change.kind == ChangeKind.WITHDRAW:
        publication.status, publication.withdrawn_on = StandingStatus.WITHDRAWN, at.day
        publication.withdrawal_ground, publication.withdrawal_reason = change.ground, change.reason
        return StandingWithdrawn(
            title, ref, change.ground, change.reason, basis_of(publication), at.day, proposed_by, change.public_id
        )
    corrects = change.kind == ChangeKind.CORRECT
    publication.version += 1
    publication.status = StandingStatus.CORRECTED if corrects else StandingStatus.PUBLISHED
    publication.withdrawn_on, publication.withdrawal_ground, publication.withdrawal_reason = None, "", ""
    kind = _copied_anew(publication)
    if corrects:
        return ListCorrected(
            title, ref, edition_ref=ref, list_kind=kind, version=publication.version, digest=publication.digest,
            reason=change.reason, hides_more=change.hides_more, corrected_on=at.day, proposed_by=proposed_by,
        )  # fmt: skip
    return StandingPutBack(
        title, ref, edition_ref=ref if kind else "", list_kind=kind, version=publication.version, reason=change.reason,
        back_on=at.day, proposed_by=proposed_by,
    )  # fmt: skip


def _copied_anew(publication: StandingPublication) -> str:
    """The copy with everything put right so far; which list it is, empty for an officer."""
    if publication.edition is None:
        return ""
    day = copy_of_edition(publication).published_on
    copy = made_copy(publication.edition, published_on=day, replacements=replacements_of(publication))
    publication.copy, publication.digest = plain(asdict(copy)), copy.digest()
    return copy.list_kind

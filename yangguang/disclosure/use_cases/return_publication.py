"""Send a prepared copy back to the one who prepared it, with a reason."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.events import PublicationReturned
from yangguang.disclosure.models import Publication, PublicationStatus
from yangguang.disclosure.policy import release_fault
from yangguang.disclosure.queries import next_version
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def return_publication(*, publication_id: int, reason: str, actor: Account, at: Moment) -> Publication:
    """The copy goes back to be examined again; a prepared correction is given up."""
    publication = lock_publication(publication_id)
    version = next_version(publication)
    if version is None or (publication.waits and publication.status != PublicationStatus.PREPARED):
        raise Refused("没有等待复核的公开文本。", SECRECY)
    if fault := release_fault(actor, publication, version):
        raise Refused(fault, SECRECY)
    if not reason.strip():
        raise Refused("退回应当写明理由。", SECRECY, field="reason")
    publication.return_reason = reason.strip()
    if publication.waits:
        publication.status = PublicationStatus.PENDING
    else:
        version.delete()
    publication.save(update_fields=["status", "return_reason"])
    event = PublicationReturned(publication.number, publication.return_reason)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication

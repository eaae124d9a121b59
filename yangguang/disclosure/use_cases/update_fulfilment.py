"""Bring what became of a decision (履行情况) into its published copy; the system does it, for the words are fixed."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.disclosure.collecting import copy_of
from yangguang.disclosure.decided import fulfilment_of
from yangguang.disclosure.events import FulfilmentPublished
from yangguang.disclosure.models import Publication
from yangguang.disclosure.queries import shown_version
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment


@transaction.atomic
def update_fulfilment(*, publication_id: int, actor: Actor, at: Moment) -> Publication:
    """Keep the words and the new fingerprint. Nothing happens when the public reads them already, or reads nothing."""
    publication = lock_publication(publication_id)
    version, words = shown_version(publication), fulfilment_of(publication)
    if version is None or not publication.stands or version.copy["fulfilment"] == words:
        return publication
    version.copy = {**version.copy, "fulfilment": words}
    version.digest = copy_of(version).digest()
    version.save(update_fields=["copy", "digest"])
    event = FulfilmentPublished(publication.number, publication.public_id, version.number, version.digest, words)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication

"""End a publication whose period is over (到期停止公示): no fault of anyone, and no reason to be given."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.disclosure.events import PublicationExpired
from yangguang.disclosure.models import Publication, PublicationStatus
from yangguang.disclosure.shown_until import clause_of
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:48.1"


@transaction.atomic
def end_publication(*, publication_id: int, actor: Actor, at: Moment) -> Publication:
    """Take it down the day after its last day."""
    publication = lock_publication(publication_id)
    if not publication.stands:
        raise Refused("这条公示信息不在公开。", CLAUSE)
    if publication.until is None or at.day <= publication.until:
        raise Refused("公开期限还没有届满，不能按期满下架。", CLAUSE)
    publication.versions.filter(released_on=None).delete()
    publication.status, publication.ended_on = PublicationStatus.EXPIRED, at.day
    publication.save(update_fields=["status", "ended_on"])
    event = PublicationExpired(publication.number, publication.public_id, at.day, clause_of(publication))
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication

"""List a listing or a major violation as to be published: it is decided in the file that it goes before the public."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.cases.api import SanctionsListing, public_entries
from yangguang.disclosure.entry_copies import title_of
from yangguang.disclosure.events.standing import EntryScheduled
from yangguang.disclosure.list_copies import release_day
from yangguang.disclosure.models import StandingPublication, StandingStatus
from yangguang.disclosure.rules.standing import STEPS
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment


@transaction.atomic
def schedule_entry(*, entry: public_entries.Entry, actor: Actor, at: Moment) -> StandingPublication | None:
    """Told twice, it is listed once; one that was taken off and is listed again waits again. Who collected, passed on and
    reviewed is written down now. None where nothing waits any more.
    """
    if not public_entries.waits(entry):
        return None
    which = {"listing" if isinstance(entry, SanctionsListing) else "violation": entry}
    publication, made = StandingPublication.objects.get_or_create(
        ref=entry.notice_ref, defaults={"body": entry.case.body, **which}
    )
    again = publication.status == StandingStatus.WITHDRAWN
    if made or again:
        publication = StandingPublication.objects.select_for_update().get(pk=publication.pk)
        publication.status = StandingStatus.PENDING
        publication.hands = [
            [step, one.ref, one.name, clock.legal_day(one.at).isoformat()]
            for step, one in zip(STEPS, public_entries.hands_of(entry), strict=False)
        ]
        publication.save(update_fields=["status", "hands"])
        event = EntryScheduled(title_of(publication), publication.ref, release_day(publication))
        ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication

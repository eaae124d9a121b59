"""Put a decision on the list of what is to be published; once, however often it is asked."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.cases.api import Decision
from yangguang.catalogues.api import promise_for
from yangguang.disclosure.events import PublicationScheduled
from yangguang.disclosure.models import Publication
from yangguang.disclosure.queries import standing_of
from yangguang.disclosure.rules.terms import clause_for
from yangguang.kernel.moment import Moment


@transaction.atomic
def schedule_publication(*, decision: Decision, actor: Actor, at: Moment) -> Publication:
    """One publication for one decision, due under the clause of its kind, or sooner where the body's list says so (D15)."""
    locked = Decision.objects.select_for_update().get(pk=decision.pk)
    found = Publication.objects.filter(decision=locked).first()
    if found is not None:
        return found
    clause = clause_for(locked.kind)
    promise = promise_for(clause, locked.body, locked.decided_on)
    publication = Publication.objects.create(
        case_id=locked.case_id, decision=locked, body_id=locked.body_id, decided_on=locked.decided_on, clause=clause,
        promised_workdays=promise.workdays if promise else None,
    )  # fmt: skip
    due = standing_of(publication, at.day).due
    event = PublicationScheduled(locked.number, publication.clause, due.day)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication

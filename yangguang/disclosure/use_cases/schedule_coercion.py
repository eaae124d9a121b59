"""Put a decision of coercion on the list of what is to be published; once, however often it is asked."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.cases.api import coercing
from yangguang.catalogues.api import promise_for
from yangguang.disclosure.events import PublicationScheduled
from yangguang.disclosure.models import Publication
from yangguang.disclosure.queries import standing_of
from yangguang.disclosure.rules.terms import OTHER
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document


@transaction.atomic
def schedule_coercion(*, paper: Document, actor: Actor, at: Moment) -> Publication:
    """One publication for one paper, due as other decisions are: twenty working days from it, or sooner by the body's list.

    Raises LookupError for a paper that names no decision it enforces, though it is about a fine.
    """
    locked = Document.objects.select_for_update().get(pk=paper.pk)
    found = Publication.objects.filter(paper=locked).first()
    if found is not None:
        return found
    one = coercing.coercion_of(locked, coercing.decision_enforced_by(locked))
    if not one.parties:
        raise LookupError(f"{locked.title}{locked.number} does not say whom it is against")
    promise = promise_for(OTHER, locked.body, one.decided_on)
    publication = Publication.objects.create(
        case=one.case, paper=locked, under=one.under, body_id=locked.body_id, decided_on=one.decided_on, clause=OTHER,
        promised_workdays=promise.workdays if promise else None,
    )  # fmt: skip
    due = standing_of(publication, at.day).due
    event = PublicationScheduled(locked.number, publication.clause, due.day)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication

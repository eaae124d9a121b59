"""What an objection is about, found by the reference of its public page, and whether what it asked for was done there."""

from __future__ import annotations

from dataclasses import dataclass

from yangguang.bulletin.api import ThingKind, thing_of
from yangguang.directory.api import Body, Officer, body_that_answers
from yangguang.disclosure.models import Objection, Publication, PublicationStatus, StandingPublication
from yangguang.kernel import clock


@dataclass(frozen=True)
class ObjectedTo:
    """A public page, and the body that answers for it."""

    kind: str
    ref: str
    number: str
    body: Body
    publication: Publication | None = None
    seen: str = ""


def objected_to(ref: str) -> ObjectedTo | None:
    """None for what never was public. An officer's page is known here also after it left the public site."""
    publication = (
        Publication.objects.select_for_update(of=("self",))
        .select_related("body", "decision", "paper")
        .filter(notice_ref=ref)
        .first()
    )
    if publication is not None:
        return ObjectedTo(ThingKind.DECISION, ref, publication.number, publication.body, publication)
    thing = thing_of(ref)
    officer = Officer.objects.select_related("body").filter(public_id=ref).first()
    if officer is not None:
        seen = thing.mark if thing is not None else ""
        return ObjectedTo(ThingKind.OFFICER, ref, ThingKind.OFFICER.label, _body_of(officer), seen=seen)
    body = Body.objects.filter(public_id=thing.body_ref).first() if thing is not None else None
    if thing is None or body is None:
        return None
    return ObjectedTo(thing.kind, ref, thing.number, body, seen=thing.mark)


def is_corrected(objection: Objection) -> bool:
    """Whether the public reads something else than when it was sent, and reads it still."""
    publication = objection.publication
    if publication is not None:
        since = clock.legal_day(objection.received_at)
        return publication.stands and publication.versions.filter(number__gt=1, released_on__gte=since).exists()
    thing = thing_of(objection.about_ref)
    return thing is not None and thing.stands and thing.mark != objection.seen


def is_withdrawn(objection: Objection) -> bool:
    """Whether the public cannot read it any more."""
    if objection.publication is not None:
        return objection.publication.status == PublicationStatus.WITHDRAWN
    thing = thing_of(objection.about_ref)
    return thing is None or not thing.stands


def _body_of(officer: Officer) -> Body:
    """Who took the entry over answers for it; else the body in whose name the officer acts."""
    known = StandingPublication.objects.select_related("body").filter(officer=officer).first()
    return known.body if known is not None else body_that_answers(officer.body, clock.today())

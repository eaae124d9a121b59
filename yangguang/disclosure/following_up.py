"""What one person pulled at once is approved by another afterwards, or shown again: until when, and whether it is late."""

from __future__ import annotations

from datetime import date

from yangguang.base.components.clocks import ClockFace, running
from yangguang.disclosure.local_terms import Term, local_term
from yangguang.disclosure.models import Publication, PublicationStatus
from yangguang.disclosure.queries import may_stand_again
from yangguang.statutes import keeps

DAYS = "pulling_follow_up_workdays"
PULLING = "GD-DISC-2021:24.2"


@keeps(PULLING)
def follow_up_of(publication: Publication, on: date | None = None) -> Term | None:
    """From the day it was pulled until a second person confirms that, or it is shown again; None where nothing is to follow."""
    if publication.withdrawn_on is None or not _has_to_follow(publication):
        return None
    return local_term(DAYS, body=publication.body, start=publication.withdrawn_on, on=on)


def follow_up_face(publication: Publication, on: date | None = None) -> ClockFace | None:
    """Its clock; it warns and stops nobody."""
    term = follow_up_of(publication, on)
    return running(term.left, due_on=term.due.day, is_provisional=term.due.provisional) if term is not None else None


def _has_to_follow(publication: Publication) -> bool:
    """Where it was not confirmed and may not be shown again – its period is over, or a paper keeps it down – nothing is left."""
    if publication.status != PublicationStatus.WITHDRAWN:
        return False
    last = next(iter(publication.proposals.all()), None)  # the newest first
    if last is None or last.approved:
        return False
    return last.decided_on is None or may_stand_again(publication)

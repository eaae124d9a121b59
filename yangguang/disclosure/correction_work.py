"""Corrections that are due, by their clock, and corrections that went out and of which the party has still to be told."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from yangguang.base.components.clocks import ClockFace, running
from yangguang.cases.api import ClericalCorrection
from yangguang.directory.api import Account, Role
from yangguang.disclosure.collecting import slips_of
from yangguang.disclosure.local_terms import Term, local_term
from yangguang.disclosure.models import CorrectionNotice, Publication
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.queries import notices_visible_to, publications_visible_to

DAYS = "correction_workdays"


def correction_term(publication: Publication, slips: list[ClericalCorrection], on: date | None = None) -> Term | None:
    """From the day the file put a slip right that the public still reads, or from publication; None where it reads none."""
    if not slips or publication.published_on is None:
        return None
    start = max(publication.published_on, min(one.corrected_on for one in slips))
    return local_term(DAYS, body=publication.body, start=start, on=on)


def correction_face(term: Term) -> ClockFace:
    """Its clock; it warns and stops nobody, and is gone once the correction is released."""
    return running(term.left, due_on=term.due.day, is_provisional=term.due.provisional)


def corrections_to_do(account: Account) -> list[tuple[Publication, Term]]:
    """What the public still reads although the file has put it right, for the publishers."""
    if not account.holds(Role.PUBLISHER):
        return []
    return corrections_due(publications_visible_to(account))


def corrections_due(rows: QuerySet[Publication]) -> list[tuple[Publication, Term]]:
    """Those of them with a slip that is still public. Where a correction took it up already the text is not read again."""
    slipped = ClericalCorrection.objects.order_by().values("decision")
    standing = rows.filter(status__in=STANDING, decision__in=slipped)
    due = []
    for one in standing.prefetch_related("versions", "decision__corrections").order_by("pk"):
        if _may_still_read(one) and (term := correction_term(one, slips_of(one))) is not None:
            due.append((one, term))
    return due


def notices_to_send(account: Account) -> list[CorrectionNotice]:
    """Notices to parties whose sending nobody has noted, for the publishers."""
    if not account.holds(Role.PUBLISHER):
        return []
    return list(notices_visible_to(account).filter(told_on=None).order_by("pk"))


def _may_still_read(publication: Publication) -> bool:
    released = [one for one in publication.versions.all() if one.released_on is not None]
    taken_up = [old for old, _ in released[-1].replacements] if released else []
    slips = publication.decision.corrections.all() if publication.decision is not None else ()
    return any(not any(slip.wrong in old for old in taken_up) for slip in slips)

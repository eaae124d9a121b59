"""Service guides reach the public store with their edition, and leave it when their matter ends (D09)."""

from __future__ import annotations

from typing import Any

from yangguang.base.outbox import listener
from yangguang.bulletin.api import guide_papers, guides
from yangguang.catalogues.api import Edition, ListKind, form_files, matter_gone_from
from yangguang.catalogues.events import EditionAdopted, EditionRepealed
from yangguang.directory.api import Body
from yangguang.disclosure.events.standing import ListCorrected, ListReleased, StandingPutBack
from yangguang.disclosure.list_copies import guides_of, has_arrived, out_since_adoption, stands
from yangguang.disclosure.models import StandingPublication


@listener(EditionAdopted, name="disclosure.guides")
def guides_adopted(entry: Any) -> None:
    """A new edition of matters or guides ends guides that stood until then."""
    if earlier := out_since_adoption(entry.facts["edition_ref"]):
        _copy(earlier, entry.facts["list_kind"])
    _close(Edition.objects.select_related("body").get(public_id=entry.facts["edition_ref"]))


@listener(ListReleased, ListCorrected, StandingPutBack, name="disclosure.guides_released")
def guides_released(entry: Any) -> None:
    """Copy the guides of the edition. A copy of the edition still on its way is waited for."""
    if entry.facts["list_kind"] != ListKind.SERVICE_GUIDES:
        return
    publication = StandingPublication.objects.select_related("edition__body").get(ref=entry.facts["edition_ref"])
    if publication.stands:
        _copy(publication, entry.facts["list_kind"])
    if publication.edition is not None:
        _close(publication.edition)


@listener(EditionAdopted, name="bulletin.guide_papers")
def draw_adopted(entry: Any) -> None:
    """Those of an edition that went out with its adoption may still wait to be drawn."""
    if out_since_adoption(entry.facts["edition_ref"]):
        draw_guides(entry)


@listener(ListReleased, ListCorrected, StandingPutBack, name="bulletin.guide_papers")
def draw_guides(entry: Any) -> None:
    """The same on paper; drawing takes a moment, so it waits for the job process."""
    ref, kind = entry.facts["edition_ref"], entry.facts["list_kind"]
    if kind != ListKind.SERVICE_GUIDES or not stands(ref):
        return
    files = form_files(Edition.objects.get(public_id=ref))
    if not (has_arrived(ref) and guide_papers.put_guide_papers(ref, files)):
        raise LookupError(f"guides of {ref} have not arrived")


@listener(EditionRepealed, name="disclosure.guides_of_repealed")
def matters_repealed(entry: Any) -> None:
    """Matters may end without a successor."""
    _close(Edition.objects.select_related("body").get(public_id=entry.facts["edition_ref"]))


def _copy(publication: StandingPublication, kind: str) -> None:
    if kind != ListKind.SERVICE_GUIDES:
        return
    if not (has_arrived(publication.ref) and guides.put_guides(publication.ref, guides_of(publication))):
        raise LookupError(f"list {publication.ref} has not arrived")


def _close(edition: Edition) -> None:
    """Work out anew from which day each guide has no matter any more, for every body: matters are inherited."""
    if edition.list_kind not in {ListKind.SERVICE_GUIDES, ListKind.MATTERS}:
        return
    rows = list(guides.guides_that_may_stand().only("ref", "code", "body_ref", "edition__in_force_from"))
    for body in Body.objects.filter(public_id__in={row.body_ref for row in rows}):
        own = [row for row in rows if row.body_ref == body.public_id]
        gone = matter_gone_from(body, {row.code: row.edition.in_force_from for row in own})
        guides.close_guides({row.ref: gone[row.code] for row in own})

"""Lock a publication for an act."""

from __future__ import annotations

from yangguang.disclosure.models import Publication


def lock_publication(publication_id: int) -> Publication:
    """The row, locked, with its decision, case and body."""
    Publication.objects.select_for_update().get(pk=publication_id)
    return Publication.objects.select_related(
        "decision", "decision__document", "paper", "under", "case", "case__body", "body"
    ).get(pk=publication_id)

"""Which adopted editions other bodies read at the desk: those the public reads, word for word."""

from __future__ import annotations

from typing import Any

from yangguang.catalogues.readers import in_public
from yangguang.disclosure.models import StandingChange, StandingPublication, StandingStatus


@in_public("disclosure")
def standing_editions() -> Any:
    """Keys of the editions that stand. One from which words were hidden since is read in public only: the desk has them still."""
    hidden = StandingChange.objects.filter(approved=True, hides_more=True).order_by()
    stands = StandingPublication.objects.filter(status__in=(StandingStatus.PUBLISHED, StandingStatus.CORRECTED))
    return stands.exclude(edition=None).exclude(pk__in=hidden.values("publication")).order_by().values("edition")

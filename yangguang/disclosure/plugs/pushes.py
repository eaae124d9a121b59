"""What becomes public is told on the channels that are set up; what is corrected or falls is taken back there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.disclosure import pushing
from yangguang.disclosure.events import (
    PublicationCorrected,
    PublicationExpired,
    PublicationPublished,
    PublicationPutBack,
    PublicationWithdrawn,
)
from yangguang.disclosure.events.repairs import PublicationRepaired
from yangguang.disclosure.models import Publication

NAME = "disclosure.pushes"


@listener(PublicationPublished, PublicationCorrected, PublicationPutBack, name=NAME)
def tell_on_channels(entry: Any) -> None:
    """The version that this act made public, unless it was overtaken."""
    publication = Publication.objects.get(public_id=entry.facts["publication_ref"])
    if publication.stands and publication.version == entry.facts["version"]:
        pushing.ask_to_tell(publication, publication.version)


@listener(PublicationWithdrawn, PublicationExpired, PublicationRepaired, name=NAME)
def take_back_on_channels(entry: Any) -> None:
    """All of it."""
    pushing.ask_to_take_back(Publication.objects.get(public_id=entry.facts["publication_ref"]))


@scheduled(NAME, title="推送到微信公众号、微博", every=timedelta(minutes=1))
def push_what_is_due() -> int:
    """How many were done."""
    return pushing.push_due()

"""Record that the files of a public list were made anew, so that the log can say their new fingerprints."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.catalogues.api import Edition
from yangguang.disclosure.events.log import ListDrawnAnew
from yangguang.kernel.moment import Moment


@transaction.atomic
def retell_list(*, edition: Edition, digest: str, actor: Actor, at: Moment) -> Edition:
    """`digest` is that of the snapshot the log commits to."""
    event = ListDrawnAnew(edition.public_id, str(edition), digest)
    ledger.record(event, subject=edition.subject, actor=actor, at=at)
    return edition

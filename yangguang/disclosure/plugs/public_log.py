"""What goes out, is corrected, taken back or ended is said in the public log; a standing page gets the proof of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from yangguang.base.jobs import scheduled
from yangguang.base.models import Delivery, LedgerEntry, LogLeaf
from yangguang.base.outbox import listener
from yangguang.base.tlog import queue
from yangguang.base.tlog.leaves import LeafType
from yangguang.base.tlog.months import REPAIRED
from yangguang.base.tlog.proof_file import proof_of
from yangguang.base.tlog.site_log import site_log
from yangguang.bulletin.api import put_proof
from yangguang.disclosure.collecting import copy_of
from yangguang.disclosure.events import (
    FulfilmentPublished,
    PublicationCorrected,
    PublicationExpired,
    PublicationPublished,
    PublicationPutBack,
    PublicationWithdrawn,
)
from yangguang.disclosure.events.clarifications import ClarificationPublished
from yangguang.disclosure.events.repairs import PublicationRepaired
from yangguang.disclosure.logged import Logged, found_elsewhere
from yangguang.disclosure.models import Publication
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.plugs.log_lists import say_lists
from yangguang.disclosure.plugs.log_months import count_months
from yangguang.disclosure.queries import shown_version
from yangguang.kernel import clock

NAME = "disclosure.public_log"
STANDS = (PublicationPublished, PublicationCorrected, PublicationPutBack, FulfilmentPublished, ClarificationPublished)


@listener(*STANDS, name=NAME)
def tell_what_stands(entry: Any) -> None:
    """Commit to the copy as it is public now; one that was overtaken by a withdrawal was never public."""
    _commit(Publication.objects.get(public_id=entry.facts["publication_ref"]), entry)


@listener(PublicationWithdrawn, PublicationExpired, PublicationRepaired, name=NAME)
def tell_what_fell(entry: Any) -> None:
    """Nothing stands any more, under which ground; content and salt go, the leaf stays."""
    publication = Publication.objects.get(public_id=entry.facts["publication_ref"])
    kind, ground = LeafType.WITHDRAW, publication.withdrawal_ground
    if entry.event != PublicationWithdrawn.__name__:
        kind, ground = LeafType.EXPIRE, REPAIRED if entry.event == PublicationRepaired.__name__ else ""
    queue.take_down(entry, subject_ref=publication.public_id, kind=kind, ground=ground)


@scheduled(NAME, title="写入公示存证日志", every=timedelta(seconds=30))
def write_log() -> None:
    """Count the months that are over, say what waits, sign, write out the proofs."""
    _commit_to_what_was_there_before()
    say_lists()
    count_months()
    queue.say_waiting()
    for leaf in queue.unproven():
        one = _standing(leaf.subject_ref)
        if one is None or leaf.place is None or not queue.stands_for(leaf, one.content):
            continue
        if one.put_proof(proof_of(site_log(), leaf.place, bytes.fromhex(leaf.salt))):
            leaf.proven = True
            leaf.save(update_fields=["proven"])


def _standing(subject_ref: str) -> Logged | None:
    """What is public of a decision, or of whatever else is said in the log."""
    publication = Publication.objects.filter(public_id=subject_ref).first()
    if publication is None:
        return found_elsewhere(subject_ref)
    version = shown_version(publication)
    if version is None:
        return None
    put = partial(put_proof, publication.notice_ref, digest=version.digest)
    return Logged(str(publication), copy_of(version).canonical(), None, put)


def _commit(publication: Publication, entry: Any, told_at: datetime | None = None) -> None:
    version = shown_version(publication)
    if publication.stands and version is not None:
        kind = LeafType.CORRECT if entry.event != PublicationPublished.__name__ else LeafType.PUBLISH
        content = copy_of(version).canonical()
        queue.commit_to(entry, subject_ref=publication.public_id, content=content, kind=kind, told_at=told_at)


def _commit_to_what_was_there_before() -> None:
    """Publications from before there was a log, once: what stands is said from now on."""
    unsaid = Publication.objects.filter(status__in=STANDING).exclude(
        public_id__in=LogLeaf.objects.values("subject_ref")
    )
    for publication in unsaid.order_by("pk"):
        events = [event.__name__ for event in STANDS]
        told = LedgerEntry.objects.filter(
            subject_kind="publication", subject_ref=publication.public_id, event__in=events
        )
        entry = told.order_by("-sequence").first()
        if entry is not None and not Delivery.objects.filter(entry=entry, listener=NAME, done_at=None).exists():
            _commit(publication, entry, clock.now())

"""Every published edition of a list is said in the public log: by the fingerprints of its files; and so is its end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.db.models import QuerySet

from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry, LogLeaf
from yangguang.base.outbox import listener
from yangguang.base.tlog import proof_file, queue
from yangguang.base.tlog.leaves import LeafType
from yangguang.base.tlog.proofs import BadProof
from yangguang.base.tlog.site_log import site_log
from yangguang.base.verifying import invariant
from yangguang.bulletin.api import PublicList, list_files, pages_on_disk
from yangguang.catalogues.api import Edition
from yangguang.catalogues.events import EditionAdopted, EditionRepealed
from yangguang.disclosure.events.log import ListDrawnAnew
from yangguang.disclosure.logged import Logged, logged
from yangguang.disclosure.models import StandingPublication, StandingStatus
from yangguang.disclosure.use_cases.retell_list import retell_list
from yangguang.kernel import clock
from yangguang.kernel.digests import digest_of
from yangguang.kernel.moment import Moment

OFFICERS = "officers"  # the kind of list whose files change after they were public: who left is taken out
LOG = "bulletin.list_public_log"  # told after the files are drawn: it says what they are
REPEALED = "repealed"


@listener(EditionRepealed, name=LOG)
def tell_the_end(entry: Any) -> None:
    """It is in force no more and nothing takes its place."""
    end_in_log(entry, entry.facts["edition_ref"], kind=LeafType.WITHDRAW, ground=REPEALED)


@listener(ListDrawnAnew, name=LOG)
def tell_the_new_files(entry: Any) -> None:
    """Commit to the files as they lie now; those of a list that was changed meanwhile wait for its own entry."""
    snapshot = list_files.snapshot_by_ref(entry.facts["edition_ref"], version=1)
    if snapshot is not None:
        queue.commit_to(entry, subject_ref=entry.facts["edition_ref"], content=snapshot, kind=LeafType.CORRECT)


def end_in_log(entry: Any, ref: str, *, kind: LeafType, ground: str) -> None:
    """An edition is in force no more; one that does not stand for the log is not ended again."""
    last = queue.last_leaf(ref)
    if last is not None and last.commitment:
        queue.take_down(entry, subject_ref=ref, kind=kind, ground=ground)


def say_lists() -> None:
    """Commit to every edition that went out before publishers released lists, whose files are drawn and that was not said
    yet, as of now: a month that is over is not said into. Of those released since, their listener tells.
    """
    for ref in PublicList.objects.filter(files={}).order_by("pk").values_list("ref", flat=True):
        if list_files.files_of(ref):
            list_files.keep_fingerprints(ref)  # drawn before any were kept
    earlier = StandingPublication.objects.filter(digest="", status=StandingStatus.PUBLISHED).exclude(edition=None)
    refs = set(earlier.values_list("ref", flat=True)).difference(_said())
    for edition in _drawn().filter(ref__in=refs):
        told = LedgerEntry.objects.filter(
            subject_kind="edition", subject_ref=edition.ref, event=EditionAdopted.__name__
        )
        if entry := told.order_by("-sequence").first():
            queue.commit_to(
                entry, subject_ref=edition.ref, content=list_files.snapshot_of(edition), kind=LeafType.LIST_SNAPSHOT,
                told_at=clock.now(),
            )  # fmt: skip


def retell_lists() -> None:
    """Have those said again whose files were made anew, because somebody who left was taken out."""
    for edition in _drawn().filter(list_kind=OFFICERS, ref__in=_said()):
        last, snapshot = queue.last_leaf(edition.ref), list_files.snapshot_of(edition)
        if last is not None and last.salt and not queue.stands_for(last, snapshot) and not _is_told(last):
            source = Edition.objects.get(public_id=edition.ref)
            retell_list(edition=source, digest=digest_of(snapshot), actor=SYSTEM, at=Moment.now())


@logged
def standing_list(subject_ref: str) -> Logged | None:
    """The edition of this reference, by its snapshot; nothing stands of one that was taken back, nor of an officer."""
    edition = PublicList.objects.filter(ref=subject_ref).exclude(files={}).first()
    if edition is None:
        publication = StandingPublication.objects.select_related("edition", "officer").filter(ref=subject_ref).first()
        return Logged(str(publication), b"", None, lambda _: False) if publication is not None else None
    snapshot = list_files.snapshot_of(edition)
    put = partial(list_files.put_list_proof, subject_ref, digest=digest_of(snapshot))
    return Logged(str(edition), snapshot, snapshot, put)


@invariant("log_lists", title="清单文件与存证的指纹一致，每一版都写入了存证日志")
def log_lists() -> Iterator[str]:
    """Every file is what the snapshot says, and every edition that was said and proven is proven still, in force or not."""
    log = site_log()
    said = set(LogLeaf.objects.exclude(place=None).order_by("pk").values_list("subject_ref", flat=True))
    for edition in _drawn():
        for suffix, known in edition.files.items():
            path = pages_on_disk.list_file_of(edition.ref, suffix)
            if not path.exists() or digest_of(path.read_bytes()) != known:
                yield f"{edition}：{suffix} 文件与存证的指纹不一致"
        proof = pages_on_disk.list_file_of(edition.ref, list_files.PROOF)
        if edition.ref in said and proof.exists() and log.begun:
            try:
                proof_file.check(proof.read_bytes(), log.verifier(), of=list_files.snapshot_of(edition))
            except BadProof as fault:
                yield f"{edition}：存证证明与指纹单不符（{fault}）"


def _drawn() -> QuerySet[PublicList]:
    return PublicList.objects.exclude(files={}).defer("rows", "columns").order_by("pk")


def _said() -> list[str]:
    return list(
        LogLeaf.objects.filter(kind=LeafType.LIST_SNAPSHOT).order_by("pk").values_list("subject_ref", flat=True)
    )


def _is_told(last: LogLeaf) -> bool:
    """Whether the ledger has a redrawing that the log has still to say."""
    told = LedgerEntry.objects.filter(subject_ref=last.subject_ref, event=ListDrawnAnew.__name__, pk__gt=last.entry_id)
    return told.exists()

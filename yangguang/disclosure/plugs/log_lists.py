"""Every published edition of a list is said in the public log: by the fingerprints of its files; and so is its end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from yangguang.base.events import SYSTEM
from yangguang.base.models import Delivery, LedgerEntry, LogLeaf
from yangguang.base.outbox import listener
from yangguang.base.tlog import proof_file, queue
from yangguang.base.tlog.leaves import LeafType
from yangguang.base.tlog.proofs import BadProof
from yangguang.base.tlog.site_log import site_log
from yangguang.base.verifying import invariant
from yangguang.bulletin.api import PublicList, list_copies, list_files, pages_on_disk
from yangguang.catalogues.api import Edition, EditionState, ListKind
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
BEFORE_THE_LOG = (
    "disclosure.list", "disclosure.list_released", "disclosure.list_taken_back", "bulletin.list_files", LOG,
)  # fmt: skip
REPEALED, SUPERSEDED = "repealed", "superseded"


@listener(EditionAdopted, EditionRepealed, name=LOG)
def tell_the_end(entry: Any) -> None:
    """What ends with today is said at once; what ends later is said on its day."""
    say_ends()


@listener(ListDrawnAnew, name=LOG)
def tell_the_new_files(entry: Any) -> None:
    """Commit to the files as they lie now; those of a list that was changed meanwhile wait for its own entry."""
    snapshot = list_files.snapshot_by_ref(entry.facts["edition_ref"], version=1)
    if snapshot is not None:
        queue.commit_to(entry, subject_ref=entry.facts["edition_ref"], content=snapshot, kind=LeafType.CORRECT)


def say_lists() -> None:
    """Commit to every edition that went out before publishers released lists, whose files are drawn and that was not said
    yet, as of now: a month that is over is not said into. Of those released since, their listener tells. Then say what ended.
    """
    for ref in PublicList.objects.filter(files={}).order_by("pk").values_list("ref", flat=True):
        if list_files.files_of(ref):
            list_files.keep_fingerprints(ref)  # drawn before any were kept
    for edition, entry in _unsaid():
        queue.commit_to(
            entry, subject_ref=edition.ref, content=list_files.snapshot_of(edition), kind=LeafType.LIST_SNAPSHOT,
            told_at=clock.now(),
        )  # fmt: skip
    say_ends()


def say_ends() -> None:
    """Say of every edition whose day has come that it is in force no more: neither before that day, nor before the proof of its
    files is written, for its salt goes. What is changed after its end has ended still, and that is said of the change.
    """
    ended = Edition.objects.filter(superseded_from__lte=clock.today()).order_by("pk")
    last = _last_leaves(ended.values("public_id"))
    for edition in ended.filter(public_id__in=[ref for ref, leaf in last.items() if leaf.commitment and leaf.proven]):
        repealed = edition.state == EditionState.REPEALED
        told = LedgerEntry.objects.filter(subject_kind="edition").order_by("-sequence")
        if repealed:
            entry = told.filter(event=EditionRepealed.__name__, subject_ref=edition.public_id).first()
        else:
            entry = told.filter(event=EditionAdopted.__name__, facts__supersedes=edition.public_id).first()
        if entry is not None:
            change = last[edition.public_id].entry
            entry = change if change.pk > entry.pk else entry
            kind, ground = (LeafType.WITHDRAW, REPEALED) if repealed else (LeafType.EXPIRE, SUPERSEDED)
            queue.take_down(entry, subject_ref=edition.public_id, kind=kind, ground=ground, told_at=clock.now())


def retell_lists() -> None:
    """Have those said again whose files were made anew, because somebody who left was taken out; in force or not."""
    for edition in _drawn().filter(list_kind=OFFICERS, ref__in=_said()):
        last, snapshot = queue.last_leaf(edition.ref), list_files.snapshot_of(edition)
        if last is None or _is_being_told(edition.ref):
            continue
        if queue.stands_for(last, snapshot) if last.salt else _proof_of(edition).exists():
            continue
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


@invariant("log_lists", title="清单文件与存证的指纹一致，每一版都写入了存证日志，证明齐全")
def log_lists() -> Iterator[str]:
    """Every file is what the snapshot says; every edition is said and proven, in force or not. What is on its way is waited for."""
    log = site_log()
    waiting = _on_their_way()
    last = _last_leaves(list(_editions().values_list("ref", flat=True)))
    for edition in _editions():
        for suffix, known in edition.files.items():
            path = pages_on_disk.list_file_of(edition.ref, suffix)
            if not path.exists() or digest_of(path.read_bytes()) != known:
                yield f"{edition}：{suffix} 文件与存证的指纹不一致"
        if edition.ref in waiting:
            continue
        leaf = last.get(edition.ref)
        if not edition.files:
            yield f"{edition}：没有可以下载的文件"
        elif leaf is None:
            yield f"{edition}：没有写入存证日志"
        elif leaf.place is not None and log.begun:
            yield from _proof_faults(edition, leaf)


def _proof_faults(edition: PublicList, leaf: LogLeaf) -> Iterator[str]:
    """What is said and stands gets its proof with the next writing of the log; what ended had it before."""
    proof, snapshot = _proof_of(edition), list_files.snapshot_of(edition)
    if proof.exists():
        try:
            proof_file.check(proof.read_bytes(), site_log().verifier(), of=snapshot)
        except BadProof as fault:
            yield f"{edition}：存证证明与指纹单不符（{fault}）"
    elif leaf.proven or not queue.stands_for(leaf, snapshot):
        yield f"{edition}：缺少存证证明"


def _on_their_way() -> set[str]:
    """References of editions of which something has still to be told, drawn or said."""
    waiting = Delivery.objects.filter(done_at=None, listener__in=BEFORE_THE_LOG).order_by("pk")
    return {*waiting.values_list("entry__subject_ref", flat=True), *(edition.ref for edition, _ in _unsaid())}


def _unsaid() -> Iterator[tuple[PublicList, LedgerEntry]]:
    """Editions that the log has still to say that they are there, with the entry of their adoption."""
    earlier = StandingPublication.objects.filter(digest="", status=StandingStatus.PUBLISHED).exclude(edition=None)
    refs = set(earlier.values_list("ref", flat=True)).difference(_said())
    for edition in _drawn().filter(ref__in=refs):
        told = LedgerEntry.objects.filter(
            subject_kind="edition", subject_ref=edition.ref, event=EditionAdopted.__name__
        )
        if entry := told.order_by("-sequence").first():
            yield edition, entry


def _editions() -> QuerySet[PublicList]:
    """Editions of lists that stand: what other registers make public is no edition and is not said in the log."""
    rows = list_copies.standing_lists().filter(list_kind__in=ListKind.values)
    return rows.defer("rows", "columns").order_by("pk")


def _drawn() -> QuerySet[PublicList]:
    return PublicList.objects.exclude(files={}).defer("rows", "columns").order_by("pk")


def _proof_of(edition: PublicList) -> Path:
    return pages_on_disk.list_file_of(edition.ref, list_files.PROOF)


def _said() -> list[str]:
    return list(
        LogLeaf.objects.filter(kind=LeafType.LIST_SNAPSHOT).order_by("pk").values_list("subject_ref", flat=True)
    )


def _last_leaves(refs: Any) -> dict[str, LogLeaf]:
    """The newest leaf of each object that has any."""
    return {leaf.subject_ref: leaf for leaf in LogLeaf.objects.filter(subject_ref__in=refs).order_by("version")}


def _is_being_told(ref: str) -> bool:
    """Whether the ledger has a redrawing that the log has still to say."""
    waiting = Delivery.objects.filter(listener=LOG, done_at=None, entry__event=ListDrawnAnew.__name__)
    return waiting.filter(entry__subject_ref=ref).exists()

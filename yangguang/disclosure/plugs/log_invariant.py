"""The monitor of the public log: every leaf is replayed against what is public, and what is public against the leaves."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from yangguang.base.models import Delivery, LogLeaf
from yangguang.base.tlog import fsck, proof_file, queue
from yangguang.base.tlog.leaves import Leaf, LeafType
from yangguang.base.tlog.log import Log
from yangguang.base.tlog.proofs import BadProof
from yangguang.base.tlog.site_log import site_log
from yangguang.base.verifying import invariant
from yangguang.bulletin.api import copy_of, notice_by_ref, pages_on_disk
from yangguang.disclosure.logged import Logged, found_elsewhere
from yangguang.disclosure.models import Publication

GONE = (LeafType.WITHDRAW, LeafType.EXPIRE)


@invariant("log_pages", title="公示存证日志与公开的内容相符：没有改过的、没有悄悄撤下的")
def log_pages() -> Iterator[str]:
    """Nothing is said while the log itself is not sound: that is another check's to tell."""
    log = site_log()
    if not log.begun or any(fsck.faults(log)):
        return
    size = log.head().size  # what is said while this looks is looked at the next time
    last: dict[str, Leaf] = {}
    said: dict[int, Leaf] = {}
    for place, leaf in log.leaves():
        if place < size:
            last[leaf.obj], said[place] = leaf, leaf
    subjects = dict(LogLeaf.objects.order_by("pk").values_list("obj", "subject_ref"))
    for obj, leaf in last.items():
        if leaf.type not in GONE:
            yield from _standing_faults(log, obj, subjects.get(obj, ""), leaf, size)
    for row in LogLeaf.objects.exclude(place=None).order_by("pk").iterator():
        place = row.place or 0
        if said.get(place) != queue.leaf_of(row) and (place < size or place >= log.head().size):
            yield f"存证第 {row.place} 条：办公库的记录与日志不一致"


def _standing_faults(log: Log, obj: str, subject_ref: str, leaf: Leaf, size: int) -> Iterator[str]:
    publication = Publication.objects.filter(public_id=subject_ref).first()
    row = queue.last_leaf(subject_ref) if subject_ref else None
    other = found_elsewhere(subject_ref) if publication is None else None
    if other is not None and row is not None:
        yield from _faults_elsewhere(log, other, row, leaf, size)
        return
    if publication is None or row is None:
        yield f"存证对象 {obj}：日志说在公开，没有对应的公示信息"
        return
    if row.place is None or size <= row.place < log.head().size or _on_its_way(publication):
        return  # what became of it waits to be said
    notice = notice_by_ref(publication.notice_ref)
    if notice is None or not notice.stands:
        yield f"{publication}：日志说在公开，公示库中没有"
        return
    if not queue.stands_for(row, copy_of(notice).canonical()) or row.commitment != leaf.commit:
        yield f"{publication}：公示的内容或者盐与存证日志的承诺不一致"
    elif row.proven:
        yield from _proof_faults(log, publication, copy_of(notice).canonical())


def _faults_elsewhere(log: Log, other: Logged, row: LogLeaf, leaf: Leaf, size: int) -> Iterator[str]:
    """What another context made public, said in the log last."""
    if (
        row.place is None
        or size <= row.place < log.head().size
        or Delivery.objects.filter(done_at=None)
        .filter(Q(entry=row.entry_id) | Q(entry__subject_ref=row.subject_ref))
        .exists()
    ):
        return
    if other.public is None:
        yield f"{other.title}：日志说在公开，公示库中没有"
    elif not queue.stands_for(row, other.public) or row.commitment != leaf.commit:
        yield f"{other.title}：公示的内容或者盐与存证日志的承诺不一致"


def _on_its_way(publication: Publication) -> bool:
    """Whether something that happened has not reached the public store or the log yet."""
    waiting = Delivery.objects.filter(done_at=None, listener__startswith="disclosure.")
    return waiting.filter(entry__subject_ref=publication.public_id).exists()


def _proof_faults(log: Log, publication: Publication, content: bytes) -> Iterator[str]:
    path = pages_on_disk.proof_of(publication.notice_ref)
    try:
        _, head = proof_file.check(path.read_bytes(), log.verifier(), of=content)
        if log.store.root(head.size, log.head().size) != head.root:
            yield f"{publication}：存证证明的日志头不在日志里"
    except (OSError, BadProof):
        yield f"{publication}：存证证明缺失或者不对"

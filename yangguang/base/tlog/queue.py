"""What the log is asked to say: one row an event, in the listener's transaction; the job process says it, once.

Nothing here signs. `say_waiting` appends what has no place yet; whatever moment it dies, the log itself knows what it has.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from yangguang.base.models.log_leaf import LogLeaf
from yangguang.base.tlog import leaves
from yangguang.base.tlog.leaves import Leaf, LeafType
from yangguang.base.tlog.once import log_once
from yangguang.base.tlog.site_log import begun_log
from yangguang.kernel import chance

MOST_AT_ONCE = 5000
FIRST = (
    LeafType.LIST_SNAPSHOT,
    LeafType.MONTH_COUNTS,
    LeafType.REPORT,
    LeafType.EVIDENCE_DAY,
)  # what an object may begin with; else it is published


@transaction.atomic
def commit_to(entry: Any, *, subject_ref: str, content: bytes, kind: LeafType, told_at: datetime | None = None) -> None:
    """From this event on this content stands. The first leaf of an object publishes; the same content is not said twice.

    `told_at` is for what is said later than it happened: nothing is said back into a month that was counted.
    """
    last = last_leaf(subject_ref)
    if _is_said(entry, subject_ref) or (last is not None and stands_for(last, content)):
        return
    salt = chance.token_bytes(leaves.SALT)
    kind = kind if last or kind in FIRST else LeafType.PUBLISH
    _add(entry, subject_ref, last, kind, leaves.commitment(salt, content), salt=salt.hex(), told_at=told_at)


@transaction.atomic
def take_down(entry: Any, *, subject_ref: str, kind: LeafType, ground: str, told_at: datetime | None = None) -> None:
    """From this event on nothing stands. What was never said to stand is not said to be gone. `told_at` as above."""
    last = last_leaf(subject_ref)
    if last is not None and not _is_said(entry, subject_ref, kind=kind):
        _add(entry, subject_ref, last, kind, "", ground=ground, told_at=told_at)


def last_leaf(subject_ref: str) -> LogLeaf | None:
    """The newest leaf of an object."""
    return LogLeaf.objects.filter(subject_ref=subject_ref).order_by("-version").first()


def stands_for(leaf: LogLeaf, content: bytes) -> bool:
    """Whether a leaf commits to exactly this content."""
    return bool(leaf.salt) and leaves.commitment(bytes.fromhex(leaf.salt), content) == leaf.commitment


def unproven() -> QuerySet[LogLeaf]:
    """Leaves that have their place and whose proof nobody has written out, as many as one run writes."""
    rows = LogLeaf.objects.filter(proven=False).exclude(place=None).exclude(salt="")
    return rows.order_by("pk")[:MOST_AT_ONCE]


def say_waiting() -> int:
    """Give every waiting leaf its place; how many. Raises LogHeld when the log may not be written."""
    # Asked first: what another run settles after this is asked twice.
    settled = LogLeaf.objects.aggregate(last=Max("place"))["last"]
    waiting = list(LogLeaf.objects.filter(place=None).order_by("pk")[:MOST_AT_ONCE])
    if not waiting:
        return 0
    places = log_once(begun_log(), [leaf_of(row) for row in waiting], settled=0 if settled is None else settled + 1)
    for row in waiting:
        row.place = places[row.key]
    LogLeaf.objects.bulk_update(waiting, ["place"], batch_size=200)
    return len(waiting)


def leaf_of(row: LogLeaf) -> Leaf:
    """A row as the log says it."""
    return Leaf(
        row.key, row.kind, row.obj, row.version, row.commitment, row.previous, leaves.written(row.told_at), row.ground
    )  # fmt: skip


def _is_said(entry: Any, subject_ref: str, **what: LeafType) -> bool:
    return LogLeaf.objects.filter(entry=entry, subject_ref=subject_ref, **what).exists()


def _add(
    entry: Any, subject_ref: str, last: LogLeaf | None, kind: LeafType, commitment: str, *, salt: str = "", ground: str = "",
    told_at: datetime | None = None,
) -> None:  # fmt: skip
    LogLeaf.objects.create(
        entry=entry, subject_ref=subject_ref, key=chance.public_id(), obj=last.obj if last else chance.public_id(),
        kind=kind, version=last.version + 1 if last else 1, commitment=commitment,
        previous=last.commitment if last else "", ground=ground, salt=salt, told_at=told_at or entry.recorded_at,
    )  # fmt: skip
    if last is not None:
        LogLeaf.objects.filter(subject_ref=subject_ref, version__lte=last.version).exclude(salt="").update(salt="")

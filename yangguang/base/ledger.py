"""The whole-process record: one line for each act, written in the act's own transaction, hash-chained for each body."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from yangguang.base import outbox
from yangguang.base.events import Actor, Event, Subject, SystemActor
from yangguang.base.models.ledger import LedgerEntry, LedgerHead
from yangguang.base.on_time import on_time
from yangguang.base.worded_once import worded_once
from yangguang.kernel.moment import Moment

GENESIS = "0" * 64
DIGESTED = (
    "chain", "sequence", "event", "label", "summary", "subject_kind", "subject_ref", "file_ref", "actor_ref",
    "actor_name", "occurred_at", "recorded_at", "late_reason", "clauses", "facts", "previous", "weighty",
)  # fmt: skip
NOT_AT_FIRST = frozenset({"weighty"})  # lines written before it was digested keep the digest they have


def record(event: Event, *, subject: Subject, actor: Actor, at: Moment) -> LedgerEntry:
    """Append one act to its body's chain and queue it for its listeners. Must run inside the act's transaction.

    Raises Refused for a person's act of a case file that lies in the future, or is entered late without a reason; what the
    system does by itself follows a line that was looked at.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an act is recorded inside its own transaction")
    if subject.file and not isinstance(actor, SystemActor):
        on_time(at)
    head = _known_head(subject.chain) or _locked_head(subject.chain)
    entry = LedgerEntry(
        chain=subject.chain,
        sequence=head.sequence + 1,
        event=type(event).__name__,
        label=event.label,
        summary=event.summary()[:400],
        subject_kind=subject.kind,
        subject_ref=subject.ref,
        file_ref=subject.file,
        actor_ref=actor.actor_ref,
        actor_name=actor.actor_name,
        occurred_at=at.occurred_at,
        recorded_at=at.recorded_at,
        late_reason=at.late_reason,
        clauses=list(event.cited()),
        facts=event.facts(),
        weighty=event.weighty,
        previous=head.digest or GENESIS,
    )
    entry.digest = digest_of(entry)
    entry.save(force_insert=True)
    head.sequence, head.digest = entry.sequence, entry.digest
    head.save(update_fields=["sequence", "digest"])
    _know(head)
    outbox.queue(entry)
    return entry


@worded_once
def _head(chain: str) -> QuerySet[LedgerHead]:
    return LedgerHead.objects.select_for_update().filter(chain=chain).order_by("pk")


def _locked_head(chain: str) -> LedgerHead:
    if not (found := _head(chain)):
        LedgerHead.objects.get_or_create(chain=chain, defaults={"digest": GENESIS})
        found = _head(chain)
    (head,) = found
    return head


@dataclass
class _Known:
    """Where this transaction itself put a head it holds locked. It stands among what Django does on commit, and so goes
    with whatever is undone: with the savepoint it was noted in, and with the transaction, however that ends."""

    chain: str
    pk: int
    sequence: int
    digest: str

    def __call__(self) -> None:
        """Nothing is done on commit."""


def _known_head(chain: str) -> LedgerHead | None:
    for _, known, _ in reversed(transaction.get_connection().run_on_commit):
        if isinstance(known, _Known) and known.chain == chain:
            head = LedgerHead(pk=known.pk, chain=chain, sequence=known.sequence, digest=known.digest)
            head._state.adding, head._state.db = False, "default"  # a row that is there, to be changed in kept words
            return head
    return None


def _know(head: LedgerHead) -> None:
    transaction.on_commit(_Known(head.chain, head.pk, head.sequence, head.digest))


def digest_of(entry: LedgerEntry, *, without: frozenset[str] = frozenset()) -> str:
    """SHA-256 over the canonical JSON of everything an entry says, instants in UTC, the previous digest included."""
    told: dict[str, Any] = {name: getattr(entry, name) for name in DIGESTED if name not in without}
    for name in ("occurred_at", "recorded_at"):
        told[name] = told[name].astimezone(UTC).isoformat(timespec="microseconds")
    canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def entries_about(kind: str, ref: str) -> Any:
    """The entries about one thing, oldest first."""
    return LedgerEntry.objects.filter(subject_kind=kind, subject_ref=ref).order_by("sequence")


def entries_of_file(file_ref: str) -> Any:
    """Everything that happened in one case file, in the order it was recorded."""
    return LedgerEntry.objects.filter(file_ref=file_ref).order_by("sequence")


def chains() -> list[str]:
    """Every chain that has a line or a head, so that neither can go without the other."""
    headed = LedgerHead.objects.exclude(digest="").values_list("chain", flat=True)
    return sorted({*headed, *LedgerEntry.objects.order_by().values_list("chain", flat=True).distinct()})


def faults(chain: str) -> Iterator[str]:
    """Walk one chain and name every break: a gap, a wrong digest, a fork, a head that does not match."""
    previous, sequence = GENESIS, 0
    for entry in LedgerEntry.objects.filter(chain=chain).order_by("sequence").iterator():
        sequence += 1
        if entry.sequence != sequence:
            yield f"账链 {chain}：第 {sequence} 号账目缺失"
            sequence = entry.sequence
        if entry.previous != previous:
            yield f"账链 {chain}：第 {entry.sequence} 号账目没有接在前一条之后"
        if entry.digest not in {digest_of(entry), digest_of(entry, without=NOT_AT_FIRST)}:
            yield f"账链 {chain}：第 {entry.sequence} 号账目内容与指纹不符"
        previous = entry.digest
    head = LedgerHead.objects.filter(chain=chain).first()
    if head is None or head.digest != previous or head.sequence != sequence:
        yield f"账链 {chain}：末端与最后一条账目不符"

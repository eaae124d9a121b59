"""Cosignatures of witnesses: taken over once they hold, served beside the checkpoint, carried by proofs of their head.

`private/witnesses` lists the public keys of the witnesses this log goes by, one a line.
"""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base.tlog import checkpoint, notes
from yangguang.base.tlog.checkpoint import Head
from yangguang.base.tlog.log import Log
from yangguang.base.tlog.merkle import consistency_proof
from yangguang.base.tlog.notes import BadNote, Verifier
from yangguang.base.tlog.store import PUBLIC_MODE, Damaged
from yangguang.kernel import disk

NAME = "cosigned"


def known_witnesses(log: Log) -> list[Verifier]:
    """The witnesses this log goes by."""
    path = log.place.private / "witnesses"
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    return [notes.verifier_of(line) for line in lines if line.strip()]


def trust_witness(log: Log, vkey: str) -> None:
    """Go by one more witness."""
    verifier = notes.verifier_of(vkey)
    if verifier.kind != notes.COSIGNATURE:
        raise BadNote("this is the key of a log, not of a witness")
    known = {one.vkey for one in known_witnesses(log)} | {verifier.vkey}
    disk.write_durably(log.place.private / "witnesses", "".join(f"{one}\n" for one in sorted(known)).encode())


def request(log: Log, old: int) -> bytes:
    """What a witness is sent: the size it knows, the proof that the tree only grew, the checkpoint."""
    with log.alone():
        head, note = log.ready(), log.checkpoint_path.read_bytes()
    if old > head.size:
        raise ValueError(f"the witness knows {old} entries, the log has {head.size}")
    proof = consistency_proof(log.nodes(), old, head.size)
    lines = [f"old {old}", *(notes.encoded(one) for one in proof), ""]
    return "\n".join(lines).encode() + b"\n" + note


def take_over(log: Log, note: bytes) -> list[str]:
    """Keep a cosigned head of this log; who cosigned it. Raises BadNote when it is not this log's or nobody known signed."""
    head = checkpoint.opened(note, log.verifier())
    _, found = notes.signed_by(note, [log.verifier(), *known_witnesses(log)])
    names = [one.name for one in found if one.kind == notes.COSIGNATURE]
    if not names:
        raise BadNote("no known witness has cosigned this")
    with log.alone():
        now = log.ready()
        if head.size > now.size or not _is_ours(log, head):
            raise log.hold("见证人联署的日志头不在本机的日志中：日志文件被退回过，或者日志分叉了。")
        path = log.place.public / NAME
        kept = path.read_bytes() if path.exists() else b""
        if not kept or checkpoint.opened(kept, log.verifier()).size <= head.size:
            disk.write_durably(path, _with_lines_of(kept, note), mode=PUBLIC_MODE)
        if head == now:
            disk.write_durably(
                log.checkpoint_path, _with_lines_of(log.checkpoint_path.read_bytes(), note), mode=PUBLIC_MODE
            )
    return names


def _with_lines_of(kept: bytes, note: bytes) -> bytes:
    """A note with the signatures that stood under the same text before: one witness does not wipe out another."""
    text, lines = notes.split(note)
    before, earlier = notes.split(kept) if kept else ("", [])
    every = dict.fromkeys([*lines, *(earlier if before == text else [])])
    return f"{text}\n{''.join(every)}".encode()


def faults(log: Log) -> Iterator[str]:
    """A cosigned head that this log does not lead to."""
    path = log.place.public / NAME
    if not path.exists():
        return
    try:
        head = checkpoint.opened(path.read_bytes(), log.verifier())
        if head.size > log.head().size or not _is_ours(log, head):
            yield "见证人联署过的日志头与现在的日志不一致：日志被退回过，或者分叉了。"
    except (BadNote, Damaged) as fault:
        yield f"见证人联署的日志头读不出来：{fault}"


def _is_ours(log: Log, head: Head) -> bool:
    return log.store.root(head.size, log.head().size) == head.root

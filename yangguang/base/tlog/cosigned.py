"""Cosignatures of witnesses: taken over once they hold, served beside the checkpoint, carried by proofs of their head.

`private/witnesses` lists the public keys of the witnesses this log goes by, one a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from yangguang.base.tlog import checkpoint, notes
from yangguang.base.tlog.checkpoint import Head
from yangguang.base.tlog.log import Log
from yangguang.base.tlog.merkle import consistency_proof
from yangguang.base.tlog.notes import BadNote, Verifier
from yangguang.base.tlog.store import PUBLIC_MODE, Damaged
from yangguang.kernel import clock, disk

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
        raise BadNote("这是日志的公钥，不是见证人的")
    known = {one.vkey for one in known_witnesses(log)} | {verifier.vkey}
    disk.write_durably(log.place.private / "witnesses", "".join(f"{one}\n" for one in sorted(known)).encode())


def request(log: Log, old: int) -> bytes:
    """What a witness is sent: the size it knows, the proof that the tree only grew, the checkpoint."""
    with log.alone():
        head, note = log.ready(), log.checkpoint_path.read_bytes()
    if old > head.size:
        raise ValueError(f"见证人见过第 {old} 条，本机的日志只到第 {head.size} 条")
    proof = consistency_proof(log.nodes(), old, head.size)
    lines = [f"old {old}", *(notes.encoded(one) for one in proof), ""]
    return "\n".join(lines).encode() + b"\n" + note


def take_over(log: Log, note: bytes) -> list[str]:
    """Keep a cosigned head of this log; who cosigned it. Raises BadNote when it is not this log's or nobody known signed."""
    head = checkpoint.opened(note, log.verifier())
    _, found = notes.signed_by(note, [log.verifier(), *known_witnesses(log)])
    names = [one.name for one in found if one.kind == notes.COSIGNATURE]
    if not names:
        raise BadNote("没有认可的见证人联署，请先用 yangguang tlog trust 认可")
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


def lacking(log: Log, need: int, *, lately: timedelta) -> Iterator[str]:
    """What is missing of the cosignatures the site has promised: so many known witnesses, under a head that is not old."""
    if not need or not log.begun:
        return
    known = known_witnesses(log)
    if len(known) < need:
        yield f"应有 {need} 个见证人联署，只认可了 {len(known)} 个；请用 yangguang tlog trust 认可。"
        return
    path = log.place.public / NAME
    times = _times(path.read_bytes(), known) if path.exists() else []
    if len(times) < need:
        yield f"应有 {need} 个见证人联署，最近的日志头只有 {len(times)} 个；请把 yangguang tlog request 的输出交给见证人。"
    elif checkpoint.opened(path.read_bytes(), log.verifier()).size < log.head().size:
        oldest = sorted(times, reverse=True)[need - 1]
        if clock.now() - oldest > lately:
            yield f"{need} 个见证人联署的日志头是 {oldest:%Y-%m-%d %H:%M} 的，以后的记录还没有人见证；请再交一次。"


def policy(log: Log, need: int) -> str:
    """What readers have to trust, in the words of C2SP tlog-policy: this log, and `need` of its witnesses."""
    known = known_witnesses(log)
    names = [f"w{number}" for number, _ in enumerate(known, start=1)]
    lines = [
        f"log {log.verifier().vkey}",
        *(f"witness {name} {one.vkey}" for name, one in zip(names, known, strict=True)),
    ]
    quorum = [f"group witnesses {need} {' '.join(names)}", "quorum witnesses"] if need else ["quorum none"]
    return "\n".join([*lines, *quorum]) + "\n"


def _times(note: bytes, known: list[Verifier]) -> list[datetime]:
    """When each known witness has cosigned. A line that does not hold raises BadNote."""
    text, lines = notes.split(note)
    keys = {(one.name, one.key_id): one for one in known}
    times: dict[str, datetime] = {}
    for line in lines:
        name, key_id, signature = notes.signature_of(line)
        if witness := keys.get((name, key_id)):
            witness.check(text, signature)
            at = datetime.fromtimestamp(int.from_bytes(signature[:8], "big"), clock.BEIJING)
            times[name] = max(at, times.get(name, at))
    return list(times.values())


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

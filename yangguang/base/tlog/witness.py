"""A witness (C2SP tlog-witness): cosigns the heads of logs it trusts, and only such as grow out of what it has seen before.

It keeps one line a log. A head that goes back, or stands beside one it has cosigned, is refused for ever; that refusal is
what the public can rely on. It needs no network: a request is a file, and so is the answer.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from yangguang.base.tlog import checkpoint, keys, notes, proofs
from yangguang.base.tlog.checkpoint import Head
from yangguang.base.tlog.notes import BadNote, Verifier
from yangguang.base.tlog.proofs import BadProof
from yangguang.kernel import disk

MOST_PROOF_LINES = 63
WORDS = {
    400: "请求写得不对", 403: "请求不是这本日志签的名", 404: "没有认可这本日志", 409: "见证人见过的条数不同，见过的是第几条写在后面",
    422: "日志不是由见证过的长成的，不能联署",
}  # fmt: skip
GOOD, BAD_REQUEST, FORBIDDEN, UNKNOWN, CONFLICT, UNPROVEN = 200, 400, 403, 404, 409, 422


@dataclass(frozen=True)
class Answer:
    """What the protocol answers: a status as HTTP has them, and a body."""

    status: int
    body: str = ""


class Witness:
    """One witness in one folder: its key, the logs it trusts, what it has seen of each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def key_path(self) -> Path:
        """Where its key lies."""
        return self.folder / "key"

    def verifier(self) -> Verifier:
        """Its public key."""
        return keys.witness_key(self.key_path).verifier

    def trusted(self) -> list[Verifier]:
        """The logs it cosigns."""
        path = self.folder / "logs"
        lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
        return [notes.verifier_of(line) for line in lines if line.strip()]

    def trust(self, vkey: str) -> None:
        """Cosign one more log from now on."""
        verifier = notes.verifier_of(vkey)
        if verifier.kind != notes.ED25519:
            raise BadNote("这是见证人的公钥，不是日志的")
        known = {one.vkey for one in self.trusted()} | {verifier.vkey}
        disk.write_durably(self.folder / "logs", "".join(f"{one}\n" for one in sorted(known)).encode())

    def add_checkpoint(self, request: bytes) -> Answer:
        """Answer one request; what is cosigned is remembered first."""
        try:
            old, proof, note = _parts(request)
            text, _ = notes.split(note)
            head = checkpoint.head_of(text)
        except (BadNote, UnicodeDecodeError):
            return Answer(BAD_REQUEST, "this is no request to a witness\n")
        known = [one for one in self.trusted() if one.name == head.origin]
        if not known:
            return Answer(UNKNOWN, "this log is not known here\n")
        try:
            notes.signed_by(note, known)
        except BadNote:
            return Answer(FORBIDDEN, "the log has not signed this\n")
        if old > head.size:
            return Answer(BAD_REQUEST, "the old size is larger than the new one\n")
        with disk.locked(self.folder / "lock"):
            return self._cosigned(head, text, old, proof)

    def _cosigned(self, head: Head, text: str, old: int, proof: list[bytes]) -> Answer:
        seen_size, seen_root = self.seen(head.origin)
        if old != seen_size:
            return Answer(CONFLICT, f"{seen_size}\n")
        if seen_size and seen_size == head.size and seen_root != head.root:
            return Answer(CONFLICT, f"{seen_size}\n")
        try:
            if seen_size:
                proofs.check_consistency(seen_size, seen_root, head.size, head.root, proof)
            elif proof:
                raise BadProof("还没有见过的日志不用证明")
        except BadProof:
            return Answer(UNPROVEN, "the log does not grow out of what was cosigned before\n")
        disk.write_durably(self._seen_path(head.origin), f"{head.size}\n{notes.encoded(head.root)}\n".encode())
        return Answer(GOOD, keys.witness_key(self.key_path).line(text))

    def seen(self, origin: str) -> tuple[int, bytes]:
        """Size and root of the newest head it has cosigned of a log; size 0 before the first."""
        path = self._seen_path(origin)
        if not path.exists():
            return 0, b""
        size, root, _ = path.read_text(encoding="ascii").split("\n")
        return checkpoint.number(size), notes.decoded(root)

    def _seen_path(self, origin: str) -> Path:
        return self.folder / "seen" / hashlib.sha256(origin.encode()).hexdigest()


def _parts(request: bytes) -> tuple[int, list[bytes], bytes]:
    top, gap, note = request.partition(b"\n\n")
    lines = top.decode("ascii").split("\n")
    if not gap or not lines[0].startswith("old ") or len(lines) - 1 > MOST_PROOF_LINES:
        raise BadNote("这不是给见证人的请求")
    return checkpoint.number(lines[0][4:]), [notes.decoded(line) for line in lines[1:]], note


def cosigned_note(request: bytes, answer: Answer) -> bytes:
    """The whole checkpoint with the witness's line under it, as a file that travels back to the log."""
    return _parts(request)[2] + answer.body.encode()

"""The head of the log (C2SP tlog-checkpoint): whose log, how many leaves, which root; signed as a note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yangguang.base.tlog import notes
from yangguang.base.tlog.merkle import HASH
from yangguang.base.tlog.notes import BadNote, Signer, Verifier


@dataclass(frozen=True)
class Head:
    """How far a log has come."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{notes.encoded(self.root)}\n"


def head_of(text: str) -> Head:
    """Read the lines of a checkpoint; further lines are nobody's concern here. Raises BadNote when they are none."""
    lines = text.split("\n")
    if len(lines) < 4 or not all(lines[:-1]) or lines[-1]:
        raise BadNote("这不是日志头")
    origin, size, root = lines[0], number(lines[1]), notes.decoded(lines[2])
    if len(root) != HASH:
        raise BadNote("日志头里的树根不是摘要")
    return Head(origin, size, root)


def number(text: str) -> int:
    """A count as it stands in notes: digits without leading zeros, below 2**63."""
    if not (text.isascii() and text.isdigit()) or (text[0] == "0" and text != "0") or len(text) > 19:
        raise BadNote("条数写得不对")
    value = int(text)
    if value >= 1 << 63:
        raise BadNote("条数太大")
    return value


def signed(head: Head, signers: Iterable[Signer]) -> bytes:
    """The checkpoint with a line of each signer."""
    text = head.text()
    return (text + "\n" + "".join(signer.line(text) for signer in signers)).encode()


def opened(note: bytes, log: Verifier) -> Head:
    """The head of a checkpoint that this very log has signed. Raises BadNote otherwise."""
    text, _ = notes.signed_by(note, [log])
    head = head_of(text)
    if head.origin != log.name:
        raise BadNote("这是另一本日志的日志头")
    return head

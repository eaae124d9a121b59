"""The proof of one leaf as a file (C2SP tlog-proof), checked offline: its place, its neighbours, the signed head.

The extra line carries what the page shows beside it: the entry and the salt. Nothing believes it; it has to lead to the root.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from yangguang.base.tlog import checkpoint, leaves, merkle, notes, proofs
from yangguang.base.tlog.checkpoint import Head
from yangguang.base.tlog.leaves import Leaf
from yangguang.base.tlog.log import Log
from yangguang.base.tlog.notes import BadNote, Verifier
from yangguang.base.tlog.proofs import BadProof

FIRST = "c2sp.org/tlog-proof@v1"
MOST_BYTES = 1 << 20


@dataclass(frozen=True)
class ProofFile:
    """What stands in the file."""

    extra: bytes
    index: int
    proof: tuple[bytes, ...]
    checkpoint: bytes

    def written(self) -> bytes:
        """The file."""
        extra = [f"extra {notes.encoded(self.extra)}"] if self.extra else []
        lines = [FIRST, *extra, f"index {self.index}", *(notes.encoded(one) for one in self.proof), ""]
        return "\n".join(lines).encode() + b"\n" + self.checkpoint


def read(content: bytes) -> ProofFile:
    """Read a file. Raises BadProof when it has another form."""
    try:
        head, gap, note = content.partition(b"\n\n")
        lines = head.decode("ascii").split("\n")
        if not gap or lines.pop(0) != FIRST or len(content) > MOST_BYTES:
            raise BadProof("这不是存证证明文件")
        extra = notes.decoded(lines.pop(0)[6:]) if lines[0].startswith("extra ") else b""
        word, _, index = lines.pop(0).partition(" ")
        if word != "index":
            raise BadProof("这不是存证证明文件")
        return ProofFile(extra, checkpoint.number(index), tuple(notes.decoded(line) for line in lines), note)
    except (BadNote, UnicodeDecodeError, IndexError):
        raise BadProof("这不是存证证明文件") from None


def proof_of(log: Log, index: int, salt: bytes = b"") -> bytes:
    """The proof of the entry at a place under the head that is served; with the salt of its commitment while there is one."""
    note = log.checkpoint_path.read_bytes()
    head = checkpoint.opened(note, log.verifier())
    nodes = log.store.nodes(head.size)
    entry = next(entry for _, entry in log.store.entries(index, head.size))
    told = {"leaf": entry.decode("ascii"), "salt": salt.hex()}
    extra = json.dumps(told, sort_keys=True, separators=(",", ":")).encode()
    return ProofFile(extra, index, tuple(merkle.inclusion_proof(nodes, index, head.size)), note).written()


def check(content: bytes, log: Verifier, *, of: bytes | None = None) -> tuple[Leaf, Head]:
    """The leaf that a proof file proves, and under which head; `of` is the content it has to commit to. Raises BadProof."""
    file = read(content)
    try:
        head = checkpoint.opened(file.checkpoint, log)
        told = json.loads(file.extra)
        entry, salt = told["leaf"].encode("ascii"), bytes.fromhex(told["salt"])
        seq, leaf = leaves.leaf_of(entry)
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise BadProof(str(fault)) from None
    proofs.check_inclusion(merkle.leaf_hash(entry), file.index, head.size, file.proof, head.root)
    if seq != file.index:
        raise BadProof("记录写的是另一个位置")
    if of is not None and leaves.commitment(salt, of) != leaf.commit:
        raise BadProof("内容不是记录所承诺的内容")
    return leaf, head

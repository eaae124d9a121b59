"""Write and sign a log so that it never forks: whatever moment the process dies, the next one goes on from what was signed.

Order: entries → fsync → tiles → fsync → read back from disk, recompute → consistent with what was last signed → keep the new
head as signed, fsync → sign, fsync, rename. What was written and not signed is written over. A log whose files are not those
it left – a restored copy, a missing file, a head that went back – is held and signs nothing until `resuming` has cleared it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from yangguang.base.tlog import checkpoint, keys, store
from yangguang.base.tlog.checkpoint import Head
from yangguang.base.tlog.last_signed import LastSigned
from yangguang.base.tlog.leaves import Leaf, leaf_of
from yangguang.base.tlog.merkle import EMPTY_ROOT, Nodes
from yangguang.base.tlog.notes import Signer, Verifier
from yangguang.base.tlog.sm2 import NoSm2
from yangguang.base.tlog.store import Damaged, Store
from yangguang.kernel import disk

TO_RESUME = "请向见证人或者镜像取最新的日志头，核对以后用 yangguang tlog resume 继续。"


class LogHeld(Exception):
    """The log signs nothing until somebody has looked: the message says why, in Chinese."""


@dataclass(frozen=True)
class Place:
    """Where a log lives: what is served, and what never is."""

    folder: Path

    @property
    def public(self) -> Path:
        """Checkpoint, tiles and bundles."""
        return self.folder / "public"

    @property
    def private(self) -> Path:
        """Key, lock, what was last signed, and why it is held."""
        return self.folder / "private"

    @property
    def key(self) -> Path:
        """The key file."""
        return self.private / "key"

    @property
    def sm2_key(self) -> Path:
        """The key file of the second line; none on a site that signs once."""
        return self.private / "sm2"


class Log:
    """One log on one disk. Several processes may use it at once; one at a time writes."""

    def __init__(self, folder: Path) -> None:
        self.place = Place(folder)
        self.store = Store(self.place.public)
        self.last = LastSigned(self.place.private / "last_signed")

    @property
    def checkpoint_path(self) -> Path:
        """Where the signed head is served from."""
        return self.place.public / "checkpoint"

    @property
    def begun(self) -> bool:
        """Whether there is anything of a log here."""
        return self.last.exists() or self.checkpoint_path.exists() or (self.place.public / "tile").exists()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only writer."""
        with disk.locked(self.place.private / "lock"):
            yield

    def verifier(self) -> Verifier:
        """The log's public key."""
        return keys.log_key(self.place.key).verifier

    def head(self) -> Head:
        """What was last signed; an empty tree before the first time."""
        size, root = self.last.read() if self.last.exists() else (0, EMPTY_ROOT)
        return Head(self.verifier().name, size, root)

    def published(self) -> Head:
        """The head that is served. Raises BadNote when it is not this log's, OSError when there is none."""
        return checkpoint.opened(self.checkpoint_path.read_bytes(), self.verifier())

    def nodes(self) -> Nodes:
        """The nodes of the tree that is served."""
        return self.store.nodes(self.head().size)

    def leaves(self, start: int = 0) -> Iterator[tuple[int, Leaf]]:
        """Place and leaf of everything signed from a place on."""
        for place, entry in self.store.entries(start, self.head().size):
            yield place, leaf_of(entry)[1]

    def append(self, leaves: Iterable[Leaf]) -> Head:
        """Write, check and sign; the caller is alone. Raises LogHeld, and whatever the disk refuses with."""
        head = self.ready()
        entries = [leaf.entry(seq) for seq, leaf in enumerate(leaves, head.size)]
        if not entries:
            return head
        size = self.store.write(head.size, entries)
        read_back = [entry for _, entry in self.store.entries(head.size, size)]
        found = list(store.faults(self.store, head.size, size))
        if read_back != entries or found or self.store.root(head.size) != head.root:
            raise self.hold("写入以后读回的内容不一致，没有签名。")
        signed = Head(head.origin, size, self.store.root(size))
        self._sign(signed)
        self.store.drop_partial(head.size, size)
        return signed

    def ready(self) -> Head:
        """The head to go on from, published anew if its publication was cut short. Raises LogHeld."""
        reason = self.held_because() or self._break()
        if reason:
            raise self.hold(reason)
        head = self.head()
        if not self.last.exists() or not self.last.is_public():
            self._sign(head)
        return head

    def held_because(self) -> str:
        """Why the log signs nothing; empty when it may."""
        path = self.place.private / "held"
        return (path.read_text(encoding="utf-8").strip() or "没有写明理由。") if path.exists() else ""

    def hold(self, reason: str) -> LogHeld:
        """Keep the log from signing, over restarts too."""
        disk.write_durably(self.place.private / "held", f"{reason}\n".encode())
        return LogHeld(reason)

    def release(self) -> None:
        """Let it sign again: only `resuming`, after it has looked."""
        disk.remove_durably(self.place.private / "held")

    def begin(self, name: str) -> None:
        """Make the key under a name and publish the empty log, unless there is one; the caller is alone."""
        if not self.place.key.exists() and not self.begun:
            keys.make_key(self.place.key, name)
        vkey = self.place.public / "key"
        if not vkey.exists():
            disk.write_durably(vkey, f"{self.verifier().vkey}\n".encode(), mode=store.PUBLIC_MODE)

    def sign_anew(self) -> None:
        """Put the lines of all keys under the newest head; the caller is alone and has asked whether it is `ready`."""
        self._sign(self.head())

    def _signers(self) -> list[Signer]:
        second = [keys.sm2_key(self.place.sm2_key)] if self.place.sm2_key.exists() else []
        return [keys.log_key(self.place.key), *second]

    def _sign(self, head: Head) -> None:
        self.last.keep(head.size, head.root, public=False)
        try:
            note = checkpoint.signed(head, self._signers())
        except NoSm2 as fault:
            raise keys.KeyUnusable(str(fault)) from None
        disk.write_durably(self.checkpoint_path, note, mode=store.PUBLIC_MODE)
        self.last.keep(head.size, head.root, public=True)

    def _break(self) -> str:
        """What has happened to the files since this log left them; empty when nothing has."""
        if not self.last.exists():
            return "有日志文件，没有最后一次签名的记录。" if self.begun else ""
        try:
            if not self.last.is_in_its_place():
                return "日志文件是从备份恢复或者从别处复制来的。"
            size, root = self.last.read()
            if self.store.root(size) != root:
                return "日志文件与最后一次签名不一致。"
            public = self.last.is_public()
            if not public and not self.checkpoint_path.exists():
                return ""
            head = self.published()
        except (Damaged, OSError, ValueError) as fault:
            return f"日志文件损坏：{fault}。"
        grown = head.size <= size and self.store.root(head.size, size) == head.root
        return "" if grown and (head.size == size or not public) else "已经公开的日志头与最后一次签名不一致。"

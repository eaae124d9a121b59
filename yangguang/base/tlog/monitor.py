"""Watch somebody's log from outside (`yangguang tlog monitor`): it only grows, and what stands in it is still to be read.

A folder keeps the log's key, its newest head and all its files. Each visit takes over what is new and shows that the tree with
it is the one that is signed: so nothing that was kept has changed. Then every entry that says that something stands has to be
proven by a page of the portal. What has gone without an entry that says so was removed silently.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from yangguang.base.tlog import checkpoint, months, notes, proof_file, store, tiles
from yangguang.base.tlog.checkpoint import Head
from yangguang.base.tlog.leaves import Leaf, LeafType, leaf_of, read_time
from yangguang.base.tlog.listed import Fetch, Shown, listed, month_shown, months_expected, needed
from yangguang.base.tlog.merkle import EMPTY_ROOT
from yangguang.base.tlog.notes import Verifier
from yangguang.base.tlog.proofs import BadProof
from yangguang.base.tlog.store import Store
from yangguang.kernel import clock, disk
from yangguang.kernel.digests import digest_of

STANDS = (LeafType.PUBLISH, LeafType.CORRECT)
DOWN = (LeafType.WITHDRAW, LeafType.EXPIRE)
NEVER_SHOWN = (*DOWN, LeafType.EVIDENCE_DAY)  # of a day of originals nothing is public but its commitment
# Open data is made anew every day; whoever shows an older list hides what fell since.
LISTED_AT_MOST = 2 * timedelta(days=1)
ON_ITS_WAY = timedelta(minutes=10)  # until what has happened stands in pages, files and log alike


class Forked(Exception):
    """The log is not the one that was kept: it went back, or shows another past. In Chinese."""


@dataclass
class Visit:
    """What one visit has found."""

    head: Head
    before: int
    standing: int = 0
    listed: int = 0
    faults: list[str] = field(default_factory=list)


class Monitor:
    """One watcher of one log, in one folder."""

    found: Visit

    def __init__(self, folder: Path, fetch: Fetch) -> None:
        self.folder, self.fetch, self.store = folder, fetch, Store(folder / "log")

    def visit(self, vkey: str = "") -> Visit:
        """Look once. Raises Forked and NotToBeRead; everything else that is wrong is a fault of the visit."""
        shown = listed(self.fetch)
        verifier = self._key(vkey)
        before = self._kept(verifier)
        head = self._grown(verifier, before)
        self.found = Visit(head, before.size, listed=len(shown.decisions), faults=list(shown.faults))
        last: dict[str, Leaf] = {}
        counts = months.counted(self._read(head.size, last))
        as_of = self._in_time(shown.as_of)
        self.found.standing = sum(leaf.type in STANDS for leaf in last.values())
        counted = [months.month_of(read_time(leaf.t)) for leaf in last.values() if leaf.type == LeafType.MONTH_COUNTS]
        expected = months_expected(min(counts, default=""), max(counted, default=""), as_of) if counts else ()
        pages = [*shown.decisions, *shown.others, *map(month_shown, expected)]
        proven = self._proven(pages, verifier, last, counts)
        for obj, leaf in last.items():
            if leaf.type not in NEVER_SHOWN and obj not in proven and read_time(leaf.t) < as_of - ON_ITS_WAY:
                self.found.faults.append(
                    f"存证对象 {obj}：日志说 {leaf.t} 起公开，公示网站已经没有，日志里也没有撤下的记录。"
                )
        return self.found

    def _read(self, size: int, last: dict[str, Leaf]) -> Iterator[Leaf]:
        """Every leaf once; what each object came to stays in `last`."""
        for _, entry in self.store.entries(0, size):
            leaf = leaf_of(entry)[1]
            last[leaf.obj] = leaf
            yield leaf

    def _in_time(self, listed_at: datetime) -> datetime:
        """As of when the list is taken to be whole. The portal dates it itself, so the watcher's own clock judges that."""
        now = clock.now()
        if listed_at < now - LISTED_AT_MOST:
            self.found.faults.append(f"公开数据是 {listed_at:%Y-%m-%d %H:%M} 生成的，超过两天没有更新。")
        elif listed_at > now + ON_ITS_WAY:
            self.found.faults.append(f"公开数据的生成时间 {listed_at:%Y-%m-%d %H:%M} 还没有到。")
        else:
            return listed_at
        return now - LISTED_AT_MOST

    def _key(self, vkey: str) -> Verifier:
        """The key that was given or kept, never another one; at the first visit without one, the one that is served."""
        path = self.folder / "key"
        kept = path.read_text(encoding="utf-8").strip() if path.exists() else ""
        told = vkey or kept or needed(self.fetch, "/tlog/key").decode().strip()
        if kept and told != kept:
            raise Forked("日志的公钥与留存的不一样。")
        if not kept:
            disk.write_durably(path, f"{notes.verifier_of(told).vkey}\n".encode())
        return notes.verifier_of(told)

    def _kept(self, verifier: Verifier) -> Head:
        path = self.folder / "checkpoint"
        return checkpoint.opened(path.read_bytes(), verifier) if path.exists() else Head(verifier.name, 0, EMPTY_ROOT)

    def _grown(self, verifier: Verifier, before: Head) -> Head:
        """The head of now, once the files that lead to it begin with those that were kept."""
        note = needed(self.fetch, "/tlog/checkpoint")
        head = checkpoint.opened(note, verifier)
        if head.size < before.size:
            raise Forked(f"日志退回去了：留存的是第 {before.size} 条，现在只到第 {head.size} 条。")
        if head.size > before.size:
            self.store.write(before.size, self._fetched(before.size, head.size))
        if list(store.faults(self.store, 0, head.size)) or self.store.root(head.size) != head.root:
            raise Forked(f"日志分叉了：由留存的前 {before.size} 条和新增的记录推算，得不出现在签名的树根。")
        disk.write_durably(self.folder / "checkpoint", note)
        return head

    def _fetched(self, start: int, size: int) -> list[bytes]:
        entries: list[bytes] = []
        for index in range(start // tiles.WIDTH, (size + tiles.WIDTH - 1) // tiles.WIDTH):
            width = tiles.width_at(0, index, size)
            whole = self.fetch(f"/tlog/{tiles.bundle_name(index)}") if width < tiles.WIDTH else None
            content = whole or needed(self.fetch, f"/tlog/{tiles.bundle_name(index, width)}")
            bundle = tiles.entries_of(content)[:width]
            entries += bundle[max(0, start - index * tiles.WIDTH) :]
        return entries

    def _proven(
        self, pages: list[Shown], verifier: Verifier, last: dict[str, Leaf], counts: Mapping[str, Mapping[str, int]]
    ) -> set[str]:
        """The objects that pages prove to stand; a page that proves something else than the log says is a fault."""
        proven, found = set(), self.found
        for one in pages:
            copy = self.fetch(one.copy)
            proof = self.fetch(one.proof) if copy is not None else None
            if one.month and copy is None:
                found.faults.append(f"{one.title}没有公布，或者已经不在公示网站上。")
            if copy is None or proof is None:
                continue  # taken down, or so new that its proof is not written: the log's own entry is looked at instead
            try:
                leaf, head = proof_file.check(proof, verifier, of=copy)
            except BadProof as fault:
                found.faults.append(f"{one.title}：页面与存证证明不符（{fault}）。")
                continue
            if head.size > found.head.size or self.store.root(head.size, found.head.size) != head.root:
                found.faults.append(f"{one.title}：存证证明的日志头不在日志里。")
            elif leaf.obj in last and last[leaf.obj].commit != leaf.commit and not _stays(one, last[leaf.obj]):
                found.faults.append(f"{one.title}：页面是旧的一版，日志里已经更正或者撤下。")
            found.faults += self._said(one, copy, counts)
            proven.add(leaf.obj)
        return proven

    def _said(self, one: Shown, copy: bytes, counts: Mapping[str, Mapping[str, int]]) -> list[str]:
        """What the copy of a month or of a list says, against the log's own entries and against the files themselves."""
        try:
            told = json.loads(copy) if one.month or one.files else {}
            if one.month:
                right = told["month"] == one.month
                return (
                    [*months.faults(told, counts.get(one.month, {}))] if right else [f"{one.title}：写的是另一个月。"]
                )
            return [
                f"{one.title}：{suffix} 文件与存证的指纹不一致。"
                for suffix, digest in told.get("files", {}).items()
                if digest_of(self.fetch(f"{one.files}/{suffix}") or b"") != digest
            ]
        except (ValueError, KeyError, TypeError, AttributeError):
            return [f"{one.title}：写法不对。"]


def _stays(one: Shown, last: Leaf) -> bool:
    """Whether it may still be read after its end: a list that is in force no more stays public."""
    return bool(one.files) and last.type in DOWN

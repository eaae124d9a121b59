"""Watch somebody's log from outside (`yangguang tlog monitor`): it only grows, and what stands in it is still to be read.

A folder keeps the log's key, its newest head and all its files. Each visit takes over what is new and shows that the tree with
it is the one that is signed: so nothing that was kept has changed. Then every entry that says that something stands has to be
proven by a page of the portal. What has gone without an entry that says so was removed silently.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from yangguang.base.tlog import checkpoint, notes, proof_file, store, tiles
from yangguang.base.tlog.checkpoint import Head
from yangguang.base.tlog.leaves import Leaf, LeafType, leaf_of, read_time
from yangguang.base.tlog.merkle import EMPTY_ROOT
from yangguang.base.tlog.notes import Verifier
from yangguang.base.tlog.proofs import BadProof
from yangguang.base.tlog.store import Store
from yangguang.kernel import clock, disk

Fetch = Callable[[str], bytes | None]  # an address of the portal → what is there, or None where nothing is
STANDS = (LeafType.PUBLISH, LeafType.CORRECT)
# Open data is made anew every day; whoever shows an older list hides what fell since.
LISTED_AT_MOST = 2 * timedelta(days=1)
ON_ITS_WAY = timedelta(minutes=10)  # until what has happened stands in pages, files and log alike


class Forked(Exception):
    """The log is not the one that was kept: it went back, or shows another past. In Chinese."""


class NotToBeRead(Exception):
    """Something that is needed is not there at the moment. In Chinese."""


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

    def __init__(self, folder: Path, fetch: Fetch) -> None:
        self.folder, self.fetch, self.store = folder, fetch, Store(folder / "log")

    def visit(self, vkey: str = "") -> Visit:
        """Look once. Raises Forked and NotToBeRead; everything else that is wrong is a fault of the visit."""
        listed, listed_at = self._listed()
        verifier = self._key(vkey)
        before = self._kept(verifier)
        head = self._grown(verifier, before)
        found = Visit(head, before.size, listed=len(listed))
        last = {leaf.obj: leaf for _, leaf in self._leaves(head.size)}
        standing = {obj: leaf for obj, leaf in last.items() if leaf.type in STANDS}
        found.standing = len(standing)
        listed_at = self._in_time(listed_at, found)
        proven = self._proven(listed, verifier, last, found)
        for obj, leaf in standing.items():
            if obj not in proven and read_time(leaf.t) < listed_at - ON_ITS_WAY:
                found.faults.append(
                    f"存证对象 {obj}：日志说 {leaf.t} 起公开，公示网站已经没有，日志里也没有撤下的记录。"
                )
        return found

    def _key(self, vkey: str) -> Verifier:
        """The key that was given or kept, never another one; at the first visit without one, the one that is served."""
        path = self.folder / "key"
        kept = path.read_text(encoding="utf-8").strip() if path.exists() else ""
        told = vkey or kept or self._needed("/tlog/key").decode().strip()
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
        note = self._needed("/tlog/checkpoint")
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
            content = whole or self._needed(f"/tlog/{tiles.bundle_name(index, width)}")
            bundle = tiles.entries_of(content)[:width]
            entries += bundle[max(0, start - index * tiles.WIDTH) :]
        return entries

    def _leaves(self, size: int) -> Iterator[tuple[int, Leaf]]:
        for place, entry in self.store.entries(0, size):
            yield place, leaf_of(entry)[1]

    def _listed(self) -> tuple[list[str], datetime]:
        """What the portal says stands: its open data, and what came since; and as of when that is whole."""
        index = json.loads(self._needed("/open-data/index.json"))
        rows: list[dict[str, Any]] = json.loads(self._needed("/open-data/decisions.json"))
        feed = json.loads(self._needed("/feeds/decisions.json"))
        lately = [str(item["url"]).rstrip("/").rpartition("/")[2] for item in feed["items"]]
        return list(dict.fromkeys([*(str(row["ref"]) for row in rows), *lately])), datetime.fromisoformat(
            index["made_at"]
        )

    def _in_time(self, listed_at: datetime, found: Visit) -> datetime:
        """As of when the list is taken to be whole. The portal dates it itself, so the watcher's own clock judges that."""
        now = clock.now()
        if listed_at < now - LISTED_AT_MOST:
            found.faults.append(f"公开数据是 {listed_at:%Y-%m-%d %H:%M} 生成的，超过两天没有更新。")
        elif listed_at > now + ON_ITS_WAY:
            found.faults.append(f"公开数据的生成时间 {listed_at:%Y-%m-%d %H:%M} 还没有到。")
        else:
            return listed_at
        return now - LISTED_AT_MOST

    def _proven(self, listed: list[str], verifier: Verifier, last: dict[str, Leaf], found: Visit) -> set[str]:
        """The objects that pages prove to stand; a page that proves something else than the log says is a fault."""
        proven = set()
        for ref in listed:
            copy = self.fetch(f"/decisions/{ref}/copy.json")
            proof = self.fetch(f"/decisions/{ref}/decision.tlog-proof") if copy is not None else None
            if copy is None or proof is None:
                continue  # taken down, or so new that its proof is not written: the log's own entry is looked at instead
            try:
                leaf, head = proof_file.check(proof, verifier, of=copy)
            except BadProof as fault:
                found.faults.append(f"决定 {ref}：页面与存证证明不符（{fault}）。")
                continue
            if head.size > found.head.size or self.store.root(head.size, found.head.size) != head.root:
                found.faults.append(f"决定 {ref}：存证证明的日志头不在日志里。")
            elif leaf.obj in last and last[leaf.obj].commit != leaf.commit:
                found.faults.append(f"决定 {ref}：页面是旧的一版，日志里已经更正或者撤下。")
            proven.add(leaf.obj)
        return proven

    def _needed(self, address: str) -> bytes:
        content = self.fetch(address)
        if content is None:
            raise NotToBeRead(f"{address} 现在取不到，请过几分钟再看。")
        return content

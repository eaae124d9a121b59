"""The tiles and bundles of one log on disk: read as a tree of a given size, written so that a power cut leaves old or new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from yangguang.base.tlog import merkle, tiles
from yangguang.base.tlog.merkle import HASH, Nodes
from yangguang.base.tlog.tiles import HEIGHT, WIDTH
from yangguang.kernel import disk

PUBLIC_MODE = 0o644


class Damaged(Exception):
    """A file of the log is missing or does not hold what its name says."""


class Store:
    """The folder that is served as it lies there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def hashes(self, level: int, index: int, size: int) -> list[bytes]:
        """The hashes of a tile as a tree of `size` leaves has it. Raises Damaged."""
        width = tiles.width_at(level, index, size)
        raw = self._read(lambda wide: tiles.tile_name(level, index, wide), width)
        if len(raw) < width * HASH or len(raw) % HASH:
            raise Damaged(f"{tiles.tile_name(level, index, width)} 被截断")
        return [raw[at : at + HASH] for at in range(0, width * HASH, HASH)]

    def bundle(self, index: int, size: int) -> list[bytes]:
        """The entries of a bundle as a tree of `size` leaves has it. Raises Damaged."""
        width = tiles.width_at(0, index, size)
        try:
            entries = tiles.entries_of(self._read(lambda wide: tiles.bundle_name(index, wide), width))
        except tiles.BadBundle:
            raise Damaged(f"{tiles.bundle_name(index, width)} 被截断") from None
        if len(entries) < width:
            raise Damaged(f"{tiles.bundle_name(index, width)} 被截断")
        return entries[:width]

    def entries(self, start: int, size: int) -> Iterator[tuple[int, bytes]]:
        """Every entry from a place on, with its place."""
        for index in range(start // WIDTH, (size + WIDTH - 1) // WIDTH):
            for place, entry in enumerate(self.bundle(index, size), index * WIDTH):
                if place >= start:
                    yield place, entry

    def nodes(self, size: int) -> Nodes:
        """The nodes of the tree of `size` leaves, from its tiles; each tile is read once for one proof or root."""
        held: dict[tuple[int, int], list[bytes]] = {}

        def node(level: int, index: int) -> bytes:
            tall, within = divmod(level, HEIGHT)
            at, first = divmod(index << within, WIDTH)
            if (tall, at) not in held:
                held[tall, at] = self.hashes(tall, at, size)
            return merkle.root_of(held[tall, at][first : first + (1 << within)])

        return node

    def root(self, size: int, within: int = 0) -> bytes:
        """The root of the first `size` leaves, from the tiles of the tree of `within` leaves or of its own."""
        return merkle.root(self.nodes(max(size, within)), size)

    def write(self, old: int, entries: list[bytes]) -> int:
        """Put entries behind the first `old`, bundles first, then tiles, each durable; the new size."""
        new = old + len(entries)
        for level, index, width in list(tiles.tiles_between(old, new)):
            if level == 0:
                self._write_bundle(index, width, old, entries)
        for level, index, width in tiles.tiles_between(old, new):
            self._write_tile(level, index, width, old, new)
        return new

    def _write_bundle(self, index: int, width: int, old: int, entries: list[bytes]) -> None:
        begin, kept = index * WIDTH, tiles.width_at(0, index, old)
        before = self.bundle(index, old) if kept else []
        content = tiles.bundled([*before, *entries[begin + kept - old : begin + width - old]])
        disk.write_durably(self.folder / tiles.bundle_name(index, width), content, mode=PUBLIC_MODE)

    def _write_tile(self, level: int, index: int, width: int, old: int, new: int) -> None:
        kept = tiles.width_at(level, index, old)
        row = self.hashes(level, index, old) if kept else []
        if level == 0:
            row += [merkle.leaf_hash(entry) for entry in self.bundle(index, new)[kept:]]
        else:
            below = range(index * WIDTH + kept, index * WIDTH + width)
            row += [merkle.root_of(self.hashes(level - 1, one, new)) for one in below]
        disk.write_durably(self.folder / tiles.tile_name(level, index, width), b"".join(row), mode=PUBLIC_MODE)

    def drop_partial(self, old: int, new: int) -> None:
        """Remove the partial files of what is full since a tree of `old` leaves; the full ones say the same and more."""
        for level, index, width in tiles.tiles_between(old, new):
            if width == WIDTH:
                names = [tiles.tile_name(level, index), *([tiles.bundle_name(index)] if level == 0 else [])]
                for name in names:
                    self._drop_folder(self.folder / f"{name}.p")

    def _drop_folder(self, folder: Path) -> None:
        if folder.is_dir():
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()

    def _read(self, name: Callable[[int], str], width: int) -> bytes:
        for wide in dict.fromkeys((width, WIDTH)):
            try:
                return (self.folder / name(wide)).read_bytes()
            except FileNotFoundError:
                continue
        raise Damaged(f"{name(width)} 不在")


def faults(store: Store, old: int, new: int) -> Iterator[str]:
    """Re-derive every tile that a tree of `new` leaves has and one of `old` has not, from what lies on disk."""
    for level, index, width in tiles.tiles_between(old, new):
        name = tiles.tile_name(level, index, width)
        kept = tiles.width_at(level, index, old)
        try:
            row = store.hashes(level, index, new)[kept:]
            if level == 0:
                expected = [merkle.leaf_hash(entry) for entry in store.bundle(index, new)[kept:]]
            else:
                below = range(index * WIDTH + kept, index * WIDTH + width)
                expected = [merkle.root_of(store.hashes(level - 1, one, new)) for one in below]
        except Damaged as fault:
            yield str(fault)
            continue
        if row != expected:
            yield f"{name} 与它下面的文件推算的不一致"

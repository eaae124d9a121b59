"""The tree as static files (C2SP tlog-tiles): names of tiles and bundles, and how entries lie in a bundle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

WIDTH = 256
HEIGHT = 8  # levels of the tree in one tile
ADDRESS = re.compile(r"tile/(?:entries|\d{1,2})/(?:x\d{3}/){0,5}\d{3}(?:\.p/\d{1,3})?\Z", re.ASCII)


class BadBundle(ValueError):
    """A bundle that is cut off or holds something else than entries."""


def tile_name(level: int, index: int, width: int = WIDTH) -> str:
    """tile/<level>/<index>, with .p/<width> while it is partial."""
    return f"tile/{level}/{_split(index)}{_partial(width)}"


def bundle_name(index: int, width: int = WIDTH) -> str:
    """tile/entries/<index>, with .p/<width> while it is partial."""
    return f"tile/entries/{_split(index)}{_partial(width)}"


def width_at(level: int, index: int, size: int) -> int:
    """How many hashes the tile of a tree of `size` leaves holds; 0 where there is none."""
    return max(0, min(WIDTH, (size >> (HEIGHT * level)) - index * WIDTH))


def tiles_between(old: int, new: int) -> Iterator[tuple[int, int, int]]:
    """Level, index and width of every tile that a tree of `new` leaves has and one of `old` leaves has not."""
    level = 0
    while new >> (HEIGHT * level):
        before, after = old >> (HEIGHT * level), new >> (HEIGHT * level)
        if after > before:
            for index in range(before // WIDTH, (after - 1) // WIDTH + 1):
                yield level, index, width_at(level, index, new)
        level += 1


def bundled(entries: Iterable[bytes]) -> bytes:
    """Entries one after the other, each behind its length."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def entries_of(bundle: bytes) -> list[bytes]:
    """The entries of a bundle. Raises BadBundle when it is cut off."""
    entries, at, end = [], 0, len(bundle)
    while at < end:
        begin = at + 2
        at = begin + (bundle[begin - 2] << 8) + bundle[begin - 1] if begin <= end else end + 1
        if at > end:
            raise BadBundle("记录文件被截断")
        entries.append(bundle[begin:at])
    return entries


def _split(index: int) -> str:
    parts = [f"{index % 1000:03d}"]
    while index := index // 1000:
        parts.append(f"x{index % 1000:03d}")
    return "/".join(reversed(parts))


def _partial(width: int) -> str:
    return "" if width == WIDTH else f".p/{width}"

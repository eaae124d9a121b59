"""The Merkle tree of RFC 6962: hashes of leaves and nodes, roots, proofs of inclusion and of consistency."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

HASH = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()
LEAF, NODE = b"\x00", b"\x01"
Nodes = Callable[[int, int], bytes]  # (level, index) → the hash over 2**level leaves that begin at index · 2**level


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry."""
    return hashlib.sha256(LEAF + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two neighbours."""
    return hashlib.sha256(NODE + left + right).digest()


def nodes_of(leaves: Sequence[bytes]) -> Nodes:
    """Nodes over leaf hashes held in memory: for small trees and as the measure of those on disk."""

    def node(level: int, index: int) -> bytes:
        if level == 0:
            return leaves[index]
        return node_hash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1))

    return node


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root over leaf hashes, level by level."""
    if not leaves:
        return EMPTY_ROOT
    row = list(leaves)
    while len(row) > 1:
        odd = [row[-1]] if len(row) % 2 else []
        row = [hashlib.sha256(NODE + row[i] + row[i + 1]).digest() for i in range(0, len(row) - 1, 2)] + odd
    return row[0]


def root(nodes: Nodes, size: int) -> bytes:
    """The root of the first `size` leaves."""
    return span_root(nodes, 0, size) if size else EMPTY_ROOT


def span_root(nodes: Nodes, start: int, end: int) -> bytes:
    """The hash over the leaves from `start` to before `end`; the span must begin where a tree of its size can."""
    width = end - start
    level = width.bit_length() - 1
    if width == 1 << level:
        return nodes(level, start >> level)
    middle = start + _left_width(width)
    return node_hash(span_root(nodes, start, middle), span_root(nodes, middle, end))


def inclusion_proof(nodes: Nodes, index: int, size: int) -> list[bytes]:
    """The neighbours on the way from a leaf to the root of `size` leaves, the leaf's own neighbour first."""
    if not 0 <= index < size:
        raise ValueError(f"{size} 条的日志里没有第 {index} 条")
    return _path(nodes, index, 0, size)


def consistency_proof(nodes: Nodes, old: int, new: int) -> list[bytes]:
    """What shows that the tree of `new` leaves begins with the tree of `old` leaves; nothing to show when one is empty."""
    if not 0 <= old <= new:
        raise ValueError(f"{new} 条的日志不会由 {old} 条的长成")
    return [] if old in {0, new} else _common(nodes, old, 0, new, whole=True)


def _path(nodes: Nodes, index: int, start: int, end: int) -> list[bytes]:
    if end - start == 1:
        return []
    middle = start + _left_width(end - start)
    if index < middle:
        return [*_path(nodes, index, start, middle), span_root(nodes, middle, end)]
    return [*_path(nodes, index, middle, end), span_root(nodes, start, middle)]


def _common(nodes: Nodes, old: int, start: int, end: int, *, whole: bool) -> list[bytes]:
    """SUBPROOF of RFC 6962: `old` counts from `start`; `whole` while the old tree is itself a node the reader knows."""
    width = end - start
    if old == width:
        return [] if whole else [span_root(nodes, start, end)]
    left = _left_width(width)
    middle = start + left
    if old <= left:
        return [*_common(nodes, old, start, middle, whole=whole), span_root(nodes, middle, end)]
    return [*_common(nodes, old - left, middle, end, whole=False), span_root(nodes, start, middle)]


def _left_width(width: int) -> int:
    """The largest power of two below a width of at least two."""
    return 1 << ((width - 1).bit_length() - 1)

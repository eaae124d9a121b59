"""Check a proof of the Merkle tree. Whatever does not hold raises BadProof; nothing is believed half.

An empty tree proves nothing: a proof from or into a tree of size 0 is refused here. The protocol of witnesses, where
nothing seen yet is size 0 and its proof is empty, is worded in `witness`.
"""

from __future__ import annotations

from collections.abc import Sequence

from yangguang.base.tlog.merkle import HASH, node_hash


class BadProof(ValueError):
    """A proof that does not show what it claims."""


def root_from_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes]) -> bytes:
    """The root that a leaf at `index` leads to in a tree of `size` leaves."""
    if not 0 <= index < size:
        raise BadProof(f"{size} 条的日志里没有第 {index} 条")
    _are_hashes(leaf, *proof)
    position, last, reached = index, size - 1, leaf
    for neighbour in proof:
        if last == 0:
            raise BadProof("证明太长")
        if position % 2 or position == last:
            reached = node_hash(neighbour, reached)
            while position % 2 == 0 and position:
                position, last = position >> 1, last >> 1
        else:
            reached = node_hash(reached, neighbour)
        position, last = position >> 1, last >> 1
    if last:
        raise BadProof("证明太短")
    return reached


def check_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Raises BadProof unless the leaf is at `index` in the tree of that size and root."""
    if root_from_inclusion(leaf, index, size, proof) != root:
        raise BadProof("由记录推算不到树根")


def check_consistency(old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> None:
    """Raises BadProof unless the tree of `new` leaves begins with the tree of `old` leaves."""
    if not 0 < old <= new:
        raise BadProof(f"不能证明 {new} 条的日志由 {old} 条的长成")
    _are_hashes(old_root, new_root, *proof)
    if old == new:
        if proof or old_root != new_root:
            raise BadProof("条数相同而树根不同")
        return
    old_reached, new_reached = _roots_from_consistency(old, old_root, new, proof)
    if old_reached != old_root or new_reached != new_root:
        raise BadProof("后一本日志不是由前一本长成的")


def _roots_from_consistency(old: int, old_root: bytes, new: int, proof: Sequence[bytes]) -> tuple[bytes, bytes]:
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)  # a whole tree is its own first node
    if not path:
        raise BadProof("证明太短")
    position, last = old - 1, new - 1
    while position % 2:
        position, last = position >> 1, last >> 1
    old_reached = new_reached = path[0]
    for neighbour in path[1:]:
        if last == 0:
            raise BadProof("证明太长")
        if position % 2 or position == last:
            old_reached, new_reached = node_hash(neighbour, old_reached), node_hash(neighbour, new_reached)
            while position % 2 == 0 and position:
                position, last = position >> 1, last >> 1
        else:
            new_reached = node_hash(new_reached, neighbour)
        position, last = position >> 1, last >> 1
    if last:
        raise BadProof("证明太短")
    return old_reached, new_reached


def _are_hashes(*values: bytes) -> None:
    if any(len(value) != HASH for value in values):
        raise BadProof("摘要应当是 32 字节")

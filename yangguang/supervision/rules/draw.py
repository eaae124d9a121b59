"""The draw of a sample: stratified, and by a way anybody can repeat with the printed seed, the printed list and SHA-256 alone.

The files of each stratum stand in the order of SHA-256("seed:number"); the first ones are drawn, the next ones take the place of
files that are left out.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Listed:
    """One file of the frozen list: its reference, its number, and the stratum it is drawn from."""

    ref: str
    number: str
    stratum: str


def in_order(files: Iterable[Listed], seed: str) -> dict[str, list[Listed]]:
    """The files of each stratum in the order of the draw; the same for the same seed however the list was ordered."""
    strata: dict[str, list[Listed]] = {}
    for one in sorted(files, key=lambda file: (file.stratum, mark_of(seed, file.number))):
        strata.setdefault(one.stratum, []).append(one)
    return strata


def mark_of(seed: str, number: str) -> str:
    """What decides the place of a file: the SHA-256 of the seed, a colon and the number, in hexadecimal."""
    return hashlib.sha256(f"{seed}:{number}".encode()).hexdigest()


def shares(size: int, strata: Mapping[str, int]) -> dict[str, int]:
    """How many are drawn of each stratum: in proportion, by largest remainder, at least one of each as far as the size goes."""
    whole = sum(strata.values())
    size = min(size, whole)
    if not whole:
        return {}
    biggest = sorted(strata, key=lambda name: (-strata[name], name))
    given = {name: 1 if place < size else 0 for place, name in enumerate(biggest)}
    while sum(given.values()) < size:
        open_to = [name for name in biggest if given[name] < strata[name]]
        given[max(open_to, key=lambda name: size * strata[name] / whole - given[name])] += 1
    return given


def draw(files: Sequence[Listed], *, size: int, seed: str) -> list[Listed]:
    """The sample."""
    counts = Counter(one.stratum for one in files)
    wanted, ordered = shares(size, counts), in_order(files, seed)
    return [one for name in sorted(ordered) for one in ordered[name][: wanted[name]]]


def substitute(files: Sequence[Listed], *, seed: str, stratum: str, used: Iterable[str]) -> Listed | None:
    """The next file of the stratum in the order of the draw that was not used yet, or None when there is none."""
    gone = set(used)
    return next((one for one in in_order(files, seed).get(stratum, []) if one.ref not in gone), None)

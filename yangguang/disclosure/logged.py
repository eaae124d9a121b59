"""What other contexts make public and the log stands for: they say what stands, disclosure writes it and watches over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Logged:
    """One thing that is public: how it is called, its content here and in the public store, and where its proof goes."""

    title: str
    content: bytes
    public: bytes | None
    put_proof: Callable[[bytes], bool]


Finder = Callable[[str], "Logged | None"]
_finders: list[Finder] = []


def logged(find: Finder) -> Finder:
    """Register who knows what stands for a subject of the log; None for what is not theirs."""
    if find not in _finders:
        _finders.append(find)
    return find


def found_elsewhere(subject_ref: str) -> Logged | None:
    """What stands for a subject that is no publication of a decision."""
    return next((one for find in _finders if (one := find(subject_ref)) is not None), None)

"""Digests and the arithmetic of a hash chain: every link covers its facts and the link before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

ALGORITHMS = ("sha256", "sm3")
GENESIS = ""


@dataclass(frozen=True)
class Break:
    """Where a chain stops holding, and why."""

    index: int
    reason: str


def canonical(facts: Mapping[str, object] | list[Any]) -> bytes:
    """One byte sequence for one set of facts, or a list of such: keys sorted, no spaces, UTF-8, no floats or NaN."""
    _only_exact(facts)
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def digest_of(content: bytes, algorithm: str = "sha256") -> str:
    """The hexadecimal digest of some bytes; SM3 where the platform's library has it."""
    if algorithm not in ALGORITHMS:
        raise ValueError(f"unknown digest algorithm {algorithm}")
    return hashlib.new(algorithm, content).hexdigest()


def link(facts: Mapping[str, object], previous: str = GENESIS, algorithm: str = "sha256") -> str:
    """The digest of a chain's next line."""
    return digest_of(previous.encode("ascii") + b"\n" + canonical(facts), algorithm)


def walk(
    lines: Iterable[tuple[Mapping[str, object], str, str]], previous: str = GENESIS, algorithm: str = "sha256"
) -> Break | None:
    """Re-derive a chain of (facts, previous, digest); the first break, or None when all holds."""
    for index, (facts, claimed_previous, claimed) in enumerate(lines):
        if claimed_previous != previous:
            return Break(index, "previous")
        if link(facts, previous, algorithm) != claimed:
            return Break(index, "digest")
        previous = claimed
    return None


def fingerprint(digest: str) -> str:
    """The first and last characters of a digest, as people compare them."""
    return f"{digest[:8]}…{digest[-8:]}"


def _only_exact(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("a float has no canonical form: use integers or text")
    if isinstance(value, Mapping):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError("keys of facts are text")
            _only_exact(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _only_exact(item)

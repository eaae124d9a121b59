"""The only door to chance: tokens, identifiers and secrets. A run is replayed by seeding it; production uses the system's."""

from __future__ import annotations

import base64
import random
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Source = random.Random  # what a seeded block draws from

_bytes: Callable[[int], bytes] = secrets.token_bytes


def token_bytes(length: int) -> bytes:
    """`length` unpredictable bytes."""
    return _bytes(length)


def public_id() -> str:
    """A random 128-bit identifier in lower-case base32 (26 characters): what stands in addresses."""
    return base64.b32encode(token_bytes(16)).decode("ascii").rstrip("=").lower()


@contextmanager
def seeded(seed: int | str) -> Iterator[Source]:
    """Draw every byte of a block from one seed, for the demo and for replays. Never in production."""
    global _bytes
    source = Source(seed)
    before, _bytes = _bytes, source.randbytes
    try:
        yield source
    finally:
        _bytes = before

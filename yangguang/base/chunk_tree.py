"""The fingerprints of a stored file, taken as it comes: SHA-256 over all of it, and the root of a tree over its chunks.

The tree is the one of RFC 6962 over chunks of 4 MiB, so that one stretch of a long recording can be shown to belong to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from yangguang.base.tlog import merkle

CHUNK = 4 * 1024 * 1024
BLOCK = 1024 * 1024  # bytes held in memory at once
Block = bytes | memoryview


class Fingerprints:
    """Both fingerprints of what was told so far."""

    def __init__(self) -> None:
        self.size = 0
        self._whole = hashlib.sha256()
        self._leaves: list[bytes] = []
        self._leaf = hashlib.sha256(merkle.LEAF)

    def update(self, block: Block) -> None:
        """Go on with the next bytes."""
        self._whole.update(block)
        rest = memoryview(block)
        while rest:
            room = CHUNK - self.size % CHUNK
            taken, rest = rest[:room], rest[room:]
            self._leaf.update(taken)
            self.size += len(taken)
            if len(taken) == room:
                self._leaves.append(self._leaf.digest())
                self._leaf = hashlib.sha256(merkle.LEAF)

    @property
    def sha256(self) -> str:
        """The fingerprint over everything."""
        return self._whole.hexdigest()

    @property
    def tree_root(self) -> str:
        """The root over the chunks; the last one may be short."""
        last = [self._leaf.copy().digest()] if self.size % CHUNK else []
        return merkle.root_of([*self._leaves, *last]).hex()


class Beside:
    """Blocks told to several listeners in a thread of their own, while the next one comes. A block is done with when the one
    after it is taken.
    """

    def __init__(self, *listeners: Callable[[Block], object]) -> None:
        self._listeners = listeners
        self._thread = ThreadPoolExecutor(1)
        self._telling: Future[None] | None = None

    def __enter__(self) -> Beside:
        return self

    def __exit__(self, *fault: object) -> None:
        self._thread.shutdown()

    def take(self, block: Block) -> None:
        """Go on with this one; the one before is done with."""
        self.wait()
        self._telling = self._thread.submit(self._tell, block)

    def wait(self) -> None:
        """Until everything that was taken has been told."""
        if self._telling is not None:
            self._telling.result()
            self._telling = None

    def _tell(self, block: Block) -> None:
        for listener in self._listeners:
            listener(block)


def of(blocks: Iterable[bytes]) -> Fingerprints:
    """The fingerprints of what comes block by block."""
    told = Fingerprints()
    for block in blocks:
        told.update(block)
    return told


def blocks_of(path: Path, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
    """A stretch of a file, never more than a block of it in memory."""
    with path.open("rb") as file:
        file.seek(start)
        left = path.stat().st_size - start if stop is None else stop - start
        while left > 0 and (block := file.read(min(BLOCK, left))):
            left -= len(block)
            yield block

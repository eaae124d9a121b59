"""Files that come in parts: one writer at a time, nothing counted that is not on disk, moved to their place when whole."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yangguang.kernel import disk


class Taken(Exception):
    """Somebody else is writing this file."""


class Growing:
    """A file opened by its only writer."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @property
    def size(self) -> int:
        """How much lies there, counted or not."""
        return os.fstat(self._descriptor).st_size

    def cut_to(self, size: int) -> None:
        """Forget what lies behind `size`: it was never counted. Writing goes on there."""
        os.ftruncate(self._descriptor, size)
        os.lseek(self._descriptor, size, os.SEEK_SET)

    def append(self, block: bytes | memoryview) -> None:
        """Write all of a block. Raises OSError when the disk refuses."""
        rest = memoryview(block)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]

    def sync(self) -> None:
        """What was written up to now stays over a power cut."""
        os.fsync(self._descriptor)


def begin(path: Path) -> None:
    """An empty file that is there for good."""
    disk.write_durably(path, b"", mode=0o600)


@contextmanager
def only_writer(path: Path) -> Iterator[Growing]:
    """Be the only one who writes a file. Raises Taken at once while somebody else is; a process that dies lets go.

    The lock lies beside the file, so that it holds while the file itself moves to its place. Raises FileNotFoundError
    when there is no such file.
    """
    with _alone(path.with_suffix(".lock")):
        descriptor = os.open(path, os.O_RDWR)
        try:
            yield Growing(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """The same lock without opening the file: to finish or to remove it."""
    with _alone(path.with_suffix(".lock")):
        yield


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise Taken(lock.stem) from held
        yield
    finally:
        os.close(descriptor)


def settle(path: Path, place: Path, *, mode: int = 0o440) -> None:
    """Move a whole file to its place on the same disk, to be written no more."""
    disk.make_folder(place.parent)
    with path.open("rb") as file:
        os.fchmod(file.fileno(), mode)
        os.fsync(file.fileno())
    os.rename(path, place)
    disk.sync_folder(place.parent)
    disk.sync_folder(path.parent)


def remove(path: Path) -> None:
    """The file goes, and its lock; both may be gone already."""
    path.unlink(missing_ok=True)
    path.with_suffix(".lock").unlink(missing_ok=True)
    disk.sync_folder(path.parent)

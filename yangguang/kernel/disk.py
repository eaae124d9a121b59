"""The only door to durable files: temp → fsync → rename → fsync of the folder. A power cut leaves the old or the new."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from yangguang.kernel import birth


def sync_folder(folder: Path) -> None:
    """Make the folder's entries durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_durably(path: Path, content: bytes, *, mode: int = 0o640) -> None:
    """Put `content` at `path`, whole or not at all, and keep it over a power cut. Raises OSError when the disk refuses."""
    write_in_its_place(path, lambda _: content, mode=mode)


def write_in_its_place(path: Path, content: Callable[[str], bytes], *, mode: int = 0o640) -> None:
    """The same for a file that names itself (`birth`), so that a copy of it, put back later, can be told from it."""
    make_folder(path.parent)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content(birth.of(Path(temporary))))
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def make_durably(path: Path, make: Callable[[Path], None], *, mode: int = 0o644) -> None:
    """The same for a file too large to hold: `make` writes it beside its place, however long that takes."""
    make_folder(path.parent)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    os.close(descriptor)
    temporary = Path(name)
    try:
        make(temporary)
        with temporary.open("rb") as file:
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def remove_durably(path: Path) -> None:
    """Remove a file if it is there, and make its absence durable."""
    if path.exists():
        path.unlink()
        sync_folder(path.parent)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Be the only process inside a block; others wait, and a process that dies lets go."""
    make_folder(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, durably."""
    missing = [f for f in (folder, *folder.parents) if not f.exists()]
    for new in reversed(missing):
        new.mkdir(exist_ok=True)
        sync_folder(new.parent)


def read_secret(path: str) -> str:
    """What a file of a secret says; nothing without a path or a file. Raises PermissionError when others can read it."""
    if not path or not os.path.exists(path):
        return ""
    if os.stat(path).st_mode & 0o077:
        raise PermissionError(f"{path} may be read by others: chmod 600")
    return Path(path).read_text(encoding="utf-8").strip()

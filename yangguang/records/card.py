"""The files on a card or in the station's folder: found without following anything out of it, read block by block, never changed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from yangguang.base import media_kinds
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

DEEPEST = 8
MOST_NAME = 200


@dataclass(frozen=True)
class CardFile:
    """One regular file below the folder; `fault` says why it is not taken."""

    path: Path
    place: str
    size: int
    changed_at: float
    fault: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.path.name


def files_in(folder: Path) -> list[CardFile]:
    """Everything that looks like a recording, by its place. Raises Refused for what is no folder, and for too many."""
    if folder.is_symlink() or not folder.is_dir():
        raise Refused("没有这个文件夹，或者它是一个链接。", remedy="请写明采集站存放录音录像的文件夹。")
    found: list[CardFile] = []
    for one in _below(folder, folder, DEEPEST):
        found.append(one)
        if len(found) > settings.STATION_MOST_FILES:
            raise Refused(f"文件夹里的文件超过{settings.STATION_MOST_FILES}个。", remedy="请分几个文件夹导入。")
    return sorted(found, key=lambda one: one.place)


def _below(folder: Path, top: Path, depth: int) -> Iterator[CardFile]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = Path(entry.path)
            place = os.fsencode(path.relative_to(top)).decode("utf-8", "backslashreplace")
            if entry.is_symlink():
                yield CardFile(path, place, 0, 0, "是一个链接，不导入")
            elif entry.is_dir(follow_symlinks=False):
                if depth:
                    yield from _below(path, top, depth - 1)
            elif path.suffix.lower() in media_kinds.SUFFIXES:
                known = entry.stat(follow_symlinks=False)
                yield CardFile(path, place, known.st_size, known.st_mtime, _fault(path.name, known))


def _fault(name: str, known: os.stat_result) -> str:
    if not stat.S_ISREG(known.st_mode):
        return "不是普通文件，不导入"
    if not known.st_size:
        return "文件是空的"
    if known.st_size > settings.UPLOAD_MOST_BYTES:
        return "文件太大"
    try:
        name.encode("utf-8")
        clean(name, label="文件名", most=MOST_NAME)
    except (UnicodeEncodeError, Refused):
        return "文件名里有不能识别的字符，或者太长"
    return ""


@contextmanager
def reading(one: CardFile, start: int = 0) -> Iterator[Callable[[int], bytes]]:
    """Read a file from a place on. Raises OSError when it was put out of the way, or is no file any more."""
    descriptor = os.open(one.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(f"{one.place}: no regular file")
        os.lseek(descriptor, start, os.SEEK_SET)
        yield lambda most: os.read(descriptor, most)
    finally:
        os.close(descriptor)


def blocks(one: CardFile, size: int, stop: int) -> Iterator[bytes]:
    """The first bytes of a file, block by block."""
    with reading(one) as read:
        left = stop
        while left > 0 and (block := read(min(size, left))):
            left -= len(block)
            yield block

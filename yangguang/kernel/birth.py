"""Tell a file from every copy of it: by its inode and the instant it was made, neither of which can be set.

The inode alone is not enough: once a folder is deleted, its numbers are given to what is put back. Python has no `statx`
before 3.15, so the C library is asked. Where the file system keeps no instant (or the library has no `statx`), the inode
has to do.
"""

from __future__ import annotations

import ctypes
import os
import struct
from pathlib import Path

_AT_FDCWD, _BIRTH = -100, 0x800
_SIZE = 256  # bytes of `struct statx`
_MASK, _BORN = struct.Struct("=I"), struct.Struct("=qI")
_BORN_AT = 80  # bytes before `stx_btime`


def of(path: Path) -> str:
    """The file's inode and the instant it was made, in nanoseconds: `131-1796068048590551999`. Raises OSError."""
    inode = os.stat(path).st_ino
    born = _born(path)
    return f"{inode}-{born}" if born else str(inode)


def _born(path: Path) -> int:
    """Nanoseconds since 1970; nought when nobody knows."""
    answer = ctypes.create_string_buffer(_SIZE)
    try:
        refused = ctypes.CDLL(None).statx(_AT_FDCWD, os.fsencode(path), 0, _BIRTH, answer)
    except (AttributeError, OSError):
        return 0
    if refused or not _MASK.unpack_from(answer)[0] & _BIRTH:
        return 0
    seconds, rest = _BORN.unpack_from(answer, _BORN_AT)
    return int(seconds * 1_000_000_000 + rest)

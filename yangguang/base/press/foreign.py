"""Pictures and PDFs from outside: opened only in a separate, limited process; what comes back is page pictures, nothing else.

Scripts, links, forms, attachments and fonts of a foreign PDF stay behind: a page of it enters ours as one JPEG.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from yangguang.base.press import opening

TIMEOUT = 120  # seconds for one file; for counting, for each file
UNTOLD = chr(opening.UNTOLD)
PRINTABLE = frozenset({"application/pdf", "image/jpeg", "image/png"})


def page_counts(files: Sequence[Path]) -> list[int]:
    """How many pages each file has; 0 for one that cannot be opened. A file that kills the process costs only itself."""
    found: list[int] = []
    while len(found) < len(files):
        told = _run(["count", "-", *map(str, files[len(found) :])], files=len(files) - len(found))
        found += told
        if len(found) < len(files):
            found.append(0)
    return found


def page_pictures(file: Path) -> list[bytes]:
    """Each page of a file as a JPEG; nothing when it cannot be opened."""
    with tempfile.TemporaryDirectory(prefix="yg-pages-") as folder:
        told = _run(["draw", folder, str(file)], files=1)
        if not told or not told[0]:
            return []
        drawn = [Path(folder) / f"{number}.jpg" for number in range(told[0])]
        pictures = [one.read_bytes() for one in drawn if one.is_file() and not one.is_symlink()]
    whole = len(pictures) == told[0] and all(size_of(one) for one in pictures)
    return pictures if whole else []


def pictures_of(content: bytes) -> list[bytes]:
    """The same of a file that lies nowhere yet."""
    with tempfile.TemporaryDirectory(prefix="yg-upload-") as folder:
        file = Path(folder) / "upload"
        file.write_bytes(content)
        return page_pictures(file)


@dataclass(frozen=True)
class Sign:
    """One sign of a foreign text layer and where it is drawn, in parts of the page from its upper left corner."""

    sign: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Read:
    """One page of a foreign PDF: its text layer, and how much of the page images take, from 0 to 1."""

    signs: list[Sign]
    pictured: float

    @property
    def told(self) -> list[Sign]:
        """The signs that are letters somebody can look for: neither space nor a code of the file's own."""
        return [one for one in self.signs if one.sign.isprintable() and not one.sign.isspace() and one.sign != UNTOLD]

    @property
    def untold(self) -> bool:
        """Whether the file keeps to itself what letter some of its signs are."""
        return any(one.sign == UNTOLD for one in self.signs)


def page_signs(file: Path) -> list[list[Sign]] | None:
    """What the text layer of each page says, sign by sign; None when it cannot be read to its end."""
    pages = pages_read(file)
    return None if pages is None else [page.signs for page in pages]


def pages_read(file: Path) -> list[Read] | None:
    """Each page as far as it can be read; None when it cannot be read to its end. A page that is itself a picture has no sign."""
    with tempfile.TemporaryDirectory(prefix="yg-signs-") as folder:
        told = _run(["read", folder, str(file)], files=1)
        if not told or not told[0]:
            return None
        written = [Path(folder) / f"{number}.json" for number in range(told[0])]
        try:
            return [_read(one) if one.is_file() and not one.is_symlink() else Read([], 1) for one in written]
        except (ValueError, TypeError):
            return None


def _read(file: Path) -> Read:
    parts = opening.SCALE
    pictured, signs = json.loads(file.read_text(encoding="ascii"))
    told = [
        Sign(chr(code), left / parts, top / parts, right / parts, bottom / parts)
        for code, left, top, right, bottom in signs
    ]
    return Read(told, pictured / parts)


def size_of(jpeg: bytes) -> tuple[int, int] | None:
    """Width and height of a JPEG in pixels, read off its frame header; None when it is none."""
    if jpeg[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 < len(jpeg) and jpeg[at] == 0xFF:
        marker, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if marker in (0xC0, 0xC1, 0xC2):
            height, width = (int.from_bytes(jpeg[at + n : at + n + 2], "big") for n in (5, 7))
            return (width, height) if width and height and jpeg[at + 9] == 3 else None
        at += 2 + length
    return None


def _run(words: list[str], *, files: int) -> list[int]:
    """The numbers the process told before it ended, in whatever way it did."""
    command = [sys.executable, "-I", opening.__file__, *words]
    with tempfile.TemporaryFile() as told:
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(  # noqa: S603 – our own program; file names come from fingerprints
                command, stdin=subprocess.DEVNULL, stdout=told, stderr=subprocess.DEVNULL, env={}, check=False,
                timeout=TIMEOUT * files,
            )  # fmt: skip
        told.seek(0)
        lines = told.read(64 * 1024).splitlines()
    numbers = (json.loads(line) for line in lines if line.isdigit())
    return [min(int(number), opening.MOST_PAGES) for number in numbers][:files]

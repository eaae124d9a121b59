"""A picture from outside, drawn anew by a limited process: one to look at, one for the wall, and when it says it was taken."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import PIL

from yangguang.base.films import child, picture_process, tools
from yangguang.base.films.child import Bounds
from yangguang.base.films.probing import Unreadable
from yangguang.kernel import clock

BOUNDS = Bounds(wall=60, cpu=30, memory=1536 * 1024 * 1024, written=24 * 1024 * 1024)
DRAWN = frozenset({"image/jpeg", "image/png"})
BROKEN = "图片损坏、像素过多，或者不是图片，不能显示。原件没有改动，可以下载核对。"
NOT_DRAWN = "这种图片（HEIC）服务器不能打开，请下载原件查看。"
WRITTEN = ("%Y:%m:%d %H:%M:%S%z", "%Y:%m:%d %H:%M:%S")


@dataclass(frozen=True)
class Drawn:
    """Two pictures of ours and what the original says of itself."""

    shown: Path
    small: Path
    told: dict[str, Any]
    offline: bool


def drawn(descriptor: int, media_type: str, at: Path) -> Drawn:
    """Raises Unreadable for what is no picture, is too large to be one, or cannot be opened here."""
    if media_type not in DRAWN:
        raise Unreadable(NOT_DRAWN)
    told = at / "told.json"
    words = [sys.executable, "-I", picture_process.__file__, str(descriptor), str(at)]
    ended = child.run(words, at=at, bounds=BOUNDS, files=[descriptor], into=told)
    shown, small = at / "shown.jpg", at / "small.jpg"
    if not (ended.well and tools.sound_of(shown) and tools.sound_of(small)):
        raise Unreadable(BROKEN)
    return Drawn(shown, small, dict(json.loads(told.read_bytes()[: 64 * 1024])), ended.offline)


def version() -> str:
    """Which program drew it."""
    return f"Pillow {PIL.__version__}"


def taken_at(told: dict[str, Any]) -> datetime | None:
    """The instant a picture says it was taken; by Beijing time where it names no zone. None when it does not say, or not so."""
    taken = str(told.get("taken") or "")
    for words, written in zip((taken + str(told.get("zone") or "").replace(":", ""), taken), WRITTEN, strict=True):
        try:
            found = datetime.strptime(words, written)  # noqa: DTZ007 – the zone is put right below
        except ValueError:
            continue
        return found if found.tzinfo else found.replace(tzinfo=clock.BEIJING)
    return None

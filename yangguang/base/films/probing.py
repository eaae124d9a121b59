"""What a recording holds: how long it is, its picture, its sound – as ffprobe tells it, believed only within bounds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from yangguang.base.films import child, tools
from yangguang.base.films.child import Bounds, Ended

LONGEST = 24 * 3600  # seconds of one recording
MOST_SIDE = 16384  # pixels
BOUNDS = Bounds(wall=60, cpu=30, written=4 * 1024 * 1024)
BROKEN = "文件损坏、不完整，或者不是录音录像，不能制作预览。原件没有改动，可以下载核对。"
LATE = "文件打开用时过长，没有做完。原件没有改动。"


class Unreadable(Exception):
    """A file of which nothing can be shown; its words are for people."""


@dataclass(frozen=True)
class Stream:
    """One stream of a file: its place in it, how it is written, and its size where it is a picture."""

    index: int
    codec: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Facts:
    """What is known of a recording before anything is made of it."""

    milliseconds: int
    video: Stream | None
    audio: Stream | None
    offline: bool

    def told(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "milliseconds": self.milliseconds,
            "video": f"{self.video.codec} {self.video.width}×{self.video.height}" if self.video else "",
            "audio": self.audio.codec if self.audio else "",
        }


def probe(with_: tools.Tools, descriptor: int, media_type: str, at: Path) -> Facts:
    """Raises Unreadable for a file that holds neither sound nor film, or does not say how long it is."""
    told = at / "probe.json"
    words = [
        with_.ffprobe,
        "-v",
        "error",
        *tools.opened(media_type, descriptor),
        "-show_format",
        "-show_streams",
        "-of",
        "json",
    ]
    ended = child.run(words, at=at, bounds=BOUNDS, files=[descriptor], into=told)
    if not ended.well:
        raise Unreadable(LATE if ended.late else BROKEN)
    return facts_in(told, ended)


def facts_in(told: Path, ended: Ended) -> Facts:
    """What the answer says, as far as it can be believed."""
    try:
        answer = json.loads(told.read_bytes()[: BOUNDS.written])
        streams = [one for one in answer["streams"] if not dict.get(one.get("disposition", {}), "attached_pic")]
        film = next((_stream(one) for one in streams if one.get("codec_type") == "video"), None)
        sound = next((_stream(one) for one in streams if one.get("codec_type") == "audio"), None)
        seconds = float(answer["format"].get("duration", "nan"))
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise Unreadable(BROKEN) from fault
    if not (film or sound) or not isfinite(seconds) or seconds <= 0:
        raise Unreadable(BROKEN)
    if seconds > LONGEST:
        raise Unreadable("文件自称超过 24 小时，没有制作预览。原件没有改动。")
    return Facts(round(seconds * 1000), film, sound, ended.offline)


def _stream(told: dict[str, Any]) -> Stream:
    width, height = int(told.get("width", 0)), int(told.get("height", 0))
    if max(width, height) > MOST_SIDE:
        raise ValueError("a picture nobody films")
    return Stream(int(told["index"]), str(told.get("codec_name", ""))[:20], width, height)

"""The system's own ffmpeg and ffprobe: where they are, which version, and the words that let them open nothing but one file."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from yangguang.base.films import child
from yangguang.base.films.child import Bounds

PLACES = "/usr/local/bin:/usr/bin:/bin"
MISSING = "服务器没有安装 ffmpeg，不能制作预览，只能打开原件。请系统管理员安装后重试。"
# What may be read a kind of file by is chosen here, never by what the file says of itself: a playlist is then no film.
DEMUXERS = {
    "video/mp4": "mov", "video/quicktime": "mov", "audio/mp4": "mov", "video/x-matroska": "matroska",
    "video/webm": "matroska", "audio/mpeg": "mp3", "audio/wav": "wav", "audio/amr": "amr", "audio/amr-wb": "amr",
}  # fmt: skip
PROTOCOLS = "file,fd,pipe"


@dataclass(frozen=True)
class Tools:
    """Both programs by their whole path, and what they say they are."""

    ffmpeg: str
    ffprobe: str
    version: str


def here() -> Tools | None:
    """What is installed; None where there is none. Asked anew each time: it may be installed while we run."""
    ffmpeg, ffprobe = (shutil.which(name, path=PLACES) for name in ("ffmpeg", "ffprobe"))
    return Tools(ffmpeg, ffprobe, _version(ffmpeg)) if ffmpeg and ffprobe else None


@cache
def _version(ffmpeg: str) -> str:
    with child.folder() as at:
        told = at / "version"
        child.run([ffmpeg, "-version"], at=at, bounds=Bounds(wall=20, cpu=10), into=told)
        found = re.match(r"ffmpeg version (\S{1,40})", told.read_text("utf-8", "replace"))
    return f"ffmpeg {found[1]}" if found else "ffmpeg"


def opened(media_type: str, descriptor: int) -> list[str]:
    """The words that make a program read one file it was given, as the one kind it is. Raises KeyError for a kind nobody reads."""
    return ["-protocol_whitelist", PROTOCOLS, "-f", DEMUXERS[media_type], "-i", f"file:/dev/fd/{descriptor}"]


def readable(media_type: str) -> bool:
    """Whether this kind of file is read by ffmpeg at all."""
    return media_type in DEMUXERS


def sound_of(path: Path) -> bool:
    """Whether something was made: a file of its own with something in it, no link to elsewhere."""
    return path.is_file() and not path.is_symlink() and path.stat().st_size > 0

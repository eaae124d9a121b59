"""A stretch or one picture of a recording as a file of its own, with the watermark written into it. The original is only read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from yangguang.base.films import child, tools, watermarks
from yangguang.base.films.child import Bounds
from yangguang.base.films.previewing import (
    BEYOND_TIME,
    ONE_SECOND,
    begun,
    bounds_of,
    closed,
    picture_written,
    scaled,
    sound_written,
)
from yangguang.base.films.probing import Facts, Unreadable

SIDE = 1280
FILM_RATE, SOUND_RATE = "1800k", "64k"
NOTHING_THERE = "这个时刻没有可以解开的画面或者声音。请换一个时刻重试。"


def stretch(
    with_: tools.Tools, descriptor: int, media_type: str, facts: Facts, at: Path, *, start: int, stop: int, mark: str,
    source: str, beat: Callable[[], object] | None = None,
) -> Path:  # fmt: skip
    """From `start` to `stop`, in milliseconds. Sound alone bears no watermark. Raises Unreadable."""
    made = at / "stretch.webm"
    words = begun(with_, descriptor, media_type, start=start)
    if facts.video:
        words += [
            *_over(facts.video.index, mark, source, at, first=f"{scaled(SIDE)},fps=25,"),
            *picture_written(FILM_RATE),
        ]
    if facts.audio:
        words += ["-map", f"0:{facts.audio.index}", *sound_written(SOUND_RATE)]
    words += [*closed(stop - start - ONE_SECOND), str(made)]  # `closed` leaves a second for what ends late
    return _carried_out(words, made, descriptor, at, bounds_of(facts), beat)


def picture(
    with_: tools.Tools,
    descriptor: int,
    media_type: str,
    facts: Facts,
    at: Path,
    *,
    instant: int,
    mark: str,
    source: str,
) -> Path:
    """The picture at an instant, in its own size. Raises Unreadable where there is none."""
    if facts.video is None:
        raise Unreadable("录音没有画面，不能截图。")
    made = at / "picture.png"
    over = _over(facts.video.index, mark, source, at, first="")
    words = [*begun(with_, descriptor, media_type, start=instant), *over, "-frames:v", "1", "-f", "image2", str(made)]
    return _carried_out(words, made, descriptor, at, Bounds(wall=120, cpu=90, written=200 * 1024 * 1024), None)


def _over(index: int, mark: str, source: str, at: Path, *, first: str) -> list[str]:
    """A band is added below, so that the line about the source hides nothing."""
    sheet, strip = watermarks.sheet(mark, at / "sheet.png"), watermarks.strip(source, at / "strip.png")
    high = watermarks.STRIP
    chain = (
        f"[0:{index}]{first}pad=iw:ih+{high}:0:0:black[a];[a][1:v]overlay=0:0[b];[b][2:v]overlay=0:main_h-{high},"
        "format=yuv420p[c]"
    )
    beside = [word for path in (sheet, strip) for word in ("-f", "png_pipe", "-i", f"file:{path}")]
    return [*beside, "-filter_complex", chain, "-map", "[c]"]


def _carried_out(
    words: list[str], made: Path, descriptor: int, at: Path, bounds: Bounds, beat: Callable[[], object] | None
) -> Path:
    ended = child.run(words, at=at, bounds=bounds, files=[descriptor], beat=beat)
    if ended.late:
        raise Unreadable(BEYOND_TIME)
    if not (ended.well and tools.sound_of(made)):
        raise Unreadable(NOTHING_THERE)
    return made

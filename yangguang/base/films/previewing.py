"""Of a recording: a low-rate film that browsers play, a picture for before it is played, and how loud it is along its way."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from yangguang.base.films import child, tools
from yangguang.base.films.child import Bounds, Ended
from yangguang.base.films.probing import Facts, Unreadable

SIDE = 640  # pixels across at most
FRAMES, KEY_EVERY = 15, 30
FILM_RATE, SOUND_RATE = "350k", "24k"
HEARD = 4000  # samples a second the loudness is read off
PEAKS = 400
ONE_SECOND = 1000
BEYOND_TIME = "制作预览用时过长，没有做完；可以播放原件，或者稍后重试。"
NOT_DECODED = "文件里的声音和画面不能解开，没有制作预览。原件没有改动，可以下载核对。"


@dataclass(frozen=True)
class Made:
    """What was made, and how: the film, its picture (none of sound alone), its loudness, and how often decoding stumbled."""

    film: Path
    poster: Path | None
    peaks: list[int]
    stumbles: int
    parameters: dict[str, str | int | bool]


def preview(
    with_: tools.Tools,
    descriptor: int,
    media_type: str,
    facts: Facts,
    at: Path,
    beat: Callable[[], object] | None = None,
) -> Made:
    """Raises Unreadable when nothing can be decoded or the time is over."""
    film, heard = at / "preview.webm", at / "heard.raw"
    words = [*begun(with_, descriptor, media_type), *_film(facts, film), *_heard(facts, heard)]
    ended = child.run(words, at=at, bounds=bounds_of(facts), files=[descriptor], beat=beat)
    if ended.late:
        raise Unreadable(BEYOND_TIME)
    if not tools.sound_of(film):
        raise Unreadable(NOT_DECODED)
    parameters: dict[str, str | int | bool] = {
        "container": "webm", "picture": f"VP8 {FILM_RATE} ≤{SIDE}px {FRAMES}fps" if facts.video else "",
        "sound": f"Opus {SOUND_RATE}" if facts.audio else "", "offline": ended.offline,
    }  # fmt: skip
    return Made(
        film, _poster(with_, film, facts, at), peaks_in(heard) if facts.audio else [], stumbles_in(ended), parameters
    )


def begun(with_: tools.Tools, descriptor: int, media_type: str, *, start: int = 0) -> list[str]:
    """The first words of every rewriting: nothing asked, nothing opened but the one file."""
    from_there = ["-ss", f"{start / ONE_SECOND:.3f}"] if start else []
    quiet = ["-hide_banner", "-nostdin", "-v", "error", "-y"]
    return [with_.ffmpeg, *quiet, *from_there, *tools.opened(media_type, descriptor)]


def bounds_of(facts: Facts) -> Bounds:
    """An hour of film may take two, a minute may take five; the film may be as large as its rate makes it, twice."""
    seconds = facts.milliseconds // ONE_SECOND
    return Bounds(wall=300 + 2 * seconds, cpu=300 + 2 * seconds, written=64 * 1024 * 1024 + seconds * 100 * 1024)


def stumbles_in(ended: Ended) -> int:
    """How many complaints there were while it was decoded."""
    return len([line for line in ended.told.splitlines() if line.strip()])


def scaled(side: int) -> str:
    """The filter that makes a picture no wider than this, with even sides."""
    return f"scale='trunc(min({side},iw)/2)*2':-2"


def _film(facts: Facts, film: Path) -> list[str]:
    words: list[str] = []
    if facts.video:
        words += ["-map", f"0:{facts.video.index}", "-vf", f"{scaled(SIDE)},fps={FRAMES}", *picture_written(FILM_RATE)]
    if facts.audio:
        words += ["-map", f"0:{facts.audio.index}", *sound_written(SOUND_RATE)]
    return [*words, *closed(facts.milliseconds), str(film)]


def picture_written(rate: str) -> list[str]:
    """VP8, which browsers play without anything of ours."""
    return [
        "-c:v",
        "libvpx",
        "-deadline",
        "realtime",
        "-cpu-used",
        "8",
        "-b:v",
        rate,
        "-g",
        str(KEY_EVERY),
        "-threads",
        "1",
    ]


def sound_written(rate: str) -> list[str]:
    """Opus, one channel."""
    return ["-c:a", "libopus", "-b:a", rate, "-ac", "1"]


def closed(milliseconds: int) -> list[str]:
    """Nothing of the original but sound and picture comes along, no longer than it is; its index stands in front."""
    length = ["-t", f"{milliseconds / ONE_SECOND + 1:.3f}"]
    return ["-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", *length, "-cues_to_front", "1", "-f", "webm"]


def _heard(facts: Facts, heard: Path) -> list[str]:
    if not facts.audio:
        return []
    length = ["-t", f"{facts.milliseconds / ONE_SECOND + 1:.3f}"]
    return [
        "-map",
        f"0:{facts.audio.index}",
        "-ac",
        "1",
        "-ar",
        str(HEARD),
        "-c:a",
        "pcm_s16le",
        *length,
        "-f",
        "s16le",
        str(heard),
    ]


def _poster(with_: tools.Tools, film: Path, facts: Facts, at: Path) -> Path | None:
    """A picture of our own film a little after its beginning."""
    if not facts.video:
        return None
    poster = at / "poster.jpg"
    with film.open("rb") as made:
        early = min(ONE_SECOND, facts.milliseconds // 2)
        words = [*begun(with_, made.fileno(), "video/webm", start=early), "-frames:v", "1", "-f", "image2", str(poster)]
        child.run(words, at=at, bounds=Bounds(wall=60, cpu=30), files=[made.fileno()])
    return poster if tools.sound_of(poster) else None


def peaks_in(heard: Path) -> list[int]:
    """How loud it is, from 0 to 100, in even steps from beginning to end."""
    if not heard.is_file():
        return []
    size = heard.stat().st_size // 2
    peaks, before = [], 0
    with heard.open("rb") as file:
        for step in range(1, PEAKS + 1):
            until = size * step // PEAKS
            samples = array("h", file.read((until - before) * 2))
            before = until
            loudest = max(max(samples), -min(samples)) if samples else 0
            peaks.append(min(100, round(loudest / 327.67)))
    return peaks

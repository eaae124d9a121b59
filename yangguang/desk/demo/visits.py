"""What a body camera and a phone bring from one visit: a film of drawn scenes, sound that goes on after a gap, photographs."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache

from PIL import Image, ImageDraw

from yangguang.base.events import SYSTEM
from yangguang.base.films import child, tools
from yangguang.base.films.child import Bounds
from yangguang.desk.demo import journal
from yangguang.desk.demo.films import KEPT_AT_THE_STATION
from yangguang.desk.demo.work import Work
from yangguang.kernel import clock
from yangguang.records.api import (
    Brought,
    Entry,
    MediaManifest,
    bring_whole,
    catalogue_recording,
    make_waiting,
    mark_recording,
    media_to_attach,
)

SCENE = (640, 360)
SECONDS_OF_A_SCENE, SCENES = 15, 4
GAP = timedelta(seconds=96)
RATE, SOUND_SECONDS = 8000, 24
TAKEN = 36867
MARKS = (
    (2_000, "opening", "口述时间、地点、人员和事项"),
    (9_000, "certificate", "两名人员逐一出示"),
    (17_000, "rights", "陈述申辩、申请回避；告知正在录像"),
    (33_000, "scene", "考勤机显示 21:42 仍有人打卡"),
    (41_000, "statement", "车间主任称加班由班组长口头安排"),
    (56_000, "closing", "口述结束时间和检查情况"),
)


def brought_back(work: Work, inspected: datetime) -> None:
    """Everything of one visit comes into the file of a case that is still open, is looked through and catalogued."""
    if work.plan["until"] in KEPT_AT_THE_STATION:
        return
    began = inspected - timedelta(seconds=20)
    film = _film()
    if film:
        _brought(work, "现场检查.webm", film, began, "DSJ-02")
    after = began + timedelta(seconds=SECONDS_OF_A_SCENE * SCENES) + GAP
    _brought(work, "询问车间主任.wav", _sound(), after, "DSJ-02")
    for number, what in enumerate(("车间大门", "考勤机", "生产线")):
        _brought(work, f"{what}.jpg", _photo(number, began + timedelta(minutes=number)), began, "")
    if film and tools.here():
        _looked_through(work, media_to_attach(work.case.public_id).get(name="现场检查.webm"))


def _brought(work: Work, name: str, content: bytes, taken: datetime, device: str) -> None:
    told = Brought(name, len(content), taken, work.officers[0].name, device)
    read: Callable[[int], bytes] = io.BytesIO(content).read
    bring_whole(file_ref=work.case.public_id, brought=told, read=read, actor=work.case_handler, at=journal.now())


def _looked_through(work: Work, media: MediaManifest) -> None:
    make_waiting(actor=SYSTEM, at=journal.now())
    for at, kind, words in MARKS:
        mark_recording(
            media_ref=media.public_id, at_ms=at, kind=kind, words=words, actor=work.case_handler, at=journal.now()
        )
    entry = Entry(
        "现场检查", media.occurred_at, media.occurred_at + timedelta(minutes=1), work.employer.address,
        "、".join([*(one.name for one in work.officers), f"{work.employer.representative}（在场）"]), "查看生产线和考勤机，听取说明。",
    )  # fmt: skip
    catalogue_recording(media_ref=media.public_id, entry=entry, actor=work.case_handler, at=journal.now())


@cache
def _film() -> bytes:
    """The scenes one after another with a low tone; nothing where there is no ffmpeg."""
    with_ = tools.here()
    if with_ is None:
        return b""
    with child.folder() as at:
        for number in range(SCENES):
            _scene(number).save(at / f"{number}.png")
        length = SECONDS_OF_A_SCENE * SCENES
        words = [
            with_.ffmpeg, "-v", "error", "-framerate", f"1/{SECONDS_OF_A_SCENE}", "-i", "%d.png", "-f", "lavfi",
            "-i", f"aevalsrc=0.2*sin(300*t)*abs(sin(t/3)):s=8000:d={length}", "-r", "5", "-t", str(length), "-c:v", "libvpx",
            "-deadline", "realtime", "-cpu-used", "8", "-b:v", "200k", "-c:a", "libopus", "-b:a", "16k", "film.webm",
        ]  # fmt: skip
        child.run(words, at=at, bounds=Bounds(wall=60, cpu=60))
        made = at / "film.webm"
        return made.read_bytes() if tools.sound_of(made) else b""


def _scene(number: int) -> Image.Image:
    """A wall, a floor, machines, a clock, somebody at work: nobody's workshop."""
    picture = Image.new("RGB", SCENE, ("#aeb9c6", "#b9c2b4", "#c3bcae", "#aab6bf")[number % 4])
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 235, 640, 360), fill="#7f868b")
    for left in range(30 - number * 12, 640, 150):
        pen.rectangle((left, 150, left + 96, 262), fill="#5d6b7a", outline="#3b4652", width=3)
        pen.rectangle((left + 14, 166, left + 82, 196), fill="#cfd8df")
        pen.ellipse((left + 40, 212, left + 58, 230), fill=("#c9472f", "#3f8f5a")[(left + number) % 2])
    head = 130 + number * 110
    pen.ellipse((head, 128, head + 40, 170), fill="#e3bf9d")
    pen.rounded_rectangle((head - 18, 168, head + 58, 300), radius=16, fill="#27405f")
    pen.rectangle((520, 40, 600, 96), fill="#20272e")
    pen.text((534, 60), f"21:{40 + number}", fill="#7be08a")
    return picture


@cache
def _sound() -> bytes:
    """A tone that comes and goes, as a WAV."""
    samples = bytearray()
    for place in range(RATE * SOUND_SECONDS):
        loud = 6000 if place // RATE % 4 else 600
        samples += struct.pack("<h", loud if place // 20 % 2 else -loud)
    head = struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF",
        36 + len(samples),
        b"WAVE",
        b"fmt ",
        16,
        1,
        1,
        RATE,
        RATE * 2,
        2,
        16,
        b"data",
        len(samples),
    )
    return head + bytes(samples)


def _photo(number: int, taken: datetime) -> bytes:
    """One scene as a photograph that says when it was taken."""
    exif, out = Image.Exif(), io.BytesIO()
    exif.get_ifd(0x8769)[TAKEN] = taken.astimezone(clock.BEIJING).strftime("%Y:%m:%d %H:%M:%S")
    _scene(number).resize((1280, 720)).save(out, "JPEG", quality=80, exif=exif)
    return out.getvalue()

"""Recordings of what the officers did: most open cases have them, closed ones say in words where they are kept."""

from __future__ import annotations

from functools import cache

from yangguang.cases.api import verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.work import Work
from yangguang.records.api import EvidenceKind

SECONDS = 3
FRAME = b"\xff\xfb\x10\xc4" + bytes(100)  # one frame of an MP3 at 32 kbit/s in which nothing is heard
FRAMES_A_SECOND = 38
KEPT_AT_THE_STATION = frozenset({"closed", "archived", "paid up", "settled"})


def filmed(work: Work, what: str) -> None:
    """The body camera's sound of this day goes into the file, where the case is still open."""
    if work.plan["until"] in KEPT_AT_THE_STATION:
        return
    verbs.collect_evidence(
        case_id=work.refs["case"], kind=EvidenceKind.AUDIOVISUAL, name=f"{work.day:%-m月%-d日}{what}录音",
        source="执法记录仪录制", officers=work.officers, proves=f"{what}的过程", obtained_on=work.day, certificate_shown=True,
        content=_sound(), file_name=f"{work.day:%Y%m%d}{what}.mp3", original=True, actor=work.case_handler, at=journal.now(),
    )  # fmt: skip


@cache
def _sound() -> bytes:
    """Some seconds of silence, in place of what was said."""
    return FRAME * (FRAMES_A_SECOND * SECONDS)

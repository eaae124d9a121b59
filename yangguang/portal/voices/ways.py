"""The ways to turn to an agency."""

from __future__ import annotations

from dataclasses import dataclass

from yangguang.bulletin.api import VoiceKind


@dataclass(frozen=True)
class Way:
    """One of the ways: its kind, its heading, what is said above the form, and under which clause."""

    kind: VoiceKind
    title: str
    words: str
    clause: str


WAGES = Way(
    VoiceKind.WAGES,
    "投诉、举报用人单位",
    "拖欠工资、不缴社保、超时加班等，劳动者可以投诉，任何人可以举报。",
    "LSR-2004:9.1",
)
CONDUCT = Way(
    VoiceKind.CONDUCT,
    "投诉执法人员或者决定",
    "机关应当认真审查，监督机关同时看得到；被投诉的人看不到。",
    "APL-2021:75.2",
)
QUESTION = Way(VoiceKind.QUESTION, "咨询", "问办事、问依据、问进度。", "")

"""What must be said of a recording made on the spot, and what follows when it was not (GD-REC-2021:14.2, 18, 20, 22)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from yangguang.kernel.refusal import Verdict
from yangguang.statutes import clause, keeps, overlays

ANNOUNCED = "GD-REC-2021:18"
INTERRUPTED = "GD-REC-2021:20"
PRIVATE = "GD-REC-2021:22"
WHOLE = "GD-REC-2021:14.2"
EVERYWHERE = {ANNOUNCED: "APL-2021:47", INTERRUPTED: "APL-2021:47", WHOLE: "APL-2021:47", PRIVATE: "APL-2021:46.3"}

SPOKEN = {"time": "时间", "place": "地点", "people": "人员", "matter": "事项", "told": "告知正在记录"}
PLACES = {"public": "公共场所", "business": "生产经营场所", "dwelling": "住宅", "hotel_room": "宾馆房间"}
PRIVATE_PLACES = frozenset({"dwelling", "hotel_room"})
CONSENTS = {"clear": "权利人明确同意", "law": "法律另有规定"}
MODES = {"photo": "照片", "audio": "录音", "video": "录像"}
MATTERS = {
    "现场检查": False, "调查询问": False, "证据保全": False, "留置送达": False, "公告送达": False, "听证": False,
    "查封、扣押": True, "强制拆除": True, "其他现场执法": False,
}  # fmt: skip
SLACK = timedelta(seconds=60)  # nobody presses the button in the second of arrival


@dataclass(frozen=True)
class Gap:
    """A stretch in which nothing was recorded, and why."""

    begins: datetime
    ends: datetime
    reason: str = ""


@dataclass(frozen=True)
class Said:
    """What was said of one recording by whoever made it; all moments by the clock of the server, in Beijing."""

    mode: str
    began_at: datetime
    ended_at: datetime
    place: str = ""
    place_kind: str = "public"
    consent: str = ""
    consent_words: str = ""
    people: str = ""
    matter: str = ""
    spoken: dict[str, datetime] = field(default_factory=dict)
    unspoken_reason: str = ""
    gaps: tuple[Gap, ...] = ()
    broken_off: bool = False
    failure_report: str = ""
    whole: bool = False
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    uncovered_reason: str = ""


def basis(local: str, region: str) -> str:
    """The province's own clause where it has one, else the clause of the nation it fills in."""
    return local if overlays.covers(clause(local).law.region, region) else EVERYWHERE[local]


def judged(said: Said, beside: Iterable[tuple[datetime, datetime]], region: str) -> tuple[Verdict, ...]:
    """Every gate's answer; `beside`: the stretches that other recordings of the same file cover."""
    return (announced(said, region), consented(said, region), explained(said, region), covered(said, beside, region))


@keeps(ANNOUNCED)
def announced(said: Said, region: str) -> Verdict:
    """Time, place, people and matter were spoken and those present told; what was not needs a reason, and is shown."""
    lacking = unspoken(said)
    reason = "没有语音说明和告知现场人员正在音像记录。" if lacking else ""
    remedy = f"请写明没有说明“{'、'.join(lacking)}”的原因。" if lacking else ""
    return Verdict(
        "recording_announced", "已告知正在记录", not lacking or bool(said.unspoken_reason), reason,
        (basis(ANNOUNCED, region),), remedy, warns_only=bool(lacking and said.unspoken_reason),
    )  # fmt: skip


def unspoken(said: Said) -> list[str]:
    """What was not spoken at the beginning of sound or film; a picture says nothing."""
    return [] if said.mode == "photo" else [label for name, label in SPOKEN.items() if name not in said.spoken]


@keeps(PRIVATE)
def consented(said: Said, region: str) -> Verdict:
    """A dwelling or a hotel room is recorded with clear consent or where law says so, and who consented is written down."""
    holds = said.place_kind not in PRIVATE_PLACES or (said.consent in CONSENTS and bool(said.consent_words))
    return Verdict(
        "private_space_consent", "私密空间", holds,
        "" if holds else "未经权利人明确同意，不得进入、拍摄住宅、宾馆房间等私密空间。",
        (basis(PRIVATE, region),), "请写明谁在什么时间明确同意，或者法律依据。",
    )  # fmt: skip


@keeps(INTERRUPTED)
def explained(said: Said, region: str) -> Verdict:
    """Each gap has its reason; a recording that could not go on has been reported, in writing."""
    silent = [gap for gap in said.gaps if not gap.reason]
    reason, remedy = "", ""
    if silent:
        long = sum((gap.ends - gap.begins for gap in silent), timedelta())
        reason, remedy = f"记录中断{lasting(long)}没有说明原因。", "请逐段写明中断的原因。"
    elif said.broken_off and not said.failure_report:
        reason = "记录中断以后没有继续，没有说明原因。"
        remedy = "请写明无法继续记录的原因和向部门负责人报告的情况。"
    return Verdict("interruption_explained", "中断已说明", not reason, reason, (basis(INTERRUPTED, region),), remedy)


@keeps(WHOLE)
def covered(said: Said, beside: Iterable[tuple[datetime, datetime]], region: str) -> Verdict:
    """What has to be recorded whole is covered from arrival to departure; what is not has its explanation."""
    open_stretches = uncovered(said, beside)
    told = "、".join(_stretch(one) for one in open_stretches)
    reason = f"该行为应当全程无间断记录，现有片段没有覆盖{told}。" if told else ""
    return Verdict(
        "full_recording", "全程无间断", not reason or bool(said.uncovered_reason), reason, (basis(WHOLE, region),),
        "请补传覆盖该时段的片段，或者写明原因。" if reason else "", warns_only=bool(reason and said.uncovered_reason),
    )  # fmt: skip


def uncovered(said: Said, beside: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """The stretches between arrival and departure that no recording covers and no reason explains."""
    if not said.whole or said.arrived_at is None or said.left_at is None:
        return []
    explained_gaps = [(gap.begins, gap.ends) for gap in said.gaps if gap.reason]
    pieces = [*recorded_stretches(said), *explained_gaps, *beside]
    found, reached = [], said.arrived_at
    for begins, ends in sorted(pieces):
        if begins > reached + SLACK and reached < said.left_at:
            found.append((reached, min(begins, said.left_at)))
        reached = max(reached, ends)
    if said.left_at > reached + SLACK:
        found.append((reached, said.left_at))
    return found


def recorded_stretches(said: Said) -> list[tuple[datetime, datetime]]:
    """From beginning to end without the gaps."""
    return stretches(said.began_at, said.ended_at, said.gaps)


def stretches(began: datetime, ended: datetime, gaps: Sequence[Gap]) -> list[tuple[datetime, datetime]]:
    """A span of time without its gaps."""
    found, reached = [], began
    for gap in sorted(gaps, key=lambda one: one.begins):
        found.append((reached, gap.begins))
        reached = gap.ends
    return [(a, b) for a, b in [*found, (reached, ended)] if b > a]


def lasting(span: timedelta) -> str:
    """A length of time for people."""
    seconds = max(round(span.total_seconds()), 1)
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} 分 {rest} 秒" if minutes and rest else f"{minutes} 分钟" if minutes else f"{seconds} 秒"


def _stretch(one: tuple[datetime, datetime]) -> str:
    begins, ends = one
    return f"{begins:%H:%M}至{ends:%H:%M}"

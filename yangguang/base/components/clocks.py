"""Clocks: the state of a dated duty, told by shape, words and colour, never by one of them alone."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from yangguang.base.components.blocks import drawer_link
from yangguang.base.components.library import register
from yangguang.base.components.texts import short_date
from yangguang.kernel import clock

SOON = 2  # the one setting: this many units left, or fewer, is 临期


class ClockState(StrEnum):
    """How a dated duty stands."""

    IN_TIME = "in_time"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    SUSPENDED = "suspended"
    PROVISIONAL = "provisional"
    NOT_STARTED = "not_started"
    DONE = "done"
    LAPSED = "lapsed"
    ENDED = "ended"  # taken back: nothing runs, and nothing was achieved


SPOKEN = {
    ClockState.IN_TIME: "正常",
    ClockState.DUE_SOON: "临期",
    ClockState.OVERDUE: "逾期",
    ClockState.SUSPENDED: "中止",
    ClockState.PROVISIONAL: "暂定",
    ClockState.NOT_STARTED: "未起算",
    ClockState.DONE: "办结",
    ClockState.LAPSED: "期满",
    ClockState.ENDED: "终止",
}
LINK = mark_safe("<!--link-->")  # where a drawn clock has its link: texts are escaped, so that none can hold it
UNITS = {"workday": "个工作日", "calendar_day": "天", "hour": "小时", "month": "个月", "year": "年"}


@dataclass(frozen=True)
class ClockFace:
    """What a clock shows: state, words, due day, share of the term used, and where it is explained."""

    state: ClockState
    words: str
    due_on: date | None = None
    share: float = 0.0
    explanation_href: str = ""
    is_provisional: bool = False


def running(
    left: int,
    unit: str = "workday",
    *,
    due_on: date | None = None,
    share: float = 0.0,
    explanation_href: str = "",
    is_provisional: bool = False,
) -> ClockFace:
    """The face of a clock that runs: in time, due soon (two left or fewer) or overdue."""
    counted = UNITS.get(unit, unit)
    if left < 0:
        state, words = ClockState.OVERDUE, f"逾期 {-left} {counted}"
    elif left <= SOON:
        state, words = ClockState.DUE_SOON, "今天到期" if left == 0 else f"剩 {left} {counted}"
    else:
        state, words = ClockState.IN_TIME, f"剩 {left} {counted}"
    return ClockFace(state, words, due_on, share, explanation_href, is_provisional)


def lapsed(due_on: date, *, explanation_href: str = "") -> ClockFace:
    """The face of a chance nobody took: neither done nor overdue."""
    return ClockFace(ClockState.LAPSED, "已期满", due_on, explanation_href=explanation_href)


def ended(words: str) -> ClockFace:
    """The face of what was taken back: neither done nor due."""
    return ClockFace(ClockState.ENDED, words)


def suspended(since: date) -> ClockFace:
    """The face of a clock a lawful suspension holds."""
    return ClockFace(ClockState.SUSPENDED, f"已中止，{short_date(since)}起")


def not_started(event: str) -> ClockFace:
    """The face of a clock whose start event (决定、送达) has not happened."""
    return ClockFace(ClockState.NOT_STARTED, f"{event}后起算")


def done(counted: int, unit: str = "workday", *, due_on: date | None = None) -> ClockFace:
    """The face of a duty done, which keeps the count."""
    return ClockFace(ClockState.DONE, f"第 {counted} {UNITS.get(unit, unit)}完成", due_on)


@register.simple_tag
def clock_face(
    face: Any = None,
    state: str = "",
    words: str = "",
    due_on: date | None = None,
    share: float = 0.0,
    explanation_href: str = "",
    show_due: bool = True,
) -> SafeString:
    """A clock from a ClockFace, or from its parts."""
    if face is None:
        face = ClockFace(ClockState(state), words, due_on, share, explanation_href)
    href, shown = face.explanation_href, ClockState(face.state)
    drawn = _drawn(
        shown, face.words, face.due_on if show_due else None, max(4, min(96, round(100 * float(face.share or 0)))),
        face.is_provisional or shown is ClockState.PROVISIONAL, bool(href), clock.today().year,
    )  # fmt: skip
    return mark_safe(drawn.replace(LINK, drawer_link(href))) if href else drawn  # noqa: S308 – both are escaped


@lru_cache(maxsize=2048)
def _drawn(
    state: ClockState, words: str, due_on: date | None, share: int, is_provisional: bool, explained: bool, _year: int
) -> SafeString:
    """A list draws scores of clocks, and many are alike but for their link. Nothing else than what is given decides how one looks."""
    return render_to_string("components/clock.html", {
        "state": state.value, "css": state.value.replace("_", "-"), "spoken": SPOKEN[state], "words": words,
        "due_on": due_on, "is_provisional": is_provisional, "dash": f"{share} 100",
        "link": LINK if explained else "",
    })  # fmt: skip


@register.filter
def unit_words(unit: str) -> str:
    """The Chinese word of a unit: workday → 个工作日."""
    return UNITS.get(unit, {"yuan": "元", "percent": "%", "person": "人", "count": "项"}.get(unit, unit))

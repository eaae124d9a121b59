"""The explanation of a due date: the answer, the equation line by line, and the months with every day's part in it."""

from __future__ import annotations

from calendar import Calendar as Months
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from yangguang.base.components.library import register
from yangguang.base.components.texts import short_date
from yangguang.kernel import clock
from yangguang.kernel.due_dates import DueDate, SkipKind, Unit

EVERY = 10  # a small number on each tenth counted day
MOST_SHOWN = 14
SIGNS = {"start": "起", "term": "＋", "suspension": "停", "extension": "＋", "rolled": "延", "due": "＝", "fixed": "＝"}


@dataclass(frozen=True)
class Line:
    """One line of the equation: its sign, what it says, its clause, the day it leads to."""

    kind: str
    label: str
    words: str = ""
    clause: str = ""
    reached: date | None = None

    @property
    def sign(self) -> str:
        """The character in the ring."""
        return SIGNS[self.kind]


@dataclass(frozen=True)
class Explanation:
    """Everything a screen needs to explain one due date; any context can make one from a DueDate."""

    due: DueDate
    start_label: str
    lines: Sequence[Line]
    left: str = ""
    notes: Sequence[str] = field(default_factory=tuple)


@register.inclusion_tag("components/due_explanation.html")
def due_explanation(explanation: Explanation) -> dict[str, Any]:
    """The explanation as two columns: words and months."""
    due, today = explanation.due, clock.today()
    months = months_of(due, today, explanation.start_label)
    return {
        "due": due, "lines": explanation.lines, "left": explanation.left, "notes": explanation.notes,
        "left_out": left_out(due), "put_in": "、".join(short_date(day) for day in due.make_up_days),
        "put_in_count": len(due.make_up_days), "left_out_count": len(due.skipped),
        "months": months, "cut": len(months) < _month_count(due), "by_workday": due.unit == Unit.WORKDAY,
    }  # fmt: skip


def left_out(due: DueDate) -> str:
    """Which days were not counted, in words: 周末 38 天；法定假日 7 天（…）；中止 6 天。"""
    told = []
    if weekend := due.skipped_as(SkipKind.WEEKEND):
        told.append(f"周末 {len(weekend)} 天")
    if holidays := due.skipped_as(SkipKind.HOLIDAY):
        names: dict[str, int] = {}
        for one in holidays:
            name = one.why.removesuffix("调休放假").removesuffix("调休")
            names[name] = names.get(name, 0) + 1
        inside = "、".join(f"{name} {count} 天" for name, count in names.items())
        told.append(f"法定假日落在周一至周五的 {len(holidays)} 天（{inside}）")
    if halted := due.skipped_as(SkipKind.SUSPENDED):
        told.append(f"中止 {len(halted)} 天")
    return "；".join(told)


def months_of(due: DueDate, today: date, start_label: str) -> list[dict[str, Any]]:
    """The months from the start to the due day, each with its weeks of cells; a very long term keeps both ends."""
    cells = _cells(due, today, start_label)
    wanted = _months_between(due.start, due.day)
    if len(wanted) > MOST_SHOWN:
        wanted = wanted[:2] + wanted[-2:]
    return [
        {
            "label": f"{year}年{month}月", "provisional": due.provisional and (year, month) == wanted[-1],
            "weeks": [
                [cells.get(day, {"day": day.day, "css": "", "mark": "", "spoken": ""}) if day.month == month else None
                 for day in week]
                for week in Months().monthdatescalendar(year, month)
            ],
        }
        for year, month in wanted
    ]  # fmt: skip


def _cells(due: DueDate, today: date, start_label: str) -> dict[date, dict[str, Any]]:
    skipped = {one.day: one for one in due.skipped}
    cells: dict[date, dict[str, Any]] = {}
    counted, day = 0, due.start
    last = due.rolled_from or due.day
    while day < due.day:
        day += timedelta(days=1)
        skip = skipped.get(day)
        if skip is not None:
            css, mark, spoken = _skipped(skip)
        elif day <= last:
            counted += 1
            tenth = str(counted) if counted % EVERY == 0 else ""
            made_up = day in due.make_up_days
            css, mark = ("made-up", "班") if made_up else ("in-term", tenth)
            spoken = f"第 {counted} 个" + ("，调休上班" if made_up else "")
        else:
            css, mark, spoken = "", "", ""
        cells[day] = {"day": day.day, "css": css, "mark": mark, "spoken": spoken}
    cells[due.start] = {"day": due.start.day, "css": "first-day", "mark": start_label[:2], "spoken": "起算日，不计入"}
    if due.start < today < due.day or today > due.day and (today.year, today.month) == (due.day.year, due.day.month):
        known = cells.get(today, {"css": "", "spoken": ""})
        cells[today] = {"day": today.day, "css": f"{known['css']} day-today", "mark": "今天", "spoken": known["spoken"]}
    cells[due.day] = {"day": due.day.day, "css": "due-last", "mark": "到期", "spoken": ""}
    return cells


def _skipped(skip: Any) -> tuple[str, str, str]:
    if skip.kind == SkipKind.SUSPENDED:
        return "day-halted", "停", "中止，不计入"
    if skip.why == "周末":
        return "", "", "周末，不计入"
    return "day-off", "休", f"{skip.why}，不计入"


def _months_between(start: date, end: date) -> list[tuple[int, int]]:
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return [(number // 12, number % 12 + 1) for number in range(first, last + 1)]


def _month_count(due: DueDate) -> int:
    return len(_months_between(due.start, due.day))

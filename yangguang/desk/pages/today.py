"""今日: what I must do, by urgency, each with why on this day and one button (ui: picture 08)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base.pages import SIGNED_IN, Expect, page
from yangguang.desk.today.rows import day_of

MOST = 50  # of each group: what is most urgent stands first


@page("", name="desk:today", title="今日", allow=SIGNED_IN, expects=Expect(other=200, superior=200))
def today(request: HttpRequest) -> HttpResponse:
    """The person's day."""
    day = day_of(request.user)  # type: ignore[arg-type]
    groups = [("已经逾期", day.overdue), ("今天到期", day.today), ("近日要办", day.soon)]
    shown = [(title, rows[:MOST], len(rows)) for title, rows in groups if rows]
    context = {"day": day, "groups": shown, "most": MOST, "later": day.later[:20], "title": _title(day.now)}
    return render(request, "desk/today.html", context)


def _title(count: int) -> str:
    return f"今天要办 {count} 件" if count else "今天没有要办的事"

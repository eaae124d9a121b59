"""The working-day calendar in force: what the product ships with, plus the years an administrator has imported."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from yangguang.base.guards import asked_once
from yangguang.base.models.calendar_year import CalendarYear
from yangguang.kernel.workdays import Calendar, CalendarDay, shipped_calendar

Rows = tuple[tuple[str, str, str], ...]


@asked_once
def in_force() -> Calendar:
    """Today's calendar. Years nobody has announced stay provisional."""
    years = CalendarYear.objects.order_by("year").values_list("days", flat=True)
    return _joined(tuple(tuple((d["date"], d["kind"], d["name"]) for d in days) for days in years))


@lru_cache(maxsize=4)
def _joined(years: tuple[Rows, ...]) -> Calendar:
    calendar = shipped_calendar()
    for rows in years:
        calendar = calendar.with_days(CalendarDay(date.fromisoformat(d), kind, name) for d, kind, name in rows)
    return calendar

"""The working-day calendar in force: what the product ships with, plus the years an administrator has imported."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.db.models import QuerySet

from yangguang.base.guards import asked_once
from yangguang.base.models.calendar_year import CalendarYear
from yangguang.base.worded_once import worded_once
from yangguang.kernel.workdays import Calendar, CalendarDay, shipped_calendar

Rows = tuple[tuple[str, str, str], ...]


@asked_once
def in_force() -> Calendar:
    """Today's calendar. Years nobody has announced stay provisional."""
    return _joined(tuple(tuple((d["date"], d["kind"], d["name"]) for d in year.days) for year in _years()))


@worded_once
def _years() -> QuerySet[CalendarYear]:
    return CalendarYear.objects.order_by("year")


@lru_cache(maxsize=4)
def _joined(years: tuple[Rows, ...]) -> Calendar:
    calendar = shipped_calendar()
    for rows in years:
        calendar = calendar.with_days(CalendarDay(date.fromisoformat(d), kind, name) for d, kind, name in rows)
    return calendar

"""The working-day calendar in force: what the product ships with, plus the years an administrator has imported."""

from __future__ import annotations

from functools import lru_cache

from yangguang.base.models.calendar_year import CalendarYear
from yangguang.kernel.workdays import Calendar, shipped_calendar


def in_force() -> Calendar:
    """Today's calendar. Years nobody has announced stay provisional."""
    imported = tuple((row.year, repr(row.days)) for row in CalendarYear.objects.order_by("year"))
    return _joined(imported)


@lru_cache(maxsize=4)
def _joined(imported: tuple[tuple[int, str], ...]) -> Calendar:
    calendar = shipped_calendar()
    for row in CalendarYear.objects.order_by("year") if imported else ():
        calendar = calendar.with_year(row.year, row.days)
    return calendar

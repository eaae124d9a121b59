"""Import a year's holidays and make-up days when the State Council's notice is out; every running clock is worked out again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.db import transaction

from yangguang.base import calendars, ledger
from yangguang.base.events import Event, Subject
from yangguang.base.models import CalendarYear
from yangguang.cases.api import run_clocks
from yangguang.directory.api import Account
from yangguang.disclosure.api import recompute_withdrawals
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import parse_calendar_year
from yangguang.legal_review.api import recompute_open


@dataclass(frozen=True)
class CalendarYearImported(Event):
    """A calendar year has been imported."""

    label: ClassVar[str] = "导入工作日历"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:85",)
    year: int
    source: str
    clocks_changed: int

    def summary(self) -> str:
        """Which year, and what it moved."""
        return f"{self.year}年（{self.source}），{self.clocks_changed} 个期限有变化"


@transaction.atomic
def import_calendar_year(*, text: str, source: str, actor: Account, at: Moment) -> CalendarYear:
    """Keep the year. Raises Refused for faulty rows, without a source, out of order, or when the year is known."""
    if not source.strip():
        raise Refused("请写明放假安排的通知文号。", field="source")
    days = parse_calendar_year(text)
    year = days[0].day.year
    calendar = calendars.in_force()
    if year <= calendar.known_through.year:
        raise Refused(f"{year}年的放假安排已经有了。", remedy="只能导入还没有的年份。", field="text")
    calendar.with_days(days)
    row = CalendarYear.objects.create(
        year=year, source=source.strip(), imported_by_name=actor.actor_name, imported_at=at.recorded_at,
        days=[{"date": d.day.isoformat(), "kind": d.kind, "name": d.name} for d in days],
    )  # fmt: skip
    changed = run_clocks.recompute_all() + recompute_open() + recompute_withdrawals()
    ledger.record(
        CalendarYearImported(year, row.source, changed), subject=Subject("calendar_year", str(year), "system"),
        actor=actor, at=at,
    )  # fmt: skip
    return row

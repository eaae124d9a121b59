"""Within what time a recording must be stored: in working days, calendar days or hours, as a body's own rules say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from yangguang.kernel import clock
from yangguang.kernel.due_dates import Unit
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import Calendar, add_calendar_days, add_hours, add_workdays
from yangguang.kernel.written_days import in_words

WRITTEN = "N个工作日、N日或者N小时"
TERM = re.compile(r"([1-9]\d{0,2})\s*(个工作日|日|小时)")
UNITS = {"个工作日": Unit.WORKDAY, "日": Unit.CALENDAR_DAY, "小时": Unit.HOUR}
END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True)
class UploadDue:
    """Until when something must be stored, and how that was worked out."""

    day: date
    moment: datetime
    how: str


@dataclass(frozen=True)
class UploadTerm:
    """One such term."""

    amount: int
    unit: Unit
    words: str

    @classmethod
    def read(cls, text: str) -> UploadTerm:
        """As people type it. Raises Refused, saying how it is written."""
        found = TERM.fullmatch(text.strip())
        if found is None:
            raise Refused(f"请按“{WRITTEN}”填写。", field="value", remedy="如 1个工作日、24小时、2日。")
        return cls(int(found[1]), UNITS[found[2]], f"{found[1]}{found[2]}")

    def due(self, made: datetime, calendar: Calendar) -> UploadDue:
        """When what was made then must be stored. The day it was made on is not counted, the hour it was made in is."""
        start = clock.legal_day(made)
        if self.unit == Unit.HOUR:
            moment = add_hours(made, self.amount).at
            return UploadDue(clock.legal_day(moment), moment, f"自{_spoken(made)}起{self.words}，到{_spoken(moment)}")
        count = add_workdays(start, self.amount, calendar) if self.unit == Unit.WORKDAY else None
        found = count or add_calendar_days(start, self.amount, calendar, roll=False)
        skipped = f"，其间休息日{len(found.skipped)}天不计" if found.skipped else ""
        how = f"{in_words(start)}完成，当日不计{skipped}，{self.words}到{in_words(found.day)}"
        return UploadDue(found.day, datetime.combine(found.day, END_OF_DAY, clock.BEIJING), how)


def _spoken(moment: datetime) -> str:
    there = moment.astimezone(clock.BEIJING)
    return f"{in_words(there.date())}{there.hour}时{there.minute}分"

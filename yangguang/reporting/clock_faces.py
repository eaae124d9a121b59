"""The clock of a report: due on 31 January, running, late, or done."""

from __future__ import annotations

from datetime import date

from yangguang.base.components.clocks import ClockFace, ClockState, running
from yangguang.reporting.models import AnnualReport
from yangguang.reporting.rules.due import due_on


def face_of(year: int, adopted_on: date | None, today: date) -> ClockFace:
    """How many days are left to publish the report of a year, or how it was published."""
    due = due_on(year)
    if adopted_on is not None:
        late = (adopted_on - due).days
        return ClockFace(
            ClockState.OVERDUE if late > 0 else ClockState.DONE, f"逾期{late}天公开" if late > 0 else "按期公开", due
        )
    return running((due - today).days, unit="calendar_day", due_on=due)


def first_adopted(reports: list[AnnualReport]) -> date | None:
    """When the report of a year was first public: a correction does not make it late."""
    return min((one.adopted_on for one in reports if one.adopted_on is not None), default=None)

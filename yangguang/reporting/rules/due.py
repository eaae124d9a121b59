"""When the report of a year is due: by 31 January of the next; a rest day neither brings it forward nor puts it off."""

from __future__ import annotations

from datetime import date

from yangguang.statutes import clause, keeps

CLAUSE = "TSO-2018:annual_report"


def due_on(year: int) -> date:
    """The last day on which the report of a year is in time."""
    law = clause(CLAUSE)
    return date(year + 1, law.amount("month", unit="count"), law.amount("day", unit="count"))


@keeps(CLAUSE)
def is_late(year: int, published: date) -> bool:
    """Whether a report published on a day is late."""
    return published > due_on(year)

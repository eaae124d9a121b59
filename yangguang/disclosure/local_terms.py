"""Terms that law leaves to the body: so many working days by its local value, else by the usual number; and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.base import calendars, local_values
from yangguang.directory.api import Body
from yangguang.kernel import clock
from yangguang.kernel.workdays import DueDate, add_workdays, workdays_left


@dataclass(frozen=True)
class Term:
    """The last day with how it was counted, how many working days are left, and where the number comes from."""

    start: date
    due: DueDate
    left: int
    source: str

    @property
    def overdue(self) -> bool:
        """Whether it has passed."""
        return self.left < 0


def local_term(name: str, *, body: Body, start: date, on: date | None = None) -> Term:
    """As the body had set it on the day it starts, else the usual number; the day itself does not count.

    A body that sets a number later does not move what came before.
    """
    calendar = calendars.in_force()
    days, source = local_values.usual_or_set(name, chain=body.public_id, on=start)
    due = add_workdays(start, int(days), calendar)
    return Term(start, due, workdays_left(on or clock.today(), due.day, calendar), source)

"""Until when an objection is to be answered: so many working days from when it was sent, and on what that rests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.base import calendars, local_values
from yangguang.base.components.clocks import ClockFace, ClockState, running
from yangguang.disclosure.models import Objection
from yangguang.kernel import clock
from yangguang.kernel.workdays import DueDate, add_workdays, workdays_left

DAYS = "objection_answer_workdays"


@dataclass(frozen=True)
class Term:
    """The last day with how it was counted, how many working days are left, and where the number comes from."""

    due: DueDate
    left: int
    source: str

    @property
    def overdue(self) -> bool:
        """Whether it has passed."""
        return self.left < 0


def term_of(objection: Objection, on: date | None = None) -> Term:
    """As the body had set it on the day it was sent, else the usual number; the day itself does not count.

    A body that sets a number later does not move what came before.
    """
    calendar, start = calendars.in_force(), objection.received_on
    days, source = local_values.usual_or_set(DAYS, chain=objection.body.public_id, on=start)
    due = add_workdays(start, int(days), calendar)
    return Term(due, workdays_left(on or clock.today(), due.day, calendar), source)


def objection_face(objection: Objection) -> ClockFace:
    """Its clock; nothing runs for what was answered."""
    if objection.outcome:
        late = objection.due_on is not None and (objection.answered_on or objection.due_on) > objection.due_on
        return ClockFace(ClockState.DONE, "逾期答复" if late else "按期答复" if objection.due_on else "已答复")
    term = term_of(objection)
    return running(term.left, due_on=term.due.day, is_provisional=term.due.provisional)

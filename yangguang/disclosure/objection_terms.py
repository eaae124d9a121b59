"""Until when an objection is to be answered: so many working days from when it was sent, and on what that rests."""

from __future__ import annotations

from datetime import date

from yangguang.base.components.clocks import ClockFace, ClockState, running
from yangguang.disclosure.local_terms import Term, local_term
from yangguang.disclosure.models import Objection

DAYS = "objection_answer_workdays"


def term_of(objection: Objection, on: date | None = None) -> Term:
    """As the body had set it on the day it was sent, else the usual number."""
    return local_term(DAYS, body=objection.body, start=objection.received_on, on=on)


def objection_face(objection: Objection) -> ClockFace:
    """Its clock; nothing runs for what was answered."""
    if objection.outcome:
        late = objection.due_on is not None and (objection.answered_on or objection.due_on) > objection.due_on
        return ClockFace(ClockState.DONE, "逾期答复" if late else "按期答复" if objection.due_on else "已答复")
    term = term_of(objection)
    return running(term.left, due_on=term.due.day, is_provisional=term.due.provisional)

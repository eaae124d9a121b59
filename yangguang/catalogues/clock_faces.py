"""The clock of a change of basis that waits."""

from __future__ import annotations

from datetime import date

from yangguang.base import calendars
from yangguang.base.components.clocks import ClockFace, running
from yangguang.catalogues.models import BasisChange
from yangguang.kernel.workdays import workdays_left


def face_of_change(one: BasisChange, today: date) -> ClockFace:
    """How many working days are left to put the list right."""
    return running(workdays_left(today, one.due_on, calendars.in_force()), due_on=one.due_on)

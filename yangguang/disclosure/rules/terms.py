"""When a decision must be public, and when a publication must be taken back."""

from __future__ import annotations

from datetime import date

from yangguang.kernel.spans import Span
from yangguang.kernel.workdays import Calendar, DueDate, Suspension
from yangguang.statutes import deadlines, keeps

PENALTY = "TSO-2018:publish_penalty"
OTHER = "TSO-2018:publish_other"
WITHDRAW = "APL-2021:48.2"
PENALTIES = frozenset({"penalty", "on_the_spot_penalty"})
NOT_SERVED = "决定尚未送达，暂缓公开"


def clause_for(decision_kind: str) -> str:
    """Penalties, on the spot or not, within seven working days, other decisions within twenty."""
    return PENALTY if decision_kind in PENALTIES else OTHER


@keeps(PENALTY, OTHER)
def publish_by(clause: str, *, decided_on: date, served_on: date | None, waits: bool, calendar: Calendar) -> DueDate:
    """The last day to publish. While a decision waits to be served the term stands still (PF-11), if it `waits` for that."""
    halts = []
    if waits and served_on is not None and served_on > decided_on:
        halts = [Suspension(Span.through(decided_on, served_on), NOT_SERVED, clause)]
    return deadlines.due(clause, decided_on, calendar, suspensions=halts)


@keeps(WITHDRAW)
def withdraw_by(*, received_on: date, calendar: Calendar) -> DueDate:
    """The last day to take a publication back, from the day the agency received the paper."""
    return deadlines.due(WITHDRAW, received_on, calendar)

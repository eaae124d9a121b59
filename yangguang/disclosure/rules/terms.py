"""When a decision must be public, and when a publication must be taken back."""

from __future__ import annotations

from datetime import date

from yangguang.kernel.spans import Span
from yangguang.kernel.workdays import Calendar, DueDate, Suspension, add_months, add_workdays
from yangguang.statutes import clause, deadlines, keeps, overlays

PENALTY = "TSO-2018:publish_penalty"
OTHER = "TSO-2018:publish_other"
WITHDRAW = "APL-2021:48.2"
FILE_EXEMPTION = "GD-DISC-2021:16"
REVIEW_EXEMPTION = "GIR-2019:18"
PENALTIES = frozenset({"penalty", "on_the_spot_penalty"})
NOT_SERVED = "决定尚未送达，暂缓公开"


def clause_for(decision_kind: str) -> str:
    """Penalties, on the spot or not, within seven working days, other decisions within twenty."""
    return PENALTY if decision_kind in PENALTIES else OTHER


@keeps(PENALTY, OTHER)
def publish_by(
    clause_id: str,
    *,
    decided_on: date,
    served_on: date | None,
    waits: bool,
    calendar: Calendar,
    promised: int | None = None,
) -> DueDate:
    """The last day to publish. While a decision waits to be served the term stands still (PF-11), if it `waits` for that.

    `promised`: the working days of the body's own list (D15), which may be fewer than those of the clause, never more.
    """
    halts = []
    if waits and served_on is not None and served_on > decided_on:
        halts = [Suspension(Span.through(decided_on, served_on), NOT_SERVED, clause_id)]
    by_clause = deadlines.due(clause_id, decided_on, calendar, suspensions=halts)
    if promised is None or promised >= by_clause.amount:
        return by_clause
    return add_workdays(decided_on, promised, calendar, halts)


@keeps(FILE_EXEMPTION)
def must_file_exemption(region: str) -> bool:
    """Whether the province wants to be told why a decision is not public, within the term to publish it."""
    return overlays.covers(clause(FILE_EXEMPTION).law.region, region)


@keeps(REVIEW_EXEMPTION)
def review_by(since: date, *, months: int, calendar: Calendar) -> date:
    """Until when to look again whether what is withheld may be public: so many months after the last look."""
    return add_months(since, months, calendar, roll=False).day


@keeps(WITHDRAW)
def withdraw_by(*, received_on: date, calendar: Calendar) -> DueDate:
    """The last day to take a publication back, from the day the agency received the paper."""
    return deadlines.due(WITHDRAW, received_on, calendar)

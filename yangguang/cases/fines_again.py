"""What was paid of a fine and when, also where a smaller fine fell and the one before it stands again.

While the smaller fine stood nobody was late with the rest of it: until the term that then begins anew is over, the rest counts
as if it had been paid. Each alteration that fell has a term of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yangguang.cases.models import Alteration, Decision

Payments = list[tuple[date, int]]


def payments_of(decision: Decision) -> Payments:
    """What came in, the earliest first."""
    return [(one.paid_on, one.amount_fen) for one in decision.payments.order_by("paid_on", "pk")]


def given_back(decision: Decision) -> Payments:
    """What went back to the party of a fine that stands again; nothing where it never was smaller."""
    if again_due_on(decision) is None:
        return []
    return [(one.returned_on, one.amount_fen) for one in decision.restitutions.order_by("returned_on", "pk")]


def net_payments(decision: Decision) -> Payments:
    """What came in, and what went back as less than nothing."""
    return [*payments_of(decision), *((day, -fen) for day, fen in given_back(decision))]


def counted_payments(decision: Decision, *, fine_fen: int) -> Payments:
    """What the additional fine is worked out from: of a fine of `fine_fen` what was beyond a smaller one counts as paid from
    the alteration until its new term is over.
    """
    rows, found = altered_of(decision), payments_of(decision)
    credit = 0
    for day in sorted({row.altered_on for row in rows} | {end for row in rows if (end := _until(row)) is not None}):
        now = max((fine_fen - int(row.content.get("fine_fen") or 0) for row in _counting_on(rows, day)), default=0)
        now = max(now, 0)
        found += [(day, now - credit)] if now != credit else []
        credit = now
    for day, fen in given_back(decision):
        counting = _counting_on(rows, day)
        counts = _until(counting[-1]) if counting else day
        found += [(counts, -fen)] if counts is not None else []
    return found


def again_due_on(decision: Decision) -> date | None:
    """The last day of the newest term that began anew when a fine stood again."""
    return max((row.again_due_on for row in altered_of(decision) if row.again_due_on), default=None)


def again_after(decision: Decision, day: date) -> date | None:
    """The same, of alterations that fell later than a day."""
    rows = [row for row in altered_of(decision) if row.fallen_on and row.fallen_on > day]
    return max((row.again_due_on for row in rows if row.again_due_on), default=None)


def altered_of(decision: Decision) -> list[Alteration]:
    """The alterations of a fine, in order; none is looked for where nothing has happened to it."""
    return list(decision.alterations.order_by("pk")) if getattr(decision, "execution", None) is not None else []


def _until(row: Alteration) -> date | None:
    """The last day on which the smaller fine still counts; None while it stands."""
    return row.again_due_on or row.fallen_on


def _counting_on(rows: Sequence[Alteration], day: date) -> list[Alteration]:
    """The alterations that stand on a day, or whose new term still runs."""
    return [row for row in rows if row.altered_on <= day and ((end := _until(row)) is None or day < end)]

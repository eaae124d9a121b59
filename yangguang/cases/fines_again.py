"""What was paid of a fine and when, also where a smaller fine fell and the first one stands again.

While the smaller fine stood nobody was late with the rest of it: until the term that then begins anew is over, the rest counts
as if it had been paid.
"""

from __future__ import annotations

from datetime import date

from yangguang.cases.models import Decision

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


def counted_payments(decision: Decision) -> Payments:
    """What the additional fine is worked out from: the rest counts as paid from the alteration until the new term is over."""
    found, due = payments_of(decision), again_due_on(decision)
    if due is None:
        return found
    for row in decision.alterations.exclude(fallen_on=None).order_by("pk"):
        before = decision.fine_fen if row.altered_before_fen is None else row.altered_before_fen
        rest = before - int(row.content.get("fine_fen") or 0)
        found += [(row.altered_on, rest), (due, -rest)]
    return [*found, *((max(day, due), -fen) for day, fen in given_back(decision))]


def again_due_on(decision: Decision) -> date | None:
    """The last day of the term that began anew when the first fine stood again."""
    row = getattr(decision, "execution", None)
    return row.again_due_on if row else None

"""Deferral and instalments of a fine (APL-2021:66.2): a plan covers all that is unpaid, and a missed part ends it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise

REDUCED = "罚款本金不得以分期名义减免。"


@dataclass(frozen=True)
class Instalment:
    """One part of a fine and the last day to pay it; a deferral is a plan of one part."""

    due_on: date
    fen: int


def plan_fault(plan: Sequence[Instalment], *, unpaid_fen: int, granted_on: date) -> str:
    """What is wrong with a plan, in words; empty when it may be granted."""
    if not plan or any(one.fen <= 0 for one in plan):
        return "请写明每期的日期和金额。"
    if any(later.due_on <= earlier.due_on for earlier, later in pairwise(plan)) or plan[0].due_on <= granted_on:
        return "每期的日期应当晚于批准之日，并依次靠后。"
    total = sum(one.fen for one in plan)
    if total < unpaid_fen:
        return REDUCED
    return "各期金额之和多于未缴的罚款。" if total > unpaid_fen else ""


def no_more_than(plan: Sequence[Instalment], most_fen: int) -> list[Instalment]:
    """The parts up to a sum: where the fine became smaller the last parts do."""
    found, left = [], most_fen
    for one in plan:
        if left > 0:
            found.append(Instalment(one.due_on, min(one.fen, left)))
        left -= one.fen
    return found


def next_due(plan: Sequence[Instalment], paid_fen: int) -> date | None:
    """The last day of the first part that is not covered yet; None when all is paid."""
    sums = accumulate(one.fen for one in plan)
    return next((one.due_on for one, whole in zip(plan, sums, strict=True) if paid_fen < whole), None)


def missed_on(plan: Sequence[Instalment], payments: Iterable[tuple[date, int]], *, today: date) -> date | None:
    """The last day of the first part that was not paid in time by today, or None."""
    paid = list(payments)
    sums = accumulate(one.fen for one in plan)
    for one, whole in zip(plan, sums, strict=True):
        if today > one.due_on and sum(fen for day, fen in paid if day <= one.due_on) < whole:
            return one.due_on
    return None

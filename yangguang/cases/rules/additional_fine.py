"""The additional fine day by day (APL-2021:72.1.1, 73.3): from which day, on how much, which days do not count, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from yangguang.kernel.spans import Span
from yangguang.statutes.additional_fine import most_of, share_of_days


@dataclass(frozen=True)
class Halt:
    """Days that are not counted, and under which clause."""

    span: Span
    reason: str
    clause: str


@dataclass(frozen=True)
class Stretch:
    """Days in a row on which the same holds: counted on one amount, or not counted for one reason."""

    first: date
    last: date
    days: int
    base_fen: int
    fen: int
    reason: str = ""
    clause: str = ""


@dataclass(frozen=True)
class Accrual:
    """What has been added by a day: the stretches it is made of, the most it may become, the day it got there."""

    stretches: tuple[Stretch, ...]
    fen: int
    most_fen: int
    capped_on: date | None = None

    @property
    def counted_days(self) -> int:
        """How many days were counted."""
        return sum(one.days for one in self.stretches if not one.reason)


@dataclass(frozen=True)
class _Day:
    day: date
    base_fen: int
    halt: Halt | None
    row: int  # how many times before nothing was owed for a while: days apart are told apart


def accrued(
    *, fine_fen: int, due_on: date, until: date, payments: Sequence[tuple[date, int]] = (), halts: Iterable[Halt] = ()
) -> Accrual:
    """Counted from the day after the term on what is unpaid, the day of a payment still on the amount before it."""
    most = most_of(fine_fen, on=until)
    stretches: list[Stretch] = []
    total = 0
    counted = _days(fine_fen, due_on, until, payments, tuple(halts))
    for (_, base, halt), found in groupby(counted, lambda one: (one.row, one.base_fen, one.halt)):
        days = list(found)
        if halt is not None:
            stretches.append(_stretch(days, base, 0, halt))
            continue
        for count in range(1, len(days) + 1):
            if total + share_of_days(base, count, on=days[count - 1].day) >= most:
                stretches.append(_stretch(days[:count], base, most - total, None))
                return Accrual(tuple(stretches), most, most, days[count - 1].day)
        added = share_of_days(base, len(days), on=days[-1].day)
        total += added
        stretches.append(_stretch(days, base, added, None))
    return Accrual(tuple(stretches), total, most)


def _days(
    fine_fen: int, due_on: date, until: date, payments: Sequence[tuple[date, int]], halts: tuple[Halt, ...]
) -> list[_Day]:
    """The days after the term until what is unpaid is nothing, and nothing of what was paid goes back later."""
    if until <= due_on:
        return []
    rows: list[_Day] = []
    gaps, lasts = 0, max((day for day, fen in payments if fen < 0), default=due_on)
    for day in islice(Span.through(due_on, until).days(), 1, None):
        base = fine_fen - sum(fen for paid_on, fen in payments if paid_on < day)
        if base <= 0 and day > lasts:
            break
        if base <= 0:
            gaps += 1
            continue
        rows.append(_Day(day, base, next((one for one in halts if day in one.span), None), gaps))
    return rows


def _stretch(days: list[_Day], base: int, fen: int, halt: Halt | None) -> Stretch:
    reason, clause = (halt.reason, halt.clause) if halt else ("", "")
    return Stretch(days[0].day, days[-1].day, len(days), base, fen, reason, clause)

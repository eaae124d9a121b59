"""When the evaluation of a year is due: a round is finalised by 31 December."""

from __future__ import annotations

from datetime import date, timedelta

from yangguang.statutes import keeps

CLAUSE = "SEED-002:yearly"
SUPERVISED = "HNE-2016:40"


def year_ends(year: int) -> date:
    """The last day of a year."""
    return date(year + 1, 1, 1) - timedelta(days=1)


@keeps(SUPERVISED)
def is_late(*, year: int, finalised: date) -> bool:
    """Whether a round finalised on a day is too late to be that of the year."""
    return finalised > year_ends(year)

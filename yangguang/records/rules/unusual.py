"""What of a viewing is unusual enough for the auditor to look at: at night or on a day off, very many, or in vain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

BEGINS, ENDS = time(7, 0), time(20, 0)  # of a working day, with room for those who come early and stay late
NIGHT, DAY_OFF, IN_VAIN = "非工作时间", "休息日", "未获准或者到期后打开"


@dataclass(frozen=True)
class Viewing:
    """One line: who, when by the clock of the place, and whether it was in vain."""

    key: int
    who: str
    at: datetime
    in_vain: bool


def unusual(viewings: Iterable[Viewing], *, works: Callable[[date], bool], most: int) -> dict[int, tuple[str, ...]]:
    """Why each unusual line is one; lines that are not, are left out. `most`: of one person on one day."""
    rows = list(viewings)
    counted = Counter((one.who, one.at.date()) for one in rows)
    found: dict[int, tuple[str, ...]] = {}
    for one in rows:
        why = []
        if not works(one.at.date()):
            why.append(DAY_OFF)
        elif not BEGINS <= one.at.time() < ENDS:
            why.append(NIGHT)
        if one.in_vain:
            why.append(IN_VAIN)
        if (many := counted[one.who, one.at.date()]) > most:
            why.append(f"一人一日{many}次")
        if why:
            found[one.key] = tuple(why)
    return found

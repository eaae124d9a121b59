"""How long a penalty stays public: slight, ordinary or grave want of credit, each with its shortest and longest time.

The grade is read from what was decided, never typed in: how it was decided, which penalties, which tier, how large a fine.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yangguang.kernel.workdays import Calendar, add_months
from yangguang.statutes import clause, keeps
from yangguang.statutes.clause import NotInForce

MINOR, GENERAL, SERIOUS = "CRR-2025:minor", "CRR-2025:general", "CRR-2025:serious"
LIGHT = frozenset({"warning", "public_criticism"})
HEAVY = {
    "qualification_downgrade": "降低资质等级", "licence_revocation": "吊销许可证件", "business_restriction": "限制开展生产经营活动",
    "business_halt": "责令停产停业", "closure": "责令关闭", "employment_ban": "限制从业",
}  # fmt: skip
GRAVE_TIERS = frozenset({"严重", "特别严重", "情节严重"})


class Grade(StrEnum):
    """Of what weight a want of credit is."""

    MINOR = "minor"
    GENERAL = "general"
    SERIOUS = "serious"


LABELS = {Grade.MINOR: "轻微失信信息", Grade.GENERAL: "一般失信信息", Grade.SERIOUS: "严重失信信息"}
CLAUSES = {Grade.MINOR: MINOR, Grade.GENERAL: GENERAL, Grade.SERIOUS: SERIOUS}


@dataclass(frozen=True)
class Graded:
    """A grade and, in fixed words, what it was read from."""

    grade: Grade
    why: str

    @property
    def clause(self) -> str:
        """The clause of its terms."""
        return CLAUSES[self.grade]


def grade_of(
    *, on_the_spot: bool, penalties: Iterable[str], tier: str, fine_fen: int, large_fine_fen: int | None
) -> Graded:
    """The grade of one penalty. `large_fine_fen`: from when a fine is large here (APL-2021:63), None where nobody set it."""
    kinds = frozenset(penalties)
    if on_the_spot:
        return Graded(Grade.MINOR, "适用简易程序")
    if kinds and kinds <= LIGHT and not fine_fen:
        return Graded(Grade.MINOR, "只处警告或者通报批评")
    heavy = [HEAVY[kind] for kind in sorted(kinds & HEAVY.keys())]
    if tier.strip() in GRAVE_TIERS:
        heavy.append("裁量档次为严重")
    if large_fine_fen is not None and 0 < large_fine_fen <= fine_fen:
        heavy.append("罚款达到较大数额")
    if heavy:
        return Graded(Grade.SERIOUS, "、".join(heavy))
    return Graded(Grade.GENERAL, "不属于轻微，也没有严重情形")


def in_force(on: date) -> bool:
    """Whether the terms by grade hold for a decision of this day."""
    try:
        clause(GENERAL).on(on)
    except NotInForce:
        return False
    return True


@keeps(MINOR, GENERAL, SERIOUS)
def months_of(grade: Grade) -> tuple[int, int]:
    """The shortest and the longest time a grade is shown, in months; what is slight may end at once."""
    if grade is Grade.MINOR:
        return 0, clause(MINOR).amount("shown_at_most", unit="month")
    shown = clause(CLAUSES[grade]).values["shown"]
    return int(shown.low or 0), int(shown.high or 0)


def months_shown(grade: Grade, wanted: int | None) -> int:
    """What a body wants, never shorter or longer than the clause has it; the longest where it says nothing."""
    low, high = months_of(grade)
    return high if wanted is None else min(max(wanted, low), high)


def repair_from(grade: Grade, decided_on: date, calendar: Calendar) -> date:
    """The first day on which repair may be asked for: the day in the month after the shortest time."""
    low, _ = months_of(grade)
    return add_months(decided_on, low, calendar, roll=False).day if low else decided_on

"""Who may review on a day (APL-2021:58.2), and how many reviewers a body should have (TSO-2018)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.kernel.written_days import in_words
from yangguang.statutes import clause, keeps


@dataclass(frozen=True)
class Staffing:
    """How many officers and reviewers a body has, how many reviewers it should have, and the ratio in percent."""

    officers: int
    reviewers: int
    needed: int
    percent: float
    wanted_percent: int

    @property
    def shortfall(self) -> int:
        """How many reviewers are missing."""
        return max(0, self.needed - self.reviewers)


@keeps("APL-2021:58.2")
def reviewer_fault(*, qualification_number: str, first_reviewed_on: date | None, on: date) -> str:
    """Why a person may not review on a day; empty when the person may.

    The qualification is asked of those who review for the first time after the clause came into force.
    """
    since = clause("APL-2021:58.2").in_force
    if qualification_number:
        return ""
    if since is not None and first_reviewed_on is not None and first_reviewed_on < since:
        return ""
    if first_reviewed_on is not None and since is not None:
        return f"{in_words(since)}以后初次从事法制审核，没有法律职业资格"
    return "没有登记法律职业资格"


@keeps("TSO-2018:reviewer_ratio")
def staffing(*, officers: int, reviewers: int) -> Staffing:
    """The body's ratio of reviewers to officers as a fact; the number needed is rounded up."""
    wanted = clause("TSO-2018:reviewer_ratio").amount(unit="percent")
    needed = -(-officers * wanted // 100)
    percent = round(reviewers * 100 / officers, 1) if officers else 0.0
    return Staffing(officers, reviewers, needed, percent, wanted)

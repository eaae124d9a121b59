"""Which runs of numbers an officer may use for decisions on the spot: the officers' own and those of their unit."""

from __future__ import annotations

from datetime import date

from yangguang.base import number_ranges
from yangguang.base.models import NumberRange
from yangguang.cases.models import Case
from yangguang.cases.standing import officers_on
from yangguang.directory.api import Body

NUMBER_KIND = "监简罚"


def pattern_of(body: Body) -> str:
    """How the numbers of a body's decisions on the spot read."""
    return f"{body.mark}{NUMBER_KIND}字〔{{year}}〕第{{n}}号"


def ranges_for(case: Case, day: date) -> list[NumberRange]:
    """The runs of this year that the officers of the case, or their unit, hold."""
    holders = [officer.public_id for officer in officers_on(case, day)]
    holders += [case.unit.public_id] if case.unit else []
    return number_ranges.held(chain=case.body.public_id, kind=NUMBER_KIND, year=day.year, holders=holders)


def free_numbers(case: Case, day: date, most: int = 20) -> list[tuple[str, str]]:
    """The next free numbers as a form offers them: "<run>:<number>" and the number as printed, the lowest first."""
    found = [(f"{run.public_id}:{number}", run.text_of(number))
             for run in ranges_for(case, day) for number in number_ranges.free_in(run)[:most]]  # fmt: skip
    return found[:most]

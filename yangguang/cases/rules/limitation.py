"""Limitation of penalties and the age of liability, by the years the clauses give."""

from __future__ import annotations

from datetime import date

from yangguang.kernel.workdays import add_years, shipped_calendar
from yangguang.statutes import clause, keeps

LABOUR_FIELD = "劳动保障监察"


@keeps("APL-2021:36.1#general", "APL-2021:36.2", "LSR-2004:20.1")
def is_within_limitation(*, began_on: date, ended_on: date | None, discovered_on: date, labour: bool) -> bool:
    """Discovered, reported or complained of in time; a violation that still goes on (no end) always is."""
    if ended_on is None:
        return True
    years = clause("LSR-2004:20.1" if labour else "APL-2021:36.1#general").amount("limitation", unit="year")
    last = add_years(max(began_on, ended_on), years, shipped_calendar(), roll=False)
    return discovered_on <= last.day


@keeps("APL-2021:30#no_penalty_age")
def is_below_liability(born_on: date, acted_on: date) -> bool:
    """Not yet of the age of liability on the day of the act; full only on the day after the birthday."""
    return acted_on <= _birthday(born_on, clause("APL-2021:30#no_penalty_age").amount("age", unit="year"))


@keeps("APL-2021:30#mitigate_age")
def must_be_mitigated(born_on: date, acted_on: date) -> bool:
    """Liable, and not yet of full age: lighter or mitigated."""
    return is_underage(born_on, acted_on) and not is_below_liability(born_on, acted_on)


def is_underage(born_on: date, on: date) -> bool:
    """Not yet of full age on a day, whether liable or not; full only on the day after the birthday."""
    return on <= _birthday(born_on, clause("APL-2021:30#mitigate_age").amount("age", unit="year"))


def _birthday(born_on: date, years: int) -> date:
    return add_years(born_on, years, shipped_calendar(), roll=False).day

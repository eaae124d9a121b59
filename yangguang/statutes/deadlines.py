"""Computes the term of any deadline clause: amount, unit, whose term it is and whether it rolls come from the clause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from yangguang.kernel.workdays import (
    Calendar,
    DueDate,
    DueMoment,
    Suspension,
    add_calendar_days,
    add_hours,
    add_months,
    add_workdays,
    add_years,
    next_workday,
    roll_forward,
)
from yangguang.statutes.clause import TIME_UNITS, Clause, NotInForce, Value, WrongUnit
from yangguang.statutes.library import clause as clause_of


@dataclass(frozen=True)
class Part:
    """One line of a term's explanation: what was added, under which clause, and where that led."""

    clause: str
    topic: str
    amount: int
    unit: str
    reached: date
    kind: str


def due(
    clause: str | Clause,
    start: date,
    calendar: Calendar,
    suspensions: Iterable[Suspension] = (),
    extensions: Iterable[str | Clause] = (),
) -> DueDate:
    """The last day of the clause's term from `start`; extensions add the terms of their own clauses to it."""
    halts = tuple(suspensions)
    value = _term(clause, start)
    found = _plain(value, start, calendar, halts)
    for extension in extensions:
        found = _extended(found, _term(extension, start), calendar, halts)
    return roll_forward(found, calendar) if value.roll and value.unit != "workday" else found


def due_moment(clause: str | Clause, start: datetime) -> DueMoment:
    """The last minute of a term counted in hours."""
    value = _term(clause, start.date())
    if value.unit != "hour" or value.amount is None:
        raise WrongUnit(f"{clause} is not counted in hours")
    return add_hours(start, value.amount)


def earliest(
    clause: str | Clause, start: date, calendar: Calendar, suspensions: Iterable[Suspension] = ()
) -> tuple[date, DueDate]:
    """The first day on which what a waiting term holds back may happen, and the term itself."""
    found = due(clause, start, calendar, suspensions)
    after = next_workday(found.day, calendar) if found.unit == "workday" else found.day + timedelta(days=1)
    return after, found


def parts(
    clause: str | Clause,
    start: date,
    calendar: Calendar,
    suspensions: Iterable[Suspension] = (),
    extensions: Iterable[str | Clause] = (),
) -> tuple[Part, ...]:
    """The explanation line by line: the term alone, each suspension that moved it, each extension, the roll."""
    halts, longer = tuple(suspensions), tuple(extensions)
    base = _resolved(clause)
    value = _term(base, start)
    lines = [Part(base.id, base.topic, value.amount or 0, value.unit, _plain(value, start, calendar, ()).day, "term")]
    for count in range(1, len(halts) + 1):
        moved = due(replace(base, values={"": replace(value, roll=False)}), start, calendar, halts[:count])
        halt = halts[count - 1]
        held = sum(1 for skip in moved.skipped if skip.day in halt.span and skip.kind == "suspended")
        lines.append(Part(halt.clause, halt.why, held, value.unit, moved.day, "suspension"))
    for count in range(1, len(longer) + 1):
        extra = _resolved(longer[count - 1])
        reached = due(replace(base, values={"": replace(value, roll=False)}), start, calendar, halts, longer[:count])
        lines.append(Part(extra.id, extra.topic, _term(extra, start).amount or 0, value.unit, reached.day, "extension"))
    final = due(base, start, calendar, halts, longer)
    lines.append(Part(base.id, "到期", 0, value.unit, final.day, "rolled" if final.rolled_from else "due"))
    return tuple(lines)


def _resolved(clause: str | Clause) -> Clause:
    return clause_of(clause) if isinstance(clause, str) else clause


def _term(clause: str | Clause, day: date) -> Value:
    """The term's value as of the day it starts; a start before the law's own first day takes its first text."""
    resolved = _resolved(clause)
    try:
        version = resolved.on(day)
    except NotInForce:
        version = resolved.earlier[-1] if resolved.earlier else resolved
    terms = [value for value in version.values.values() if value.unit in TIME_UNITS]
    if len(terms) == 1 and terms[0].amount is not None:
        return terms[0]
    if not version.values:
        version.value()
    raise WrongUnit(f"{resolved.id} has no single term")


def _plain(value: Value, start: date, calendar: Calendar, halts: tuple[Suspension, ...]) -> DueDate:
    amount = value.amount or 0
    match value.unit:
        case "workday":
            return add_workdays(start, amount, calendar, halts)
        case "calendar_day":
            return add_calendar_days(start, amount, calendar, roll=False, suspensions=halts)
        case "month":
            return add_months(start, amount, calendar, roll=False, suspensions=halts)
        case "year":
            return add_years(start, amount, calendar, roll=False, suspensions=halts)
    raise WrongUnit(f"a term in {value.unit} does not end on a day")


def _extended(found: DueDate, extra: Value, calendar: Calendar, halts: tuple[Suspension, ...]) -> DueDate:
    """Join an extension to the term before it, as if it had been one term."""
    if extra.unit != found.unit.value:
        raise WrongUnit(f"a term in {found.unit.value} cannot be extended in {extra.unit}")
    added = _plain(extra, found.day, calendar, halts)
    return replace(
        added,
        start=found.start,
        amount=found.amount + added.amount,
        counted=found.counted + added.counted,
        skipped=found.skipped + added.skipped,
        make_up_days=found.make_up_days + added.make_up_days,
        provisional=found.provisional or added.provisional,
    )

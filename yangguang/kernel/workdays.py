"""Working-day arithmetic. The day a term starts on is never counted; a calendar always comes in as an argument."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from yangguang.kernel.calendar_years import WEEKEND, Calendar, CalendarDay, parse_calendar_year, shipped_calendar
from yangguang.kernel.due_dates import DueDate, DueMoment, SkipKind, Skipped, Suspension, Unit
from yangguang.kernel.refusal import Refused

__all__ = [
    "Calendar",
    "CalendarDay",
    "DueDate",
    "DueMoment",
    "SkipKind",
    "Skipped",
    "Suspension",
    "Unit",
    "add_calendar_days",
    "add_hours",
    "add_months",
    "add_workdays",
    "add_years",
    "explain_workdays",
    "next_workday",
    "parse_calendar_year",
    "roll_forward",
    "shipped_calendar",
    "workdays_between",
    "workdays_left",
]

ONE_DAY = timedelta(days=1)
LONGEST = 20_000  # more than fifty years: beyond that a slip of the pen


def add_workdays(start: date, amount: int, calendar: Calendar, suspensions: Iterable[Suspension] = ()) -> DueDate:
    """The `amount`-th working day after `start`; rest days and suspended working days are skipped with their reason."""
    _sensible(amount)
    halts = tuple(suspensions)
    day, counted = start, 0
    skipped: list[Skipped] = []
    make_up: list[date] = []
    while counted < amount:
        day = _after(day)
        skip = _rest(day, calendar) or _suspended(day, halts)
        if skip is not None:
            skipped.append(skip)
            continue
        counted += 1
        if day in calendar.make_up_days:
            make_up.append(day)
    provisional = amount > 0 and not (calendar.knows(_after(start)) and calendar.knows(day))
    return DueDate(day, start, amount, Unit.WORKDAY, counted, tuple(skipped), provisional, None, tuple(make_up))


def add_calendar_days(
    start: date, amount: int, calendar: Calendar, *, roll: bool, suspensions: Iterable[Suspension] = ()
) -> DueDate:
    """The `amount`-th day after `start`; with `roll`, a last day that is a rest day moves to the next working day."""
    _sensible(amount)
    halts = tuple(suspensions)
    day, counted = start, 0
    skipped: list[Skipped] = []
    while counted < amount:
        day = _after(day)
        skip = _suspended(day, halts)
        if skip is not None:
            skipped.append(skip)
        else:
            counted += 1
    due = DueDate(day, start, amount, Unit.CALENDAR_DAY, counted, tuple(skipped))
    return roll_forward(due, calendar) if roll else due


def add_months(
    start: date, amount: int, calendar: Calendar, *, roll: bool, suspensions: Iterable[Suspension] = ()
) -> DueDate:
    """The same day `amount` months later, or the month's last day when it has no such day."""
    return _by_month(start, amount, amount, Unit.MONTH, calendar, roll, tuple(suspensions))


def add_years(
    start: date, amount: int, calendar: Calendar, *, roll: bool, suspensions: Iterable[Suspension] = ()
) -> DueDate:
    """The same day `amount` years later; 29 February becomes 28 February in a common year."""
    return _by_month(start, amount, amount * 12, Unit.YEAR, calendar, roll, tuple(suspensions))


def add_hours(start: datetime, amount: int) -> DueMoment:
    """The moment `amount` hours later, by the minute, through nights and rest days."""
    _sensible(amount)
    return DueMoment(start + timedelta(hours=amount), start, amount)


def roll_forward(due: DueDate, calendar: Calendar) -> DueDate:
    """Move a last day that is a rest day to the next working day, keeping the day it came from."""
    day = due.day
    skipped = list(due.skipped)
    while (skip := _rest(day, calendar)) is not None:
        skipped.append(skip)
        day = _after(day)
    provisional = due.provisional or calendar.may_move(due.day) or calendar.may_move(day)
    rolled_from = due.day if day != due.day else None
    return replace(due, day=day, skipped=tuple(skipped), provisional=provisional, rolled_from=rolled_from)


def next_workday(day: date, calendar: Calendar) -> date:
    """The first working day after this one."""
    return add_workdays(day, 1, calendar).day


def workdays_between(start: date, end: date, calendar: Calendar) -> int:
    """How many working days lie after `start` up to and with `end`; negative when `end` comes first."""
    if end < start:
        return -workdays_between(end, start, calendar)
    return sum(calendar.is_workday(start + timedelta(days=offset)) for offset in range(1, (end - start).days + 1))


def workdays_left(today: date, due: date | DueDate, calendar: Calendar) -> int:
    """Working days from tomorrow up to the due day; 0 on the day itself, negative once it has passed, a rest day or not."""
    day = due.day if isinstance(due, DueDate) else due
    left = workdays_between(today, day, calendar)
    return min(left, -1) if day < today else left


def explain_workdays(start: date, amount: int, calendar: Calendar) -> dict[str, object]:
    """Plain facts about a working-day term, for machines: due day, days skipped and why, provisional or not."""
    due = add_workdays(start, amount, calendar)
    return {
        "start": start.isoformat(),
        "amount": amount,
        "unit": due.unit.value,
        "due": due.day.isoformat(),
        "provisional": due.provisional,
        "counted": due.counted,
        "days_between": due.days_between,
        "skipped": [{"day": skip.day.isoformat(), "why": skip.why, "kind": skip.kind.value} for skip in due.skipped],
        "make_up_days": [day.isoformat() for day in due.make_up_days],
    }


def _by_month(
    start: date,
    amount: int,
    months: int,
    unit: Unit,
    calendar: Calendar,
    roll: bool,
    halts: tuple[Suspension, ...],
) -> DueDate:
    _sensible(months)
    year, month0 = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        raise Refused("日期超出可以计算的范围。", remedy="请核对起算日和期限。")
    last = min(start.day, monthrange(year, month0 + 1)[1])
    day = date(year, month0 + 1, last)
    skipped = _pushed_back(start, day, halts)
    due = DueDate(day + ONE_DAY * len(skipped), start, amount, unit, amount, skipped)
    return roll_forward(due, calendar) if roll else due


def _pushed_back(start: date, day: date, halts: tuple[Suspension, ...]) -> tuple[Skipped, ...]:
    """The suspended days inside a term counted by months, each of which pushes its end back by a day."""
    skipped: list[Skipped] = []
    reached, end = start, day
    while halts and reached < end:
        reached = _after(reached)
        if (skip := _suspended(reached, halts)) is not None:
            skipped.append(skip)
            end += ONE_DAY
    return tuple(skipped)


def _rest(day: date, calendar: Calendar) -> Skipped | None:
    name = calendar.rest_name(day)
    if name is None:
        return None
    return Skipped(day, name, SkipKind.WEEKEND if day.weekday() in WEEKEND else SkipKind.HOLIDAY)


def _suspended(day: date, halts: tuple[Suspension, ...]) -> Skipped | None:
    for halt in halts:
        if day in halt.span:
            if halt.span.end is None:
                raise Refused(
                    f"从{halt.span.start.isoformat()}起中止，还没有恢复，到期日不能计算。", halt.clause or None
                )
            return Skipped(day, halt.why, SkipKind.SUSPENDED)
    return None


def _after(day: date) -> date:
    if day >= date.max:
        raise Refused("日期超出可以计算的范围。", remedy="请核对起算日和期限。")
    return day + ONE_DAY


def _sensible(amount: int) -> None:
    if not 0 <= amount <= LONGEST:
        raise Refused(f"期限长度“{amount}”不能计算。", remedy="请核对天数。")

"""Working days: the figures drawn on the screens, the reasons of skipped days, and what must hold for any dates."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.kernel.refusal import Refused
from yangguang.kernel.spans import Span
from yangguang.kernel.workdays import (
    SkipKind,
    Suspension,
    add_calendar_days,
    add_hours,
    add_months,
    add_workdays,
    add_years,
    explain_workdays,
    next_workday,
    shipped_calendar,
    workdays_between,
    workdays_left,
)

CALENDAR = shipped_calendar()
DAYS = st.dates(date(2015, 1, 1), date(2044, 6, 30))
AMOUNTS = st.integers(0, 120)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "amount", "due"),
    [
        ("2026-11-10", 7, "2026-11-19"),
        ("2026-11-11", 7, "2026-11-20"),
        ("2026-11-16", 5, "2026-11-23"),
        ("2026-11-13", 7, "2026-11-24"),
        ("2026-08-31", 3, "2026-09-03"),
        ("2026-09-11", 60, "2026-12-10"),
        ("2026-08-20", 60, "2026-11-18"),
        ("2026-11-20", 1, "2026-11-23"),
    ],
)
def test_working_day_terms_end_where_the_screens_show(start: str, amount: int, due: str) -> None:
    found = add_workdays(day(start), amount, CALENDAR)

    assert (found.day, found.provisional, found.counted) == (day(due), False, amount)


@pytest.mark.parametrize(
    ("start", "amount", "roll", "due"),
    [
        ("2026-09-11", 90, False, "2026-12-10"),
        ("2026-11-12", 15, True, "2026-11-27"),
        ("2026-11-20", 15, True, "2026-12-07"),
        ("2026-11-12", 60, True, "2027-01-11"),
    ],
)
def test_calendar_day_terms_end_where_the_screens_show(start: str, amount: int, roll: bool, due: str) -> None:
    assert add_calendar_days(day(start), amount, CALENDAR, roll=roll).day == day(due)


def test_a_rolled_term_keeps_the_day_it_came_from_and_says_why() -> None:
    due = add_calendar_days(day("2026-11-20"), 15, CALENDAR, roll=True)

    assert due.rolled_from == day("2026-12-05")
    assert [(skip.day, skip.why) for skip in due.skipped] == [
        (day("2026-12-05"), "周末"),
        (day("2026-12-06"), "周末"),
    ]


def test_an_agency_term_ending_in_the_holiday_stays_where_it_is() -> None:
    due = add_calendar_days(day("2026-07-06"), 90, CALENDAR, roll=False)

    assert (due.day, due.rolled_from, due.provisional) == (day("2026-10-04"), None, False)


def test_a_suspended_and_extended_investigation_reconciles_to_the_day() -> None:
    halt = Suspension(Span.through(day("2026-10-12"), day("2026-10-19")), why="中止：委托核对流水")

    due = add_workdays(day("2026-08-20"), 90, CALENDAR, [halt])

    assert add_workdays(day("2026-08-20"), 60, CALENDAR, [halt]).day == day("2026-11-26")
    assert due.day == day("2027-01-08")
    assert due.provisional
    assert due.days_between == 141
    assert [len(due.skipped_as(kind)) for kind in (SkipKind.WEEKEND, SkipKind.HOLIDAY, SkipKind.SUSPENDED)] == [
        38,
        7,
        6,
    ]
    assert due.make_up_days == (day("2026-09-20"), day("2026-10-10"))
    assert due.counted + len(due.skipped) == due.days_between
    assert {skip.why for skip in due.skipped} == {
        "周末",
        "中秋节",
        "国庆节",
        "国庆节调休放假",
        "元旦",
        "中止：委托核对流水",
    }


def test_two_days_are_left_on_friday_for_a_review_due_on_tuesday() -> None:
    due = add_workdays(day("2026-11-13"), 7, CALENDAR)

    assert workdays_left(day("2026-11-20"), due, CALENDAR) == 2
    assert workdays_left(day("2026-11-24"), due, CALENDAR) == 0
    assert workdays_left(day("2026-11-25"), due, CALENDAR) == -1
    assert workdays_left(day("2026-11-22"), day("2026-11-20"), CALENDAR) == -1, "Friday has passed on Sunday"


def test_a_term_under_an_open_suspension_is_refused() -> None:
    with pytest.raises(Refused, match="还没有恢复"):
        add_workdays(day("2026-11-02"), 5, CALENDAR, [Suspension(Span(day("2026-11-04")))])


def test_a_term_that_ends_before_an_open_suspension_stands() -> None:
    assert add_workdays(day("2026-11-02"), 1, CALENDAR, [Suspension(Span(day("2026-11-04")))]).day == day("2026-11-03")


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2025-12-31", 6, "2026-06-30")],
)
def test_a_month_without_the_day_ends_on_its_last_day(start: str, months: int, due: str) -> None:
    assert add_months(day(start), months, CALENDAR, roll=False).day == day(due)


def test_a_leap_day_three_years_on_is_the_last_of_february() -> None:
    assert add_years(day("2024-02-29"), 3, CALENDAR, roll=False).day == day("2027-02-28")


def test_a_month_term_is_pushed_back_by_the_days_it_stood_still() -> None:
    halt = Suspension(Span.through(day("2026-03-10"), day("2026-03-19")))

    assert add_months(day("2026-03-02"), 1, CALENDAR, roll=False, suspensions=[halt]).day == day("2026-04-12")


def test_hours_run_through_nights_and_holidays() -> None:
    assert add_hours(datetime(2026, 5, 1, 22, 30), 24).at == datetime(2026, 5, 2, 22, 30)  # noqa: DTZ001


def test_a_make_up_saturday_is_a_working_day() -> None:
    assert CALENDAR.is_workday(day("2026-10-10"))
    assert next_workday(day("2026-10-09"), CALENDAR) == day("2026-10-10")


@pytest.mark.parametrize("amount", [-1, 20_001])
def test_a_term_of_nonsense_length_is_refused(amount: int) -> None:
    with pytest.raises(Refused, match="不能计算"):
        add_workdays(day("2026-11-20"), amount, CALENDAR)


def test_a_date_beyond_the_calendar_of_the_computer_is_refused() -> None:
    with pytest.raises(Refused, match="超出"):
        add_calendar_days(date(9999, 12, 30), 5, CALENDAR, roll=False)


def test_machines_get_the_due_day_and_the_skipped_days() -> None:
    facts = explain_workdays(day("2026-09-30"), 3, CALENDAR)

    assert (facts["due"], facts["provisional"], facts["make_up_days"]) == ("2026-10-10", False, ["2026-10-10"])
    assert facts["skipped"] == [
        {"day": f"2026-10-0{n}", "why": why, "kind": kind}
        for n, why, kind in (
            (1, "国庆节", "holiday"),
            (2, "国庆节", "holiday"),
            (3, "国庆节", "weekend"),
            (4, "国庆节", "weekend"),
            (5, "国庆节", "holiday"),
            (6, "国庆节调休放假", "holiday"),
            (7, "国庆节调休放假", "holiday"),
        )
    ]


@given(DAYS, st.integers(1, 120))
def test_a_term_never_ends_on_a_rest_day(start: date, amount: int) -> None:
    assert CALENDAR.is_workday(add_workdays(start, amount, CALENDAR).day)


@given(DAYS, AMOUNTS)
def test_a_longer_term_never_ends_earlier(start: date, amount: int) -> None:
    assert add_workdays(start, amount, CALENDAR).day < add_workdays(start, amount + 1, CALENDAR).day


@given(DAYS, st.integers(0, 40), AMOUNTS)
def test_a_later_start_never_ends_earlier(start: date, later: int, amount: int) -> None:
    moved = start + timedelta(days=later)

    assert add_workdays(start, amount, CALENDAR).day <= add_workdays(moved, amount, CALENDAR).day


@given(DAYS, AMOUNTS)
def test_counting_back_gives_the_amount_that_was_added(start: date, amount: int) -> None:
    due = add_workdays(start, amount, CALENDAR)

    assert workdays_between(start, due.day, CALENDAR) == amount
    assert workdays_between(due.day, start, CALENDAR) == -amount
    assert due.days_between == due.counted + len(due.skipped)


@given(DAYS, AMOUNTS, st.integers(0, 30), st.integers(0, 30))
def test_a_suspension_moves_the_end_by_the_working_days_it_covers(
    start: date, amount: int, gap: int, length: int
) -> None:
    first = start + timedelta(days=gap)
    halt = Suspension(Span(first, first + timedelta(days=length)))

    due = add_workdays(start, amount, CALENDAR, [halt])

    halted = len(due.skipped_as(SkipKind.SUSPENDED))
    assert due.day == add_workdays(start, amount + halted, CALENDAR).day or not amount


@given(DAYS, AMOUNTS)
def test_rolling_only_ever_moves_to_the_next_working_day(start: date, amount: int) -> None:
    plain = add_calendar_days(start, amount, CALENDAR, roll=False)
    rolled = add_calendar_days(start, amount, CALENDAR, roll=True)

    assert CALENDAR.is_workday(rolled.day)
    assert rolled.day == plain.day or rolled.day == next_workday(plain.day, CALENDAR)
    assert (rolled.rolled_from is None) == (rolled.day == plain.day)

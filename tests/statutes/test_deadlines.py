"""Terms as clauses give them: suspended, extended, waiting, in hours – and explained line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from yangguang.kernel.spans import Span
from yangguang.kernel.workdays import SkipKind, Suspension, shipped_calendar
from yangguang.statutes import NotSet, Value, WrongUnit, clause
from yangguang.statutes.deadlines import Part, due, due_moment, earliest, parts

CALENDAR = shipped_calendar()
HALT = Suspension(
    Span.through(date(2026, 10, 12), date(2026, 10, 19)), "中止：委托核对工资专户流水", "ZJ-LSR-2020:30.2"
)
OPENED = date(2026, 8, 20)


@pytest.mark.clause("LSR-2004:17#initial")
def test_a_suspended_and_extended_investigation_ends_provisionally_in_the_new_year() -> None:
    found = due("LSR-2004:17#initial", OPENED, CALENDAR, [HALT], extensions=["LSR-2004:17#extension"])

    assert (found.day, found.provisional) == (date(2027, 1, 8), True)
    assert (found.amount, found.counted, found.days_between) == (90, 90, 141)
    assert [len(found.skipped_as(kind)) for kind in SkipKind] == [38, 7, 6]
    assert found.term == "90个工作日"


@pytest.mark.clause("LSR-2004:17#extension")
def test_the_explanation_adds_up_line_by_line() -> None:
    lines = parts("LSR-2004:17#initial", OPENED, CALENDAR, [HALT], extensions=["LSR-2004:17#extension"])

    assert [(line.kind, line.amount, line.reached) for line in lines] == [
        ("term", 60, date(2026, 11, 18)),
        ("suspension", 6, date(2026, 11, 26)),
        ("extension", 30, date(2027, 1, 8)),
        ("due", 0, date(2027, 1, 8)),
    ]
    assert lines[1] == Part(
        "ZJ-LSR-2020:30.2", "中止：委托核对工资专户流水", 6, "workday", date(2026, 11, 26), "suspension"
    )


@pytest.mark.clause("APL-2021:67.3")
def test_the_explanation_shows_a_payment_term_rolling_over_the_weekend() -> None:
    lines = parts("APL-2021:67.3", date(2026, 11, 20), CALENDAR)

    assert [(line.kind, line.reached) for line in lines] == [
        ("term", date(2026, 12, 5)),
        ("rolled", date(2026, 12, 7)),
    ]


@pytest.mark.clause("APL-2021:60")
def test_the_ninety_days_of_the_agency_do_not_roll() -> None:
    assert due("APL-2021:60", date(2026, 7, 6), CALENDAR).day == date(2026, 10, 4)
    assert due("APL-2021:60", date(2026, 8, 20), CALENDAR).day == date(2026, 11, 18)


@pytest.mark.clause("ACL-2011:25.1#extension")
def test_an_extended_seizure_runs_on_from_the_last_day_without_rolling() -> None:
    found = due("ACL-2011:25.1#initial", date(2026, 3, 2), CALENDAR, extensions=["ACL-2011:25.1#extension"])

    assert (found.day, found.amount) == (date(2026, 5, 1), 60)


@pytest.mark.clause("ACL-2011:54")
def test_after_a_waiting_term_the_next_working_day_is_free() -> None:
    opens_on, term = earliest("ACL-2011:54", date(2026, 9, 18), CALENDAR)

    assert (opens_on, term.day) == (date(2026, 10, 10), date(2026, 10, 9))


@pytest.mark.clause("ARL-2023:20.1")
def test_after_sixty_days_without_an_application_the_next_day_is_free() -> None:
    opens_on, term = earliest("ARL-2023:20.1", date(2026, 11, 12), CALENDAR)

    assert (opens_on, term.day, term.provisional) == (date(2027, 1, 12), date(2027, 1, 11), False)


@pytest.mark.clause("ACL-2011:19")
def test_twenty_four_hours_run_through_the_holiday() -> None:
    found = due_moment("ACL-2011:19", datetime(2026, 5, 1, 22, 30))  # noqa: DTZ001

    assert (found.at, found.term) == (datetime(2026, 5, 2, 22, 30), "24小时")  # noqa: DTZ001


def test_a_term_in_hours_has_no_due_day_and_a_term_in_days_no_minute() -> None:
    with pytest.raises(WrongUnit):
        due("ACL-2011:19", date(2026, 5, 1), CALENDAR)
    with pytest.raises(WrongUnit):
        due_moment("APL-2021:60", datetime(2026, 5, 1, 22, 30))  # noqa: DTZ001


def test_a_term_in_working_days_cannot_be_extended_in_days() -> None:
    with pytest.raises(WrongUnit, match="cannot be extended"):
        due("LSR-2004:17#initial", OPENED, CALENDAR, extensions=["ACL-2011:25.1#extension"])


@pytest.mark.clause("APL-2021:52.3")
def test_a_term_nobody_has_set_is_refused() -> None:
    with pytest.raises(NotSet, match="还没有设定"):
        due("APL-2021:52.3", date(2026, 11, 20), CALENDAR)


@pytest.mark.clause("APL-2021:52.3")
def test_a_term_the_body_set_is_counted_like_any_other() -> None:
    own = {"report_within": Value("report_within", "workday", 2, term="agency", gives="report_by")}
    set_here = replace(clause("APL-2021:52.3"), values=own)

    assert due(set_here, date(2026, 4, 30), CALENDAR).day == date(2026, 5, 7)


def test_a_clause_without_a_term_is_an_error() -> None:
    with pytest.raises(WrongUnit, match="no single term"):
        due("LSR-2004:25#fine", date(2026, 11, 20), CALENDAR)


def test_a_clause_may_be_given_itself_with_a_number_set_by_the_body() -> None:
    found = clause("TSO-2018:publish_penalty")

    assert due(found, date(2026, 11, 10), CALENDAR).day == date(2026, 11, 19)

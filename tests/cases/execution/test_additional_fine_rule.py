"""The additional fine day by day, worked by hand from APL-2021:72.1.1 and 73.3."""

from datetime import date

import pytest

from yangguang.cases.rules.additional_fine import Halt, accrued
from yangguang.cases.rules.court_window import court_window_from, remedies_end
from yangguang.cases.rules.instalments import Instalment, missed_on, next_due, plan_fault
from yangguang.cases.rules.restitution import refund_due
from yangguang.kernel.spans import Span

DUE = date(2026, 3, 25)
FINE = 1_000_000


def remedy(first, last):
    return Halt(Span.through(first, last), "行政复议期间", "APL-2021:73.3")


def fine(until, **told):
    return accrued(fine_fen=FINE, due_on=DUE, until=until, **told)


@pytest.mark.clause("APL-2021:72.1.1#rate")
@pytest.mark.parametrize(
    ("until", "fen"), [(DUE, 0), (date(2026, 3, 26), 30_000), (date(2026, 4, 4), 300_000), (date(2026, 4, 27), 990_000)]
)
def test_three_percent_is_added_for_each_day_after_the_term(until, fen):
    assert fine(until).fen == fen


@pytest.mark.clause("APL-2021:72.1.1#cap")
@pytest.mark.clause("ACL-2011:45.2")
@pytest.mark.history("P10.24")
def test_what_is_added_stops_at_the_fine_itself_on_the_thirty_fourth_day():
    found = fine(date(2026, 5, 20))
    assert (found.fen, found.capped_on, found.counted_days) == (1_000_000, date(2026, 4, 28), 34)
    assert fine(date(2027, 5, 20)).fen == 1_000_000


@pytest.mark.clause("APL-2021:73.3")
@pytest.mark.history("P9.53")
def test_days_of_a_reconsideration_do_not_count_and_are_shown_with_their_reason():
    found = fine(date(2026, 5, 20), halts=[remedy(date(2026, 4, 1), date(2026, 5, 15))])
    assert found.fen == 330_000
    assert [(one.first, one.last, one.days, one.fen, one.reason) for one in found.stretches] == [
        (date(2026, 3, 26), date(2026, 3, 31), 6, 180_000, ""),
        (date(2026, 4, 1), date(2026, 5, 15), 45, 0, "行政复议期间"),
        (date(2026, 5, 16), date(2026, 5, 20), 5, 150_000, ""),
    ]


@pytest.mark.clause("APL-2021:73.3")
def test_nothing_is_added_while_a_remedy_runs_from_the_first_day_on():
    assert fine(date(2026, 6, 30), halts=[remedy(date(2026, 3, 26), date(2026, 6, 30))]).fen == 0


def test_part_payment_makes_the_following_days_count_on_what_is_left():
    """Ten days of 10 000 yuan with the day of payment, then ten days of 4 000: 3 000 and 1 200."""
    found = fine(date(2026, 4, 14), payments=[(date(2026, 4, 4), 600_000)])
    assert [(one.base_fen, one.days, one.fen) for one in found.stretches] == [
        (FINE, 10, 300_000),
        (400_000, 10, 120_000),
    ]
    assert fine(date(2026, 9, 1), payments=[(date(2026, 4, 4), FINE)]).fen == 300_000


def test_days_on_which_nothing_was_owed_split_what_stands_before_and_after_them():
    """Owed for three days, nothing for four, then owed again: 3 % each of six days, told as two stretches."""
    found = fine(date(2026, 4, 4), payments=[(date(2026, 3, 28), FINE), (date(2026, 4, 1), -FINE)])
    assert [(one.first, one.last, one.days, one.fen) for one in found.stretches] == [
        (date(2026, 3, 26), date(2026, 3, 28), 3, 90_000),
        (date(2026, 4, 2), date(2026, 4, 4), 3, 90_000),
    ]


@pytest.mark.clause("APL-2021:66.2")
@pytest.mark.history("P9.54")
def test_plan_covers_all_that_is_unpaid_and_never_reduces_it():
    granted, first, second = date(2026, 4, 1), date(2026, 4, 30), date(2026, 5, 31)
    parts = [Instalment(first, 500_000), Instalment(second, 400_000)]
    assert plan_fault(parts, unpaid_fen=FINE, granted_on=granted) == "罚款本金不得以分期名义减免。"
    assert plan_fault(parts, unpaid_fen=900_000, granted_on=granted) == ""
    assert "多于" in plan_fault(parts, unpaid_fen=800_000, granted_on=granted)
    assert "靠后" in plan_fault(parts[::-1], unpaid_fen=900_000, granted_on=granted)
    assert "晚于批准" in plan_fault(parts, unpaid_fen=900_000, granted_on=first)


def test_first_part_not_paid_in_time_ends_a_plan():
    first, second = date(2026, 4, 30), date(2026, 5, 31)
    plan = [Instalment(first, 500_000), Instalment(second, 500_000)]
    in_time, late = [(first, 500_000)], [(date(2026, 5, 1), 500_000)]
    assert missed_on(plan, in_time, today=second) is None
    assert missed_on(plan, in_time, today=date(2026, 6, 1)) == second
    assert missed_on(plan, late, today=date(2026, 5, 1)) == first
    assert (next_due(plan, 0), next_due(plan, 500_000), next_due(plan, FINE)) == (first, second, None)


@pytest.mark.clause("APL-2021:72.2")
def test_three_months_for_the_court_start_where_a_deferral_ends():
    remedies = remedies_end([date(2026, 3, 16), date(2026, 7, 15)])
    assert court_window_from(remedies_end=remedies) == date(2026, 7, 15)
    assert court_window_from(remedies_end=remedies, deferral_end=date(2026, 8, 31)) == date(2026, 8, 31)
    assert court_window_from(remedies_end=remedies, deferral_end=date(2026, 6, 30)) == date(2026, 7, 15)


@pytest.mark.clause("AJI-2018:156")
def test_after_a_reconsideration_only_its_fifteen_days_count():
    both = [date(2026, 3, 16), date(2026, 7, 15)]
    assert remedies_end(both, after_reconsideration=date(2026, 6, 4)) == date(2026, 6, 4)
    assert remedies_end([]) is None


@pytest.mark.clause("ACL-2011:41")
@pytest.mark.parametrize(
    ("owed", "returned", "left"), [(0, 0, 500_000), (300_000, 0, 200_000), (0, 500_000, 0), (600_000, 0, 0)]
)
def test_whatever_was_paid_beyond_what_is_owed_goes_back(owed, returned, left):
    assert refund_due(paid_fen=500_000, owed_fen=owed, returned_fen=returned) == left

"""Ending an entrustment before its term."""

from datetime import date

import pytest

from tests.builders.directory import an_entrustment
from yangguang.directory.queries import entrustment_fault
from yangguang.directory.use_cases.end_entrustment import end_entrustment
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D06")]


@pytest.fixture
def agreement(county):
    return an_entrustment(entrusting=county.bureau, entrusted=county.brigade, matters=["拖欠工资"])


def end(county, agreement, on=date(2026, 11, 18), actor=None):
    return end_entrustment(
        entrustment=agreement, ended_on=on, reason="机构改革", actor=actor or county.head, at=Moment.now()
    )


def test_ended_agreement_carries_acts_until_the_day_before(county, agreement):
    end(county, agreement)
    assert entrustment_fault(county.bureau, county.brigade, "拖欠工资", date(2026, 11, 17)) == ""
    assert "已于2026年11月17日终止" in entrustment_fault(county.bureau, county.brigade, "拖欠工资", date(2026, 11, 18))


def test_second_end_is_refused(county, agreement):
    end(county, agreement)
    with pytest.raises(Refused, match="已经终止"):
        end(county, agreement)


def test_end_outside_the_term_is_refused(county, agreement):
    with pytest.raises(Refused, match="不在委托期限内"):
        end(county, agreement, on=date(2035, 1, 1))


def test_end_by_a_case_handler_is_refused(county, agreement):
    with pytest.raises(Refused, match="您不能终止"):
        end(county, agreement, actor=county.handler)

"""An officer leaving the post."""

from datetime import date

import pytest

from tests.builders.directory import a_certificate, an_officer
from yangguang.directory.queries import certificate_fault
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D07")]


def leave(county, officer, on=date(2026, 11, 18)):
    return leave_post(officer=officer, left_on=on, actor=county.supervisor, at=Moment.now())


def test_officer_who_left_carries_nothing_and_gets_no_certificate(county):
    officer = leave(county, an_officer(body=county.bureau))
    assert "不能使用" in certificate_fault(officer, "劳动保障监察", "示范县", date(2026, 11, 18))
    with pytest.raises(Refused, match="已经离岗"):
        a_certificate(officer)


def test_leaving_twice_is_refused(county):
    officer = leave(county, an_officer(body=county.bureau))
    with pytest.raises(Refused, match="已经离岗"):
        leave(county, officer)


def test_leaving_before_the_enrolment_is_refused(county):
    with pytest.raises(Refused, match="早于登记日期"):
        leave(county, an_officer(body=county.bureau), on=date(2019, 1, 1))

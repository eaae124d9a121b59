"""The annual check of a certificate (D07)."""

import pytest

from tests.builders.directory import an_officer
from yangguang.directory.use_cases.record_annual_check import record_annual_check
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D07")]


@pytest.fixture
def certificate(county):
    return an_officer(body=county.bureau).certificates.get()


def check(county, certificate, year=2026, passed=True, note="", actor=None):
    return record_annual_check(
        certificate=certificate, year=year, passed=passed, note=note, actor=actor or county.supervisor, at=Moment.now()
    )


def test_passed_check_leaves_the_certificate_active(county, certificate):
    check(county, certificate)
    certificate.refresh_from_db()
    assert certificate.state == "active"


def test_failed_check_suspends_the_certificate(county, certificate):
    check(county, certificate, passed=False, note="未完成培训学时")
    certificate.refresh_from_db()
    assert certificate.state == "suspended"
    assert certificate.state_reason == "2026年度审核不合格：未完成培训学时"


def test_failed_check_without_a_reason_is_refused(county, certificate):
    with pytest.raises(Refused, match="写明原因"):
        check(county, certificate, passed=False)


def test_second_check_of_a_year_is_refused(county, certificate):
    check(county, certificate)
    with pytest.raises(Refused, match="2026年度已经审核"):
        check(county, certificate)


@pytest.mark.parametrize("year", [2019, 2027])
def test_check_of_a_year_outside_the_certificate_is_refused(county, certificate, year):
    with pytest.raises(Refused, match="请核对年度"):
        check(county, certificate, year=year)


def test_check_by_the_own_head_is_refused(county, certificate):
    with pytest.raises(Refused, match="司法行政部门"):
        check(county, certificate, actor=county.head)

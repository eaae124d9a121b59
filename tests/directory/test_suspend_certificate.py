"""Suspending a certificate."""

from datetime import date

import pytest

from tests.builders.directory import an_officer
from yangguang.directory.queries import certificate_fault
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D10")]


@pytest.fixture
def officer(county):
    return an_officer(body=county.bureau)


def suspend(officer, actor):
    return suspend_certificate(
        certificate=officer.certificates.get(), reason="接受调查", actor=actor, at=Moment.on(date(2026, 11, 10))
    )


def test_suspended_certificate_carries_nothing_from_that_day_on(county, officer, last_entry):
    suspend(officer, county.supervisor)
    assert certificate_fault(officer, "劳动保障监察", "示范县", date(2026, 11, 9)) == ""
    assert "暂停使用" in certificate_fault(officer, "劳动保障监察", "示范县", date(2026, 11, 10))
    assert last_entry(county.bureau).event == "CertificateSuspended"


def test_second_suspension_is_refused(county, officer):
    suspend(officer, county.supervisor)
    with pytest.raises(Refused, match="只有有效的证件"):
        suspend(officer, county.supervisor)


def test_suspension_by_the_own_head_is_refused(county, officer):
    with pytest.raises(Refused, match="司法行政部门"):
        suspend(officer, county.head)

"""Resuming a suspended certificate."""

from datetime import date

import pytest

from tests.builders.directory import an_officer
from yangguang.directory.queries import certificate_fault
from yangguang.directory.use_cases.resume_certificate import resume_certificate
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D10")]


def resume(certificate, actor):
    return resume_certificate(certificate=certificate, reason="调查结束", actor=actor, at=Moment.on(date(2026, 11, 16)))


def test_days_of_the_suspension_stay_without_right_after_it_is_lifted(county):
    officer = an_officer(body=county.bureau)
    certificate = officer.certificates.get()
    at = Moment.on(date(2026, 11, 10))
    suspend_certificate(certificate=certificate, reason="接受调查", actor=county.supervisor, at=at)
    resume(certificate, county.supervisor)
    for day, carried in ((9, True), (10, False), (15, False), (16, True)):
        fault = certificate_fault(officer, "劳动保障监察", "示范县", date(2026, 11, day))
        assert (fault == "") is carried, day


def test_resuming_an_active_certificate_is_refused(county):
    with pytest.raises(Refused, match="只有暂停使用的证件"):
        resume(an_officer(body=county.bureau).certificates.get(), county.supervisor)

"""Deregistering a certificate."""

from datetime import date

import pytest

from tests.builders.directory import an_officer
from yangguang.directory.queries import certificate_fault
from yangguang.directory.use_cases.deregister_certificate import deregister_certificate
from yangguang.directory.use_cases.resume_certificate import resume_certificate
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D10")]


def deregister(certificate, actor):
    return deregister_certificate(certificate=certificate, reason="调离执法岗位", actor=actor, at=Moment.now())


def test_deregistered_certificate_carries_nothing_and_never_comes_back(county):
    officer = an_officer(body=county.bureau)
    certificate = deregister(officer.certificates.get(), county.supervisor)
    assert "不能使用" in certificate_fault(officer, "劳动保障监察", "示范县", date(2026, 11, 18))
    assert certificate_fault(officer, "劳动保障监察", "示范县", date(2026, 11, 17)) == ""
    with pytest.raises(Refused, match="只有暂停使用"):
        resume_certificate(certificate=certificate, reason="恢复", actor=county.supervisor, at=Moment.now())


def test_second_deregistration_is_refused(county):
    certificate = deregister(an_officer(body=county.bureau).certificates.get(), county.supervisor)
    with pytest.raises(Refused, match="已经注销"):
        deregister(certificate, county.supervisor)

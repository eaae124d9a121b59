"""The builders everyone uses stand on their own."""

import pytest

from tests.builders.directory import a_body, a_reviewer, a_unit, an_account, an_officer, code_for
from yangguang.directory.use_cases.reauthenticate import reauthenticate

pytestmark = pytest.mark.django_db


def test_person_with_a_second_factor_has_fresh_codes():
    account = an_account(role="agency_head", second_factor=True)
    reauthenticate(account, code_for(account), purpose="decide")
    reauthenticate(account, code_for(account), purpose="decide")


def test_officer_has_an_account_a_unit_and_a_certificate():
    body = a_body(named="示范县人力资源和社会保障局")
    officer = an_officer(body=body, unit=a_unit(body))
    assert officer.account.holds("case_handler")
    assert officer.certificates.count() == 1


def test_reviewer_is_qualified():
    assert a_reviewer().reviewer_qualification.qualification_number

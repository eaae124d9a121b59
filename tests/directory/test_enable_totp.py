"""Binding an authenticator."""

import pytest

from tests.builders.directory import with_second_factor
from yangguang.directory.rules import totp
from yangguang.directory.use_cases.enable_totp import enable_totp
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def enable(account, code=None, actor=None):
    secret = totp.new_secret()
    code = code or totp.code_at(secret, totp.step_at(clock.now()))
    return enable_totp(account=account, secret=secret, code=code, actor=actor or account, at=Moment.now())


def test_bound_authenticator_is_kept_and_its_secret_stays_out_of_the_ledger(county, last_entry):
    account = enable(county.handler)
    assert account.totp_secret
    assert account.totp_secret not in str(last_entry(county.bureau).facts)


def test_wrong_first_code_is_refused(county):
    with pytest.raises(Refused, match="验证码不对"):
        enable(county.handler, code="12345")


def test_second_binding_is_refused(county):
    with_second_factor(county.handler)
    with pytest.raises(Refused, match="已经启用"):
        enable(county.handler)


def test_binding_for_somebody_else_is_refused(county):
    with pytest.raises(Refused, match="只能由本人"):
        enable(county.handler, actor=county.system)


def test_address_of_the_qr_code_names_person_and_site():
    address = totp.address(totp.new_secret(), username="chenli", issuer="阳光执法")
    assert address.startswith("otpauth://totp/")
    assert "chenli" in address

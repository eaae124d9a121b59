"""Proving once more who acts: a code serves once, wrong codes run out."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.builders.directory import an_account, code_for, with_second_factor
from yangguang.directory.rules import totp
from yangguang.directory.use_cases.reauthenticate import reauthenticate
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    cache.clear()
    return with_second_factor(an_account(role="agency_head"))


def test_code_is_accepted_once_and_its_replay_is_refused(account):
    code = code_for(account)
    reauthenticate(account, code)
    with pytest.raises(Refused, match="已经用过"):
        reauthenticate(account, code)


def test_code_of_an_earlier_step_after_a_later_one_is_refused(account):
    now = totp.step_at(clock.now())
    reauthenticate(account, totp.code_at(account.totp_secret, now + 1))
    with pytest.raises(Refused, match="已经用过"):
        reauthenticate(account, totp.code_at(account.totp_secret, now))


def test_code_in_full_width_digits_with_blanks_is_accepted(account):
    code = code_for(account)
    reauthenticate(account, " " + "".join(chr(ord(digit) + 0xFEE0) for digit in code[:3]) + " " + code[3:])


def test_code_that_is_minutes_old_is_refused(account):
    code = totp.code_at(account.totp_secret, totp.step_at(clock.now()))
    with clock.frozen(clock.now() + timedelta(minutes=2)), pytest.raises(Refused, match="验证码不对"):
        reauthenticate(account, code)


def test_sixth_try_after_five_wrong_codes_is_refused_even_with_the_right_one(account):
    for _ in range(5):
        with pytest.raises(Refused, match="验证码不对"), transaction.atomic():
            reauthenticate(account, "abcdef")
    with pytest.raises(Refused, match="连续输错5次"):
        reauthenticate(account, code_for(account))


def test_person_without_an_authenticator_is_told_to_bind_one():
    with pytest.raises(Refused, match="还没有启用动态验证码"):
        reauthenticate(an_account(), "123456")

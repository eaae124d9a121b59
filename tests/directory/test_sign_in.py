"""Putting a sign-in on record."""

import pytest

from yangguang.directory.use_cases.lock_account import lock_account
from yangguang.directory.use_cases.sign_in import sign_in
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def test_sign_in_leaves_a_quiet_line(county, last_entry):
    sign_in(account=county.handler, actor=county.handler, second_factor=False, at=Moment.now())
    entry = last_entry(county.bureau)
    assert (entry.event, entry.weighty, entry.actor_ref) == ("SignedIn", False, county.handler.actor_ref)


def test_head_signing_in_without_a_second_factor_is_refused(county):
    with pytest.raises(Refused, match="动态验证码登录"):
        sign_in(account=county.head, actor=county.head, second_factor=False, at=Moment.now())


def test_locked_account_signing_in_is_refused(county):
    lock_account(account=county.handler, reason="调离", actor=county.system, at=Moment.now())
    with pytest.raises(Refused, match="已经停用"):
        sign_in(account=county.handler, actor=county.handler, second_factor=True, at=Moment.now())


def test_signing_in_as_somebody_else_is_refused(county):
    with pytest.raises(Refused, match="自己的账号"):
        sign_in(account=county.handler, actor=county.system, second_factor=True, at=Moment.now())

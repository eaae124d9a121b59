"""Unlocking an account."""

import pytest

from yangguang.directory.use_cases.lock_account import lock_account
from yangguang.directory.use_cases.unlock_account import unlock_account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def test_unlocked_account_holds_its_roles_again(county):
    lock_account(account=county.handler, reason="借调", actor=county.system, at=Moment.now())
    account = unlock_account(account=county.handler, reason="回局", actor=county.system, at=Moment.now())
    assert account.holds("case_handler")


def test_unlocking_an_open_account_is_refused(county):
    with pytest.raises(Refused, match="没有停用"):
        unlock_account(account=county.handler, reason="回局", actor=county.system, at=Moment.now())

"""Locking an account."""

import pytest

from yangguang.directory.use_cases.lock_account import lock_account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def lock(account, actor):
    return lock_account(account=account, reason="调离", actor=actor, at=Moment.now())


def test_locked_account_holds_no_role_and_its_session_ends(client, county, is_signed_in, last_entry):
    client.force_login(county.handler)
    account = lock(county.handler, county.system)
    assert account.role_names == frozenset()
    assert not is_signed_in()
    assert last_entry(county.bureau).event == "AccountLocked"


def test_locking_twice_is_refused(county):
    lock(county.handler, county.system)
    with pytest.raises(Refused, match="已经停用"):
        lock(county.handler, county.system)


def test_locking_oneself_is_refused(county):
    with pytest.raises(Refused, match="不能停用自己"):
        lock(county.system, county.system)


def test_locking_by_the_agency_head_is_refused(county):
    with pytest.raises(Refused, match="您不能停用"):
        lock(county.handler, county.head)

"""Unbinding a lost authenticator."""

import pytest

from tests.builders.directory import an_account, with_second_factor
from yangguang.directory.use_cases.reset_totp import reset_totp
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def reset(account, actor):
    return reset_totp(account=account, reason="手机遗失", actor=actor, at=Moment.now())


def test_reset_forgets_the_secret(county):
    assert reset(with_second_factor(county.handler), county.security).totp_secret == ""


def test_reset_of_an_authenticator_never_bound_is_refused(county):
    with pytest.raises(Refused, match="没有启用"):
        reset(county.handler, county.security)


def test_reset_by_the_person_or_the_system_administrator_is_refused(county):
    security = with_second_factor(an_account(role="security_administrator", body=county.justice))
    for actor in (security, county.system):
        with pytest.raises(Refused, match="由安全管理员重置"):
            reset(security, actor)

"""Opening an account."""

import pytest

from tests.builders.directory import PASSWORD, a_unit, an_account
from yangguang.directory.use_cases.open_account import open_account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def open_one(county, **changes):
    facts = {
        "body": county.bureau, "username": "chenli", "name": "陈立", "password": PASSWORD, "actor": county.system,
        "at": Moment.now(),
    }  # fmt: skip
    return open_account(**(facts | changes))


def test_opened_account_has_no_role_and_must_change_its_password(county):
    account = open_one(county)
    assert account.role_names == frozenset()
    assert account.must_change_password
    assert account.check_password(PASSWORD)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"username": "陈立"}, "登录名只能用"),
        ({"username": "x"}, "登录名只能用"),
        ({"password": "short"}, "密码至少10位，现有5位"),
        ({"password": "password123"}, "太常见"),
        ({"password": "13579246802"}, "两种以上"),
        ({"password": "Chenli-2026!"}, "不能有登录名"),
        ({"name": ""}, "没有填写姓名"),
    ],
)
def test_account_that_breaks_a_rule_is_refused(county, changes, reason):
    with pytest.raises(Refused, match=reason):
        open_one(county, **changes)


def test_sign_in_name_in_use_is_refused(county):
    open_one(county)
    with pytest.raises(Refused, match="已有人使用"):
        open_one(county, username="CHENLI")


def test_account_in_a_unit_of_another_body_is_refused(county):
    with pytest.raises(Refused, match="不属于该机关"):
        open_one(county, unit=a_unit(county.other))


def test_administrator_of_one_body_opening_an_account_in_another_is_refused(county):
    with pytest.raises(Refused, match="不能为这个机关"):
        open_one(county, actor=an_account(role="system_administrator", body=county.other))


def test_security_administrator_opening_an_account_is_refused(county):
    with pytest.raises(Refused, match="不能为这个机关"):
        open_one(county, actor=county.security)

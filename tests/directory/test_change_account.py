"""Putting right what is written on an account."""

import pytest

from tests.builders.directory import a_unit
from yangguang.directory.use_cases.change_account import change_account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def changed(account, actor, **facts):
    told = {"name": account.name, "unit": account.unit, "post": account.post, "phone": account.phone}
    return change_account(account=account, actor=actor, at=Moment.now(), **(told | facts))


def test_mistyped_name_and_missing_unit_are_put_right(county, last_entry):
    unit = a_unit(county.bureau)
    one = changed(county.handler, county.system, name="陈力", unit=unit, phone="0000-7777777")
    assert (one.name, one.unit, one.phone) == ("陈力", unit, "0000-7777777")
    assert last_entry(county.bureau).summary == "陈力：姓名、内设机构、联系电话"
    assert "7777777" not in str(last_entry(county.bureau).facts)


def test_change_of_an_account_that_changes_nothing_is_refused(county):
    with pytest.raises(Refused, match="没有改动"):
        changed(county.handler, county.system)


def test_unit_of_another_body_is_refused(county):
    with pytest.raises(Refused, match="不属于该机关"):
        changed(county.handler, county.system, unit=a_unit(county.other))


@pytest.mark.parametrize("who", ["security", "head", "handler"])
def test_change_of_an_account_by_anybody_but_the_system_administrator_is_refused(county, who):
    with pytest.raises(Refused, match="您不能更正"):
        changed(county.handler, getattr(county, who), name="陈力")

"""Putting an officer's entry right."""

from datetime import date

import pytest

from tests.builders.directory import a_unit, an_account, an_officer
from yangguang.directory.use_cases.change_officer import change_officer
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D07")]


def changed(officer, actor, **facts):
    told = {"name": officer.name, "post": officer.post, "unit": officer.unit, "account": officer.account}
    return change_officer(officer=officer, actor=actor, at=Moment.now(), **(told | facts))


def test_officer_enrolled_without_an_account_is_given_one_later(county, last_entry):
    officer = an_officer(body=county.bureau, role=None, named="周敏")
    one = changed(officer, county.supervisor, account=county.handler, post="中队长")
    assert (one.account, one.post) == (county.handler, "中队长")
    assert last_entry(county.bureau).facts["changes"]["职务"] == ["监察员", "中队长"]


def test_account_that_is_another_officer_s_is_refused(county):
    taken = an_officer(body=county.bureau).account
    officer = an_officer(body=county.bureau, role=None)
    with pytest.raises(Refused, match="已经登记为执法人员"):
        changed(officer, county.supervisor, account=taken)
    with pytest.raises(Refused, match="不属于该机关"):
        changed(officer, county.supervisor, account=an_account(body=county.other))
    with pytest.raises(Refused, match="不属于该机关"):
        changed(officer, county.supervisor, unit=a_unit(county.other))


def test_entry_of_an_officer_who_has_left_stands(county):
    officer = an_officer(body=county.bureau)
    leave_post(officer=officer, left_on=date(2026, 11, 1), actor=county.supervisor, at=Moment.now())
    with pytest.raises(Refused, match="已经离岗"):
        changed(officer, county.supervisor, post="中队长")


def test_change_of_an_officer_that_changes_nothing_is_refused(county):
    with pytest.raises(Refused, match="没有改动"):
        changed(an_officer(body=county.bureau), county.supervisor)


def test_change_of_an_officer_by_the_own_head_is_refused(county):
    with pytest.raises(Refused, match="您不能变更"):
        changed(an_officer(body=county.bureau), county.head, post="中队长")

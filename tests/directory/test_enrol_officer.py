"""Enrolling an officer (D07)."""

import pytest

from tests.builders.directory import a_unit, an_account, an_officer
from yangguang.directory.queries import public_officer_rows
from yangguang.directory.use_cases.enrol_officer import enrol_officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D07")]


def enrol(county, **changes):
    facts = {"body": county.bureau, "name": "王海涛", "post": "监察员", "actor": county.supervisor, "at": Moment.now()}
    return enrol_officer(**(facts | changes))


def test_enrolled_officer_stands_in_the_chain_of_the_body(county, last_entry):
    enrol(county)
    assert last_entry(county.bureau).summary == "王海涛，监察员"


def test_officer_in_a_unit_of_another_body_is_refused(county):
    with pytest.raises(Refused, match="内设机构不属于"):
        enrol(county, unit=a_unit(county.other))


def test_account_enrolled_twice_is_refused(county):
    enrol(county, account=county.handler)
    with pytest.raises(Refused, match="已经登记为执法人员"):
        enrol(county, account=county.handler)


def test_account_of_another_body_is_refused(county):
    with pytest.raises(Refused, match="账号不属于"):
        enrol(county, account=an_account(body=county.other))


def test_enrolment_by_a_case_handler_is_refused(county):
    with pytest.raises(Refused, match="您不能登记"):
        enrol(county, actor=county.handler)


def test_public_rows_of_officers_hold_the_list_s_facts_and_nothing_more(county):
    an_officer(body=county.bureau, named="王海涛")
    (row,) = public_officer_rows(county.bureau)
    assert row["name"] == "王海涛"
    assert row["fields"] == ["劳动保障监察"]
    assert not {"phone", "username"} & set(row)

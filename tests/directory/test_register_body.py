"""Registering an enforcement body (D06)."""

import pytest

from tests.builders.directory import a_body
from yangguang.directory.use_cases.register_body import register_body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D06")]


def test_registered_body_has_every_fact_and_a_line_in_its_own_chain(last_entry):
    body = a_body(named="示范县民政局")
    assert last_entry(body).event == "BodyRegistered"
    assert body.complaint_phone
    assert body.duties


def test_second_body_of_the_same_name_is_refused():
    a_body(named="示范县民政局")
    with pytest.raises(Refused, match="已经登记"):
        a_body(named="示范县民政局")


def test_body_without_its_complaint_phone_is_refused():
    with pytest.raises(Refused, match="没有填写投诉举报电话") as refused:
        a_body(complaint_phone=" ")
    assert refused.value.field == "complaint_phone"


def test_wrong_credit_code_is_refused_with_the_likely_slip():
    with pytest.raises(Refused, match="最后一位应为"):
        a_body(credit_code="11440300MB2C25000A")


def test_second_body_with_a_mark_in_use_is_refused():
    first = a_body(mark="示人社")
    with pytest.raises(Refused, match="文号会重复") as refusal:
        a_body(mark=first.mark)
    assert refusal.value.field == "mark"


def test_body_with_a_hidden_character_in_its_name_is_refused():
    with pytest.raises(Refused, match="改变文字方向"):
        a_body(named="示范县\u202e民政局")


@pytest.mark.parametrize("who", ["handler", "system", "supervisor"])
def test_body_registered_past_the_review_is_refused_and_names_its_clause(county, who):
    told = {"parent": county.government, "name": "示范县审计局"}
    with pytest.raises(Refused, match="先经司法行政部门审核") as refused:
        register_body(actor=getattr(county, who), at=Moment.now(), **told)
    assert refused.value.clauses == ("APL-2021:39",)

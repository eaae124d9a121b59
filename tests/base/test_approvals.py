"""Signers in order, opinions in words, returns with a reason, the last signature carries the act out."""

import pytest

from tests.builders.directory import a_body, an_account
from yangguang.base import approvals
from yangguang.base.approvals import Signer
from yangguang.base.events import Subject
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
PLACES = (
    Signer("case_handler", "承办人意见"),
    Signer("unit_head", "承办机构意见"),
    Signer("agency_head", "机关负责人意见"),
)


@pytest.fixture
def people():
    body = a_body()
    return {role: an_account(role=role, body=body) for role in ("case_handler", "unit_head", "agency_head")}


@pytest.fixture
def form(people):
    subject = Subject("thing", "t" * 26, people["unit_head"].body.public_id)
    return approvals.request(
        subject=subject, purpose="test", title="审批表", proposal={"fen": 100}, signers=PLACES, opinion="建议同意。",
        actor=people["case_handler"], at=Moment.now(),
    )  # fmt: skip


def _sign(form, role, people):
    return approvals.sign(approval=form, role=role, opinion="同意。", actor=people[role], at=Moment.now())


def test_places_are_signed_in_order(form, people):
    with pytest.raises(Refused, match="现在等候“承办机构意见”签署"):
        _sign(form, "agency_head", people)
    _sign(form, "unit_head", people)
    assert _sign(form, "agency_head", people).state == "approved"
    assert [s.signed_by_name for s in form.steps.order_by("order")] == [people[p.role].name for p in PLACES]


def test_last_signature_carries_the_act_out(form, people, monkeypatch):
    done = []
    monkeypatch.setitem(approvals._carried_out, "test", lambda approval, *, actor, at: done.append(actor))
    _sign(form, "unit_head", people)
    assert done == []
    _sign(form, "agency_head", people)
    assert done == [people["agency_head"]]


def test_one_person_does_not_sign_twice(form, people):
    _sign(form, "unit_head", people)
    with pytest.raises(Refused, match="同一人不能"):
        approvals.sign(approval=form, role="agency_head", opinion="", actor=people["unit_head"], at=Moment.now())


def test_return_without_a_reason_is_refused(form, people):
    with pytest.raises(Refused, match="退回应当写明理由"):
        approvals.send_back(approval=form, role="unit_head", reason=" ", actor=people["unit_head"], at=Moment.now())


def test_returned_form_is_closed_and_may_be_asked_again(form, people):
    approvals.send_back(approval=form, role="unit_head", reason="补充证据", actor=people["unit_head"], at=Moment.now())
    with pytest.raises(Refused, match="已经办结"):
        _sign(form, "unit_head", people)
    subject = Subject("thing", "t" * 26, people["unit_head"].body.public_id)
    again = approvals.request(
        subject=subject, purpose="test", title="审批表", proposal={}, signers=PLACES, opinion="已补充。",
        actor=people["case_handler"], at=Moment.now(),
    )  # fmt: skip
    assert again.state == "pending"


def test_second_form_for_the_same_thing_waits_for_the_first(form, people):
    subject = Subject("thing", "t" * 26, people["unit_head"].body.public_id)
    with pytest.raises(Refused, match="已经在审批中"):
        approvals.request(
            subject=subject, purpose="test", title="审批表", proposal={}, signers=PLACES, opinion="",
            actor=people["case_handler"], at=Moment.now(),
        )  # fmt: skip


def test_only_whoever_asked_takes_a_form_back(form, people):
    with pytest.raises(Refused, match="只有提请人"):
        approvals.withdraw(approval=form, actor=people["unit_head"], at=Moment.now())
    assert approvals.withdraw(approval=form, actor=people["case_handler"], at=Moment.now()).state == "withdrawn"

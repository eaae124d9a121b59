"""Approval forms on screen: who signs, who may read, a code where the head decides, refusals."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import a_case_ready_to_decide, an_agency, an_opening, handler_of, on, person_of
from tests.builders.directory import a_unit, an_account, code_for, with_second_factor
from tests.builders.labour import a_proposed_disposition
from yangguang.base.models import Approval
from yangguang.cases.models import Case, CaseStatus, Decision
from yangguang.cases.use_cases.request_decision import request_decision
from yangguang.cases.use_cases.request_opening import request_opening
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.directory.models import Officer

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 18)


@pytest.fixture
def asked():
    """A decision put before its signers."""
    case = a_case_ready_to_decide()
    with on(DAY) as at:
        approval = request_decision(
            case_id=case.pk, kind="penalty", opinion="建议处罚。", actor=handler_of(case), at=at,
            overdue_reason="等候当事人补充材料。", recording_note="未配备。",
        )  # fmt: skip
    return case, approval


def address(approval):
    return reverse("cases:approval", args=[approval.public_id])


def signing(approval):
    return reverse("cases:sign_approval", args=[approval.public_id])


def sign(client, account, approval, **told):
    client.force_login(account)
    return client.post(signing(approval), {"agrees": "yes", "opinion": "同意。"} | told)


def test_head_of_unit_finds_what_waits_and_signs_it(client, asked):
    case, approval = asked
    head = person_of(case.body, "unit_head")
    client.force_login(head)
    waiting = client.get(reverse("cases:approvals")).content.decode()
    assert approval.title in waiting
    assert case.parties.get().name in waiting
    words = client.get(address(approval)).content.decode()
    for told in ("建议处罚。", "5,000.00", "大写", "承办机构负责人意见", "看代拟稿全文", "动态验证码"):
        assert (told in words) is (told != "动态验证码"), told
    assert sign(client, head, approval).status_code == 302
    assert approval.steps.get(order=2).signed_by_name == head.name
    assert approval.title not in client.get(reverse("cases:approvals")).content.decode()


def test_head_of_the_agency_decides_with_a_code(client, asked):
    case, approval = asked
    with on(DAY, 11) as at:
        sign_approval(approval=approval, agrees=True, opinion="同意。", actor=person_of(case.body, "unit_head"), at=at)
    head = with_second_factor(person_of(case.body, "agency_head"))
    with on(DAY, 12):
        assert "动态验证码" in sign(client, head, approval).content.decode()
        assert sign(client, head, approval, code="000000").status_code == 409
        assert Decision.objects.count() == 0
        assert sign(client, head, approval, code=code_for(head)).status_code == 302
    case.refresh_from_db()
    assert case.status == CaseStatus.DECIDED


def test_return_without_a_reason_is_refused_and_with_one_goes_back(client, asked):
    case, approval = asked
    head = person_of(case.body, "unit_head")
    assert "退回应当写明理由" in sign(client, head, approval, agrees="no", opinion=" ").content.decode()
    assert sign(client, head, approval, agrees="no", opinion="补充裁量理由。").status_code == 302
    approval.refresh_from_db()
    assert approval.state == "returned"
    client.force_login(handler_of(case))
    assert "补充裁量理由。" in client.get(address(approval)).content.decode()


def test_person_whose_place_does_not_wait_is_refused(client, asked):
    case, approval = asked
    answer = sign(client, handler_of(case), approval)
    assert answer.status_code == 409
    assert "等候" in answer.content.decode()


def test_form_of_another_body_is_not_there(client, asked):
    _, approval = asked
    client.force_login(an_account(role="agency_head"))
    assert client.get(address(approval)).status_code == 404
    assert client.post(signing(approval), {"agrees": "yes"}).status_code == 404


def test_form_of_another_units_case_is_not_there(client, asked):
    case, approval = asked
    unit = a_unit(case.body, named="仲裁科")
    client.force_login(an_account(role="case_handler", body=case.body, unit=unit))
    assert client.get(reverse("cases:case", args=[case.public_id])).status_code == 404
    assert client.get(address(approval)).status_code == 404


def test_changed_draft_is_told_to_the_signer(client, asked):
    case, approval = asked
    case.drafts.update(digest="0" * 64)
    client.force_login(person_of(case.body, "unit_head"))
    assert "代拟稿改动过" in client.get(address(approval)).content.decode()


def test_opening_is_read_and_signed_before_there_is_a_case(client):
    body = an_agency()
    opening = an_opening(body)
    handler = Officer.objects.get(public_id=opening.officer_refs[0]).account
    with on(DAY) as at:
        request_opening(opening=opening, opinion="建议立案。", actor=handler, at=at)
    approval, head = Approval.objects.get(purpose="open_case"), person_of(body, "unit_head")
    client.force_login(head)
    words = client.get(address(approval)).content.decode()
    for told in ("违法延长劳动者工作时间", "日常巡视检查", "陈立、周敏", "示范县宏基建筑工程有限公司1"):
        assert told in words
    with on(DAY, 11):
        sign(client, head, approval)
    assert Case.objects.get().title == "违法延长劳动者工作时间"


def test_whoever_reads_the_case_reads_the_form_it_was_opened_by(client):
    case = a_proposed_disposition().case
    approval = Approval.objects.get(purpose="accept_complaint")
    for account, seen in (
        (person_of(case.body, "legal_reviewer"), 200), (person_of(case.body, "agency_head"), 200),
        (person_of(an_agency(), "agency_head"), 404),
    ):  # fmt: skip
        client.force_login(account)
        assert client.get(reverse("cases:case", args=[case.public_id])).status_code == seen
        assert client.get(address(approval)).status_code == seen


def test_form_offers_no_place_to_whoever_has_signed_or_only_asked(client, asked):
    case, approval = asked
    unit_head = person_of(case.body, "unit_head")
    client.force_login(unit_head)
    assert signing(approval) in client.get(address(approval)).content.decode()
    sign(client, unit_head, approval)
    for account in (unit_head, handler_of(case)):
        client.force_login(account)
        page = client.get(address(approval)).content.decode()
        assert signing(approval) not in page
        assert "现在等候“机关负责人意见”签署。" in page

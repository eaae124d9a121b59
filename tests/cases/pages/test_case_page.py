"""The case page: where it stands, what is due and why, what is missing, what comes next."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import (
    a_case_ready_to_decide,
    a_concluded_case,
    an_open_case,
    handler_of,
    on,
    person_of,
    with_records,
)
from tests.builders.directory import an_account
from yangguang.cases.models import Case
from yangguang.cases.use_cases.request_decision import request_decision

pytestmark = pytest.mark.django_db


def page_of(client, case, account, **query):
    client.force_login(account)
    return client.get(reverse("cases:case", args=[case.public_id]), query)


def test_handler_sees_what_is_due_and_why(client):
    case = an_open_case()
    words = page_of(client, case, handler_of(case)).content.decode()
    assert "完成调查" in words
    assert "60 个工作日" in words
    clock = case.clocks.get(kind="investigate_by")
    assert reverse("cases:clock", args=[clock.public_id]) in words


def test_case_is_headed_by_whom_it_is_about_and_what(client):
    case = an_open_case()
    words = page_of(client, case, handler_of(case)).content.decode()
    assert f"<h1>{case.parties.get().name}{case.title}案</h1>" in words


def test_signed_pages_are_missed_until_the_file_is_archived(client):
    case = with_records(an_open_case(), signed=False)
    handler, missed = handler_of(case), "》的签名页"
    assert missed in page_of(client, case, handler).content.decode()
    Case.objects.filter(pk=case.pk).update(status="archived")
    assert missed not in page_of(client, case, handler).content.decode()


def test_handler_sees_which_condition_fails_and_the_way_to_the_reason(client):
    case = an_open_case()
    words = page_of(client, case, handler_of(case)).content.decode()
    assert "询问或者检查未制作笔录" in words
    assert reverse("cases:why", args=[case.public_id, "conclude_investigation"]) in words


def test_handler_with_a_complete_file_can_conclude_the_investigation(client):
    case = with_records(an_open_case())
    words = page_of(client, case, handler_of(case)).content.decode()
    assert "还缺什么" in words
    assert "下一步需要的都齐了" in words
    assert "调查终结：为什么不能做" not in words


def test_handler_sees_documents_evidence_and_catalogue_with_their_pages(client):
    case = with_records(an_open_case())
    handler = handler_of(case)
    assert "询问笔录" in page_of(client, case, handler).content.decode()
    assert "考勤记录" in page_of(client, case, handler, tab="evidence").content.decode()
    assert "正卷" in page_of(client, case, handler, tab="catalogue").content.decode()


def test_head_of_the_agency_sees_the_decision_that_waits(client):
    case = a_case_ready_to_decide()
    words = page_of(client, case, person_of(case.body, "agency_head")).content.decode()
    assert "作出处罚决定" in words


def test_head_of_another_body_finds_no_such_case(client):
    case = an_open_case()
    assert page_of(client, case, an_account(role="agency_head")).status_code == 404


def test_person_without_a_role_in_cases_is_turned_away(client):
    case = an_open_case()
    assert page_of(client, case, an_account(role="system_administrator", body=case.body)).status_code == 403


def test_case_page_asks_a_bounded_number_of_questions(client, django_assert_max_num_queries):
    case = a_concluded_case()
    client.force_login(handler_of(case))
    address = reverse("cases:case", args=[case.public_id])
    client.get(address)  # what a process reads once
    with django_assert_max_num_queries(52):
        client.get(address)


def test_handler_of_a_case_on_its_way_finds_the_form_that_is_being_signed(client):
    case = a_case_ready_to_decide()
    with on(date(2026, 11, 6)) as at:
        approval = request_decision(
            case_id=case.pk,
            kind="penalty",
            opinion="建议处罚。",
            actor=handler_of(case),
            at=at,
            recording_note="未配备。",
        )
    form = reverse("cases:approval", args=[approval.public_id])
    for account, told in (
        (handler_of(case), "审批中，等候承办机构负责人意见"),
        (person_of(case.body, "unit_head"), "签署：承办机构负责人意见"),
    ):
        words = page_of(client, case, account).content.decode()
        assert form in words
        assert told in words

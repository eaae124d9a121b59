"""Leads on screen: the list and its sheet, registering, acting, opening an identity."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import officers_of, person_of
from tests.builders.labour import a_complaint, a_labour_agency, a_person_id, an_employer, handler
from yangguang.base import local_values
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Informant, Lead
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return a_labour_agency()


@pytest.fixture(autouse=True)
def _second_of_september():
    with clock.frozen(clock.beijing(date(2026, 9, 2), 10)):
        yield


def signed_in(client, account):
    client.force_login(account)
    return client


def typed(**changes):
    known = {
        "source": "complaint", "received_way": "window", "informant_name": "万春山", "informant_person_id": a_person_id(7),
        "informant_phone": "13900001111", "representatives": f"匡正 {a_person_id(8)} 13900002222",
        "employer_name": "示范县晨曦建筑有限公司", "employer_code": an_employer().code, "employer_address": "创业路18号",
        "employer_contact": "许景明", "employer_phone": "", "account": "六月工资没有支付。", "requests": "支付工资。",
        "workers_count": "3", "amount_fen": "3万元", "violation_began_on": "2026-06-01", "violation_ended_on": "",
        "arbitration": "none", "occurred_at": "2026-09-02T09:30", "late_reason": "",
    }  # fmt: skip
    return known | changes


def test_clerk_registers_a_complaint_of_several_workers_at_the_window(client, body):
    page = signed_in(client, person_of(body, "window_clerk"))
    answer = page.post(reverse("cases:register_lead"), typed())
    lead = Lead.objects.get()
    assert answer.url == reverse("cases:lead", args=[lead.public_id])
    assert (lead.complaint.amount_fen, Informant.objects.count()) == (30_000_00, 2)
    shown = page.get(answer.url).content.decode()
    assert "示范县晨曦建筑有限公司" in shown
    assert "万春山" not in shown


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"employer_code": "123"}, "应为18位"), ({"informant_person_id": "123"}, "应为18位"), ({"source": ""}, "案件来源"),
        ({"account": "万春山说"}, "应当为举报人保密"), ({"amount_fen": "三万"}, "金额"), ({"requests": ""}, "没有填写投诉请求"),
        ({"violation_began_on": "2027-01-01"}, "晚于登记日期"), ({"account": "\u202e"}, "控制字符"),
        ({"occurred_at": "2026-09-03T09:30"}, "不能晚于现在"), ({"workers_count": "0"}, ""),
    ],
)  # fmt: skip
def test_slip_of_the_hand_is_named_and_nothing_typed_is_lost(client, body, change, words):
    answer = signed_in(client, handler(body)).post(reverse("cases:register_lead"), typed(**change))
    shown = answer.content.decode()
    assert (answer.status_code, Lead.objects.count()) == (200, 0)
    assert words in shown
    assert "创业路18号" in shown


def test_list_shows_clocks_and_comes_as_a_sheet_without_who_told(client, body):
    a_complaint(body)
    page = signed_in(client, handler(body))
    shown = page.get(reverse("cases:leads")).content.decode()
    assert "示范县晨曦建筑有限公司1" in shown
    assert "个工作日" in shown
    sheet = page.get(reverse("cases:leads"), {"format": "xlsx"})
    assert sheet["Content-Type"].endswith("sheet")
    assert "万春山".encode() not in sheet.content


def test_empty_list_says_what_comes_next(client, body):
    assert "没有符合条件的线索" in signed_in(client, handler(body)).get(reverse("cases:leads")).content.decode()


def test_handler_proposes_acceptance_on_the_page(client, body):
    lead = a_complaint(body)
    page = signed_in(client, handler(body))
    assert "提请受理、立案" in page.get(reverse("cases:lead", args=[lead.public_id])).content.decode()
    address = reverse("cases:lead_act", args=[lead.public_id, "propose_opening"])
    given = {
        "title": "拖欠劳动者工资", "party_kind": "organisation", "matter_code": lead.matter_code,
        "violation_code": lead.violation_code, "officers": [o.public_id for o in officers_of(body)], "opinion": "建议受理。",
        "occurred_at": "2026-09-02T09:40", "late_reason": "",
    }  # fmt: skip
    assert "陈立" in page.get(address).content.decode()
    assert page.post(address, given | {"officers": [officers_of(body)[0].public_id]}).status_code == 200
    assert page.post(address, given).status_code == 302
    assert LedgerEntry.objects.filter(event="OpeningProposed").count() == 1


@pytest.mark.parametrize(
    "act",
    ["ask_for_completion", "record_completion", "redirect_complaint", "decline_acceptance", "merge_lead", "pass_on_lead",
     "answer_complainant", "record_complaint_withdrawal"],
)  # fmt: skip
def test_every_act_has_a_form(client, body, act):
    lead = a_complaint(body)
    address = reverse("cases:lead_act", args=[lead.public_id, act])
    assert signed_in(client, handler(body)).get(address).status_code == 200


@pytest.mark.parametrize("act", ["x", "decline_to_open", "transfer_lead"])
def test_act_that_is_unknown_or_of_another_line_is_not_found(client, body, act):
    address = reverse("cases:lead_act", args=[a_complaint(body).public_id, act])
    assert signed_in(client, handler(body)).get(address).status_code == 404


@pytest.mark.clause("LSR-2004:9.3")
def test_handler_sees_who_told_once_for_each_recorded_look(client, body):
    lead = a_complaint(body)
    address = reverse("cases:lead_identity", args=[lead.public_id])
    page = signed_in(client, handler(body))
    assert "万春山" not in page.get(address).content.decode()
    answer = page.post(address, {"reason": "核对身份"})
    assert "万春山" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert LedgerEntry.objects.filter(event="InformantIdentityOpened").count() == 1


def test_second_handler_is_refused_the_identity(client, body):
    lead = a_complaint(body)
    page = signed_in(client, officers_of(body)[1].account)
    answer = page.post(reverse("cases:lead_identity", args=[lead.public_id]), {"reason": "看看"})
    shown = answer.content.decode()
    assert "您不能查看" in shown
    assert "万春山" not in shown


def test_lead_of_another_body_is_not_found(client, body):
    lead = a_complaint(a_labour_agency(mark="示邻"))
    assert signed_in(client, handler(body)).get(reverse("cases:lead", args=[lead.public_id])).status_code == 404


@pytest.mark.clause("APL-2021:54.2")
def test_handler_ticks_that_the_published_criteria_are_met(client, body):
    local_values.set_value(
        "opening_criteria", "《示范县立案标准》", chain=body.public_id, source="示人社发〔2026〕3号",
        in_force=date(2026, 1, 1), by_name="系统管理员",
    )  # fmt: skip
    lead = a_complaint(body)
    page = signed_in(client, handler(body))
    address = reverse("cases:lead_act", args=[lead.public_id, "propose_opening"])
    given = {
        "title": "拖欠劳动者工资", "party_kind": "organisation", "matter_code": lead.matter_code,
        "violation_code": lead.violation_code, "officers": [o.public_id for o in officers_of(body)], "opinion": "建议受理。",
        "occurred_at": "2026-09-02T09:40", "late_reason": "",
    }  # fmt: skip
    assert "不符合立案标准" in page.post(address, given).content.decode()
    assert page.post(address, given | {"criteria_met": "on"}).status_code == 302

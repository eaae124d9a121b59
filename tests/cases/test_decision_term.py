"""The term of a penalty decision: longer only under a rule of the field, before its end, as often and as long as the rule says."""

import json
from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.cases import approve, handler_of, on, person_of
from tests.cases.refusing import refusal_of
from yangguang.base import local_values
from yangguang.base.extension_rules import ExtensionRule
from yangguang.base.models import Approval, LedgerEntry
from yangguang.cases.models import Clock
from yangguang.cases.presentation.clocks import explanation_of, why_of
from yangguang.cases.use_cases.extend_decision_term import extend_decision_term
from yangguang.cases.use_cases.request_head_approval import request_head_approval
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import Unit
from yangguang.records.models import Document

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:60")]
RULE = "某部门行政处罚程序规定第六十四条；每次30日；最多2次；累计45日"
BASIS = "某部门行政处罚程序规定第六十四条"


def a_case(rule=RULE):
    case = build.an_open_case()
    if rule:
        local_values.set_value(
            "decision_extension_rule", rule, chain=case.body.public_id, source="某部门令第1号", in_force=date(2026, 1, 5),
            by_name="系统管理员",
        )  # fmt: skip
    return case


def term_of(case):
    return Clock.objects.get(case=case, kind="decide_by")


def asked_for(case, day, days=30, **facts):
    told = {"reason": "需要等候鉴定意见。", "opinion": "建议批准。"} | facts
    with on(day) as at:
        return request_head_approval(
            case_id=case.pk, act="extend_decision_term", days=days, actor=handler_of(case), at=at, **told
        )


def extended(case, day, days=30):
    approve(asked_for(case, day, days), case.body, day)
    case.refresh_from_db()


def test_approved_extension_follows_upon_the_ninety_days_and_the_page_says_by_which_rule():
    case = a_case()
    before = term_of(case).due_on
    extended(case, date(2026, 11, 2))
    clock = term_of(case)
    assert (clock.due_on - before).days == 30
    line = next(one for one in explanation_of(clock, date(2026, 11, 3)).lines if one.kind == "extension")
    assert (line.label, line.clause, line.reached) == ("延长 30 日", "APL-2021:60", clock.due_on)
    assert line.words == f"需要等候鉴定意见。（依据{BASIS}，经机关负责人批准）"
    assert why_of(clock).endswith("90 日，延长 30 日")
    paper = json.dumps(Document.objects.get(kind="decision_extension_approval").sheet, ensure_ascii=False)
    for words in (BASIS, f"{clock.due_on:%Y年%-m月%-d日}", "30日（第1次）", "机关负责人意见"):
        assert words in paper
    assert BASIS in LedgerEntry.objects.get(event="DecisionTermExtended").summary


def test_extension_without_a_rule_of_the_field_is_refused():
    refusal = refusal_of(asked_for, a_case(rule=""), date(2026, 11, 2))
    assert refusal.reason == "没有可以延长办案期限的法律、法规、规章依据。"
    assert refusal.clauses == ("APL-2021:60",)
    assert "本地参数" in refusal.remedy


def test_second_extension_is_capped_by_what_all_may_be_and_a_third_is_refused():
    case = a_case()
    extended(case, date(2026, 11, 2))
    too_long = refusal_of(asked_for, case, date(2026, 11, 9), 16)
    assert (too_long.reason, too_long.field) == ("这一次最多可以延长15日。", "days")
    extended(case, date(2026, 11, 9), 15)
    assert [row["amount"] for row in term_of(case).extensions] == [30, 15]
    assert refusal_of(asked_for, case, date(2026, 11, 16), 1).reason == f"{BASIS}规定的延长已经用完。"


def test_extension_after_the_term_is_over_is_refused_also_at_the_last_signature():
    case = a_case()
    due = term_of(case).due_on
    pending = asked_for(case, due)
    after = due + build.ONE_DAY
    assert "届满，不能再延长" in refusal_of(approve, pending, case.body, after).reason
    assert term_of(case).due_on == due


@pytest.mark.parametrize("days", [0, -3, None, "30"])
def test_extension_by_no_number_of_days_is_refused(days):
    assert refusal_of(asked_for, a_case(), date(2026, 11, 2), days).field == "days"


def test_extension_nobody_signed_for_or_signed_for_once_is_refused():
    case = a_case()
    head = person_of(case.body, "agency_head")
    with on(date(2026, 11, 2)) as at:
        told = {"case_id": case.pk, "days": 30, "reason": "等候鉴定。", "at": at}
        with pytest.raises(Refused, match="未经机关负责人批准"):
            extend_decision_term(actor=head, **told)
        assert refusal_of(extend_decision_term, actor=handler_of(case), **told).reason == "您不能延长办案期限。"
    extended(case, date(2026, 11, 3), 15)
    with on(date(2026, 11, 4)) as at:
        again = {"case_id": case.pk, "days": 15, "reason": "等候鉴定。", "actor": head, "at": at}
        assert refusal_of(extend_decision_term, **again).reason == "延长办案期限未经机关负责人批准。"


@pytest.mark.parametrize(
    "text",
    ["规定第六十四条", "规定；每次30日；最多1次", "规定；每次30日；最多1次；累计60日", "规定；每次30日；最多2次；累计20日",
     "规定；每次三十日；最多1次；累计30日", "规定；每次30日；最多1次；累计30个工作日", "规定；每次0日；最多1次；累计0日"],
)  # fmt: skip
def test_rule_that_does_not_say_how_long_and_how_often_is_not_kept(text):
    with pytest.raises(Refused) as told:
        local_values.typed("decision_extension_rule", text)
    assert told.value.field == "value"


def test_rule_may_count_in_working_days():
    rule = ExtensionRule.read("规定第五条;每次 30个工作日;最多1次;累计30个工作日")
    assert (rule.unit, rule.left_after(0, 0), rule.left_after(1, 30)) == (Unit.WORKDAY, 30, 0)


def test_handler_asks_for_the_extension_on_its_form_and_the_head_reads_by_which_rule(client):
    case = a_case()
    client.force_login(handler_of(case))
    address = reverse("cases:act", args=[case.public_id, "request_decision_extension"])
    with on(date(2026, 11, 2)):
        assert f"按{BASIS}，这一次最多延长30日" in client.get(address).content.decode()
        known = {"occurred_at": "2026-11-02T09:00", "seen_version": str(case.version)}
        told = {"days": "30", "reason": "等候鉴定意见。", "opinion": "建议批准。"}
        assert client.post(address, known | told).status_code == 302
        approval = Approval.objects.get(purpose="extend_decision_term", subject_ref=case.public_id)
        client.force_login(person_of(case.body, "agency_head"))
        shown = client.get(reverse("cases:approval", args=[approval.public_id])).content.decode()
    assert f"30日（依据{BASIS}" in shown

"""A disposition nobody fulfils goes to the court; one that is over is closed on an approval form."""

import json
from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import NO_FILM, approve, handler_of, on, person_of
from tests.builders.labour import a_decided_disposition, front_desk, refs_of
from tests.cases.refusing import failing, refusal_of
from yangguang.cases.kinds.execution.court_gates import PAPERS
from yangguang.cases.models import Clock, Decision, Disposition
from yangguang.cases.use_cases.annul_disposition import annul_disposition
from yangguang.cases.use_cases.apply_for_court_execution import apply_for_court_execution
from yangguang.cases.use_cases.check_fulfilment import check_fulfilment
from yangguang.cases.use_cases.close_disposition import close_disposition
from yangguang.cases.use_cases.demand_fulfilment import demand_fulfilment
from yangguang.cases.use_cases.record_worker_payments import WagePayment
from yangguang.cases.use_cases.request_disposition_closing import request_disposition_closing
from yangguang.cases.use_cases.serve_disposition import serve_disposition
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
SERVED, UNFULFILLED, DEMANDED = date(2026, 10, 13), date(2026, 10, 29), date(2027, 4, 14)
TEN_DAYS, APPLIED, LAST_DAY = date(2027, 4, 28), date(2027, 4, 29), date(2027, 7, 13)


def checked(disposition, day, *, share=0):
    case = disposition.case
    payments = [WagePayment(ref, share, day, "转账") for ref in refs_of(case)] if share else []
    with on(day) as at:
        return check_fulfilment(
            disposition=disposition, finding="经核查。", payments=payments, actor=handler_of(case), at=at
        )


def an_unfulfilled_disposition():
    disposition = a_decided_disposition()
    with on(SERVED) as at:
        disposition = serve_disposition(
            disposition=disposition, service=front_desk(), actor=handler_of(disposition.case), at=at
        )
    return checked(disposition, UNFULFILLED)


def demanded(disposition, day=DEMANDED, **facts):
    told = {"pay_by_on": date(2027, 4, 30), "how": "转入劳动者工资账户", "service": front_desk()} | facts
    with on(day) as at:
        return demand_fulfilment(disposition=disposition, actor=handler_of(disposition.case), at=at, **told)


def applied(disposition, day=APPLIED, **facts):
    case = Disposition.objects.get().case
    told = {
        "papers": list(PAPERS), "situation": "账户三个，余额不明。", "stayed": False,
        "actor": person_of(case.body, "agency_head"),
    }  # fmt: skip
    with on(day) as at:
        return apply_for_court_execution(disposition=disposition, at=at, **(told | facts))


@pytest.mark.clause("ACL-2011:53")
def test_term_for_the_court_runs_from_the_end_of_the_later_remedy():
    disposition = an_unfulfilled_disposition()
    running = Clock.objects.get(kind="apply_for_court_execution_by")
    assert (running.started_on, running.due_on) == (date(2027, 4, 13), LAST_DAY)
    checked(disposition, date(2026, 11, 10))
    assert Clock.objects.filter(kind="apply_for_court_execution_by").count() == 1


@pytest.mark.clause("ACL-2011:54")
@pytest.mark.clause("MWR-2019:42")
def test_demanded_and_still_unpaid_disposition_goes_to_the_court():
    row = applied(demanded(an_unfulfilled_disposition()))
    assert (row.status, row.demanded_on, row.applied_on) == ("in_execution", DEMANDED, APPLIED)
    assert Clock.objects.get(kind="demand_expires_on").due_on == TEN_DAYS
    assert not Clock.objects.filter(kind="apply_for_court_execution_by", stopped_on=None).exists()
    demand, application = (
        json.dumps(Document.objects.get(kind=kind).sheet, ensure_ascii=False)
        for kind in ("demand_notice", "court_execution_application")
    )
    for words in ("2027年4月30日", "转入劳动者工资账户", "45,000.00元", "陈述和申辩"):
        assert words in demand
    for words in ("示范县人民法院", "45,000.00元", "高建华", "执行标的情况"):
        assert words in application


@pytest.mark.clause("ACL-2011:54")
def test_application_within_ten_days_of_the_demand_is_refused():
    row = demanded(an_unfulfilled_disposition())
    refusal = refusal_of(applied, row, TEN_DAYS)
    assert (refusal.reason, refusal.clauses) == ("催告书送达未满十日，不得申请强制执行。", ("ACL-2011:54",))


@pytest.mark.clause("ACL-2011:53")
def test_application_before_the_remedies_are_over_is_refused():
    row = demanded(an_unfulfilled_disposition(), date(2026, 11, 2))
    refusal = refusal_of(applied, row, date(2027, 4, 13))
    assert refusal.reason == "当事人申请复议、提起诉讼的期限未满。"
    assert applied(row, date(2027, 4, 14)).status == "in_execution"


@pytest.mark.clause("ACL-2011:53")
def test_application_after_three_months_needs_a_reason():
    row = demanded(an_unfulfilled_disposition())
    refusal = refusal_of(applied, row, date(2027, 7, 14))
    assert refusal.reason == "已超过申请人民法院强制执行的期限。"
    assert applied(row, date(2027, 7, 14), late_because="法院要求补正材料。").status == "in_execution"


@pytest.mark.clause("ACL-2011:55.1")
@pytest.mark.clause("ARL-2023:42")
@pytest.mark.parametrize(
    ("facts", "sentence"),
    [({"papers": ["application"]}, "申请强制执行材料不全。"), ({"stayed": True}, "已决定停止执行。"),
     ({"stayed": None}, "已决定停止执行。")],
)  # fmt: skip
def test_application_with_a_paper_missing_or_while_stayed_is_refused(facts, sentence):
    refusal = refusal_of(applied, demanded(an_unfulfilled_disposition()), **facts)
    assert refusal.reason == sentence


def test_application_without_a_demand_or_by_the_handler_is_refused():
    row = an_unfulfilled_disposition()
    assert set(failing(refusal_of(applied, row))) == {"urge_ten_days"}
    assert refusal_of(applied, row, actor=handler_of(row.case)).reason == "您不能申请法院强制执行。"


@pytest.mark.clause("MWR-2019:42")
def test_instruction_alone_does_not_go_to_the_court():
    disposition = an_unfulfilled_disposition()
    refusal = refusal_of(applied, disposition.instruction)
    assert (refusal.reason, refusal.clauses) == ("应当先作出行政处理决定。", ("MWR-2019:42",))


def test_demand_with_a_day_that_is_no_term_or_without_proof_is_refused():
    row = an_unfulfilled_disposition()
    assert refusal_of(demanded, row, pay_by_on=DEMANDED).field == "pay_by_on"
    assert refusal_of(demanded, row, service=front_desk(proof_number="")).reason == "没有送达回证。"


@pytest.mark.clause("AJI-2018:155.1")
def test_demand_on_a_decision_that_fell_is_refused():
    row = an_unfulfilled_disposition()
    Decision.objects.update(status="annulled")
    assert refusal_of(demanded, row).reason == "行政决定尚未生效或者没有可执行内容。"


def asked_to_close(row, day, **facts):
    with on(day) as at:
        return request_disposition_closing(
            disposition=row, summary="已经办结。", opinion="建议收口。", recording_note=NO_FILM, actor=handler_of(row.case),
            at=at, **facts,
        )  # fmt: skip


def test_paid_disposition_is_closed_by_the_unit_heads_signature_and_its_clocks_stop():
    row = checked(applied(demanded(an_unfulfilled_disposition())), date(2027, 5, 20), share=15_000_00)
    assert row.status == "fulfilled"
    approve(asked_to_close(row, date(2027, 5, 21)), row.case.body, date(2027, 5, 21))
    row.refresh_from_db()
    assert row.status == "closed"
    kinds = (
        "fulfil_disposition_by",
        "sue_by",
        "demand_expires_on",
        "apply_for_court_execution_by",
        "apply_for_reconsideration_by",
    )
    assert not Clock.objects.filter(kind__in=kinds, stopped_on=None).exists()
    paper = json.dumps(Document.objects.get(kind="disposition_closing").sheet, ensure_ascii=False)
    assert "承办机构负责人意见" in paper


def test_partly_paid_disposition_in_execution_stays_there():
    row = checked(applied(demanded(an_unfulfilled_disposition())), date(2027, 5, 20), share=1_000_00)
    assert row.status == "in_execution"


def test_balance_closes_only_when_the_court_has_ended_the_execution():
    row = applied(demanded(an_unfulfilled_disposition()))
    assert refusal_of(asked_to_close, row, date(2027, 6, 1)).reason == "尚有未履行金额，不得收口。"
    approval = asked_to_close(row, date(2027, 6, 1), ended_by="（2027）示执45号裁定")
    approve(approval, row.case.body, date(2027, 6, 1))
    row.refresh_from_db()
    assert row.status == "closed"


@pytest.mark.clause("LSP-2004:39")
def test_annulled_disposition_in_execution_is_closed_with_a_paper_that_says_so():
    row = applied(demanded(an_unfulfilled_disposition()))
    with on(date(2027, 5, 10)) as at:
        annul_disposition(disposition=row, reason="复议撤销。", actor=person_of(row.case.body, "agency_head"), at=at)
    assert Document.objects.filter(kind="disposition_annulment").exists()
    row.refresh_from_db()
    approve(asked_to_close(row, date(2027, 5, 11)), row.case.body, date(2027, 5, 11))
    row.refresh_from_db()
    assert row.status == "closed"


@pytest.mark.clause("APL-2021:47")
def test_disposition_whose_recordings_are_missing_is_not_closed_without_a_word():
    row = checked(an_unfulfilled_disposition(), date(2026, 11, 2), share=15_000_00)
    with on(date(2026, 11, 3)) as at:
        refusal = refusal_of(close_disposition, disposition=row, actor=person_of(row.case.body, "unit_head"), at=at)
        assert refusal.reason.startswith("缺少应当制作的文字或者音像记录")


def test_unit_head_reads_the_closing_form_and_the_case_page(client):
    row = checked(an_unfulfilled_disposition(), date(2026, 11, 2), share=15_000_00)
    approval = asked_to_close(row, date(2026, 11, 3))
    client.force_login(person_of(row.case.body, "unit_head"))
    with on(date(2026, 11, 3), 11):
        assert "已经办结。" in client.get(reverse("cases:approval", args=[approval.public_id])).content.decode()
        assert client.get(reverse("cases:case", args=[row.case.public_id])).status_code == 200


def test_head_applies_on_screen(client):
    row = demanded(an_unfulfilled_disposition())
    client.force_login(person_of(row.case.body, "agency_head"))
    address = reverse("cases:order_act", args=[row.case.public_id, row.public_id, "apply_for_court_execution"])
    typed = {
        "situation": "账户三个。",
        "stayed": "no",
        "late_because": "",
        "occurred_at": "2027-04-29T10:00",
        "late_reason": "",
    }
    with on(APPLIED, 11):
        assert "申请强制执行材料不全" in client.post(address, typed).content.decode()
        assert client.post(address, typed | {"papers": list(PAPERS)}).status_code == 302
    assert Disposition.objects.get().status == "in_execution"

"""What labour inspection adds to an investigation: notices, asset queries, audits, help, worker evidence, on the spot."""

import json
from datetime import date, datetime

import pytest

from tests.builders import cases as build
from tests.builders.cases import approve, handler_of, officers_of, on, person_of, with_records
from tests.builders.labour import a_labour_agency, a_roster, an_accepted_complaint, front_desk
from tests.cases.refusing import refusal_of
from yangguang.base import ledger
from yangguang.cases.models import Clock, InterviewNotice
from yangguang.cases.standing import found_facts, papers_to_serve
from yangguang.cases.use_cases.entrust_audit import entrust_audit
from yangguang.cases.use_cases.find_by_worker_evidence import find_by_worker_evidence
from yangguang.cases.use_cases.interview import interview
from yangguang.cases.use_cases.issue_interview_notice import issue_interview_notice
from yangguang.cases.use_cases.judge_evidence import judge_evidence
from yangguang.cases.use_cases.query_assets import query_assets
from yangguang.cases.use_cases.rectify_on_the_spot import rectify_on_the_spot
from yangguang.cases.use_cases.request_head_approval import request_head_approval
from yangguang.cases.use_cases.request_investigative_assistance import request_investigative_assistance
from yangguang.cases.use_cases.serve_document import serve_document
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
DAY, MATERIALS_BY = date(2026, 9, 3), date(2026, 9, 10)
ABOVE = {
    "level": "city",
    "body": "示范市人社局",
    "name": "何建军",
    "number": "示市人社批〔2026〕3号",
    "approved_on": "2026-09-02",
}


@pytest.fixture
def case():
    return a_roster(an_accepted_complaint(a_labour_agency()))


def sheet_of(kind):
    return json.dumps(Document.objects.filter(kind=kind).latest("pk").sheet, ensure_ascii=False)


def a_notice(case, *, day=DAY, hour=9, **facts):
    told = {
        "party_ref": case.parties.get().public_id, "appear_at": datetime(2026, 9, 9, 9, 0, tzinfo=clock.BEIJING),
        "place": "示范县政务路1号", "materials": "劳动合同\n工资台账", "due_on": MATERIALS_BY, "officers": officers_of(case.body),
    }  # fmt: skip
    with on(day, hour) as at:
        return issue_interview_notice(case_id=case.pk, actor=handler_of(case), at=at, **(told | facts))


def an_arrived_notice(case):
    notice = a_notice(case)
    with on(DAY, 15) as at:
        serve_document(
            case_id=case.pk, document_ref=notice.document.public_id, party_ref=notice.party.public_id,
            service=front_desk(), actor=handler_of(case), at=at,
        )  # fmt: skip
    notice.refresh_from_db()
    return notice


@pytest.mark.clause("LSR-2004:15.1")
def test_interview_notice_lists_the_materials_and_its_day_runs_from_service(case):
    notice = a_notice(case)
    assert notice.document.number.endswith("监询字〔2026〕第1号")
    for words in ("劳动合同", "工资台账", "2026年9月10日", "举证不能"):
        assert words in sheet_of("interview_notice")
    assert not Clock.objects.filter(kind="provide_materials_by").exists()
    assert [paper.kind for paper in papers_to_serve(case)] == ["interview_notice"]
    with on(DAY, 15) as at:
        serve_document(
            case_id=case.pk, document_ref=notice.document.public_id, party_ref=notice.party.public_id,
            service=front_desk(), actor=handler_of(case), at=at,
        )  # fmt: skip
    running = Clock.objects.get(kind="provide_materials_by")
    assert (running.started_on, running.due_on, running.start_event) == (DAY, MATERIALS_BY, "调查询问书送达")
    assert "InterviewNoticeIssued" in {entry.event for entry in ledger.entries_of_file(case.public_id)}


@pytest.mark.clause("LSR-2004:15.1")
def test_interview_notice_without_materials_is_refused(case):
    refusal = refusal_of(a_notice, case, materials=" \n ")
    assert (refusal.reason, refusal.field) == ("应当写明需要提供的资料。", "materials")
    assert refusal.clauses == ("LSR-2004:15.1",)


def test_interview_notice_by_one_officer_or_into_the_past_is_refused(case):
    assert refusal_of(a_notice, case, officers=officers_of(case.body)[:1]).reason == "执法人员少于两人。"
    assert refusal_of(a_notice, case, due_on=date(2026, 9, 2)).field == "due_on"
    assert refusal_of(a_notice, case, party_ref="nobody").field == "party_ref"
    assert not InterviewNotice.objects.exists()


@pytest.mark.clause("WPN-2014:evade_notice")
def test_notice_by_message_needs_a_receipt_and_runs_at_once(case):
    assert refusal_of(a_notice, case, way="message").field == "receipt"
    notice = a_notice(case, way="message", receipt="13800001111，9月3日10时回复“收到”。")
    assert notice.served_on == DAY
    assert Clock.objects.get(kind="provide_materials_by").start_event == "短信、电话通知"
    assert not papers_to_serve(case)


def a_query(case, *, day=DAY, **facts):
    told = {
        "reason": "查明支付能力。", "to": "示范县农村商业银行", "about": "晨曦建筑", "objects": "账户余额", "migrant_workers": True,
        "superior": ABOVE,
    }  # fmt: skip
    with on(day) as at:
        return request_head_approval(
            case_id=case.pk, act="query_assets", opinion="建议查询。", actor=handler_of(case), at=at, **(told | facts)
        )


@pytest.mark.clause("MWR-2019:40")
def test_asset_query_goes_out_when_approved_above_and_signed_here(case):
    approval = approve(a_query(case), case.body, DAY)
    assert approval.state == "approved"
    for words in ("示范县农村商业银行", "3名农民工工资30,000.00元", "示范市人社局负责人何建军批准"):
        assert words in sheet_of("asset_query_letter")
    assert "同意。" in sheet_of("asset_query_approval")


@pytest.mark.clause("MWR-2019:40")
@pytest.mark.parametrize(
    "superior", [None, ABOVE | {"level": "county"}, ABOVE | {"number": ""}, ABOVE | {"approved_on": "2026-09-04"}]
)
@pytest.mark.history("P9.79")
def test_asset_query_without_the_approval_of_the_city_is_refused(case, superior):
    refusal = refusal_of(a_query, case, superior=superior)
    assert refusal.reason == "查询未经设区的市级以上人力资源社会保障部门负责人批准。"
    assert refusal.clauses == ("MWR-2019:40",)
    assert not Document.objects.filter(kind="asset_query_letter").exists()


@pytest.mark.clause("MWR-2019:40")
def test_head_of_a_city_approves_by_its_own_signature():
    case = a_roster(an_accepted_complaint(a_labour_agency(region_code="990100")))
    approve(a_query(case, superior=None), case.body, DAY)
    assert "负责人高建华批准" in sheet_of("asset_query_letter")


@pytest.mark.clause("MWR-2019:40")
def test_asset_query_in_another_kind_of_case_is_refused(case):
    sentence = "该查询权限于查处拖欠农民工工资案件。"
    assert refusal_of(a_query, case, migrant_workers=False).reason == sentence
    assert refusal_of(a_query, an_accepted_complaint(a_labour_agency())).reason == sentence


def test_query_nobody_asked_for_is_refused_to_the_handler(case):
    with on(DAY) as at:
        told = {
            "reason": "查",
            "to": "银行",
            "about": "甲",
            "objects": "账户",
            "migrant_workers": True,
            "superior": ABOVE,
        }
        with pytest.raises(Refused, match="您不能查询账户、房产、车辆。"):
            query_assets(case_id=case.pk, actor=handler_of(case), at=at, **told)


@pytest.mark.clause("LSR-2004:15.1")
def test_audit_is_entrusted_by_the_head_of_unit_and_takes_no_day_off(case):
    told = {"case_id": case.pk, "to": "示范会计师事务所", "scope": "工资支付", "report_by": date(2026, 9, 30)}
    before = Clock.objects.get(case=case, kind="investigate_by").due_on
    with on(DAY) as at:
        assert refusal_of(entrust_audit, actor=handler_of(case), at=at, **told).reason == "您不能委托审计。"
        head = person_of(case.body, "unit_head")
        assert (
            refusal_of(entrust_audit, actor=head, at=at, **(told | {"report_by": date(2026, 9, 1)})).field
            == "report_by"
        )
        assert entrust_audit(actor=head, at=at, **told).number.endswith("监审字〔2026〕第1号")
    assert Clock.objects.get(case=case, kind="investigate_by").due_on == before


@pytest.mark.clause("MWR-2019:41.1")
@pytest.mark.clause("APL-2021:26")
def test_agency_head_asks_the_police_for_help_in_writing(case):
    told = {"case_id": case.pk, "to": "示范县公安局", "reason": "unreachable", "wanted": "查找负责人许景明。"}
    with on(DAY) as at:
        assert (
            refusal_of(request_investigative_assistance, actor=handler_of(case), at=at, **told).reason
            == "您不能请求协助调查。"
        )
        head = person_of(case.body, "agency_head")
        assert refusal_of(
            request_investigative_assistance, actor=head, at=at, **(told | {"reason": ""})
        ).field == "reason"  # fmt: skip
        named = told | {"wanted": "请联系投诉人万春山。"}
        assert refusal_of(request_investigative_assistance, actor=head, at=at, **named).reason == "应当为举报人保密。"
        request_investigative_assistance(actor=head, at=at, **told)
    assert "无法联系" in sheet_of("investigative_assistance_request")


def a_worker_statement(case, day=DAY, *, verified=True):
    with on(day, 11) as at:
        record = interview(
            case_id=case.pk, person="工人1", person_role="worker", place="工地", ended_at=at.occurred_at,
            questions=[("工资是否支付？", "5月至7月没有支付。")], officers=officers_of(case.body), certificate_shown=True,
            proves="拖欠工资", actor=handler_of(case), at=at,
        )  # fmt: skip
        if verified:
            judge_evidence(
                case_id=case.pk, evidence_ref=record.public_id, verified=True, words="核对一致。",
                actor=handler_of(case), at=at,
            )  # fmt: skip
    return record


def found(case, record, day, **facts):
    told = {
        "fact": "拖欠3名劳动者工资30000元。", "evidence_refs": [record.public_id], "officers": officers_of(case.body),
        "default": "9月3日送达调查询问书，9月10日届满，没有提供任何资料。",
    }  # fmt: skip
    with on(day) as at:
        return find_by_worker_evidence(case_id=case.pk, actor=handler_of(case), at=at, **(told | facts))


@pytest.mark.clause("MWR-2019:50")
@pytest.mark.clause("ZJ-LSR-2020:26")
@pytest.mark.history("P10.32")
def test_fact_is_found_by_worker_evidence_once_the_employer_had_its_time(case):
    an_arrived_notice(case)
    record = a_worker_statement(case)
    for early in (DAY, MATERIALS_BY):
        refusal = refusal_of(found, case, record, early)
        assert refusal.reason == "单位提供资料的期限未满。"
    row = found(case, record, date(2026, 9, 11))
    assert [one.pk for one in found_facts(case)] == [row.pk]
    for words in ("询问笔录（工人1）", "3人，应付30,000.00元", "没有提供任何资料"):
        assert words in sheet_of("worker_evidence_finding")
    assert Clock.objects.get(kind="provide_materials_by").stop_event == "按劳动者证据认定"


@pytest.mark.clause("MWR-2019:50")
def test_employer_that_was_never_asked_has_had_no_time_unless_it_fled(case):
    record = a_worker_statement(case)
    assert refusal_of(found, case, record, date(2026, 9, 20)).reason == "单位提供资料的期限未满。"
    assert found(case, record, DAY, fled_how="9月2日现场无人，电话停机。").pk


@pytest.mark.clause("WPN-2014:no_ledger")
def test_fact_without_a_workers_statement_or_on_unverified_evidence_is_refused(case):
    with_records(case)
    sheet = case_evidence(case, "考勤记录")
    fled = {"fled_how": "现场无人。"}
    assert refusal_of(found, case, sheet, DAY, **fled).reason == "没有劳动者的询问笔录，事实不清。"
    raw = a_worker_statement(case, verified=False)
    assert refusal_of(found, case, raw, DAY, **fled).reason == "证据未经查证属实。"
    assert refusal_of(found, case, raw, DAY, evidence_refs=["nothing"], **fled).field == "evidence_refs"


def case_evidence(case, name):
    from yangguang.records.api import evidence_of

    return evidence_of(case.public_id).get(name=name)


@pytest.mark.clause("LSR-2004:15.2")
def test_plain_violation_is_put_right_on_the_spot(case):
    told = {
        "case_id": case.pk, "place": "工地", "present": "许景明", "violation": "没有张贴工资支付公示牌。", "facts_plain": True,
        "rectified": "已经当场张贴。", "officers": officers_of(case.body), "certificate_shown": True, "actor": handler_of(case),
    }  # fmt: skip
    with on(DAY) as at:
        assert refusal_of(rectify_on_the_spot, at=at, **(told | {"facts_plain": False})).field == "facts_plain"
        refusal = refusal_of(rectify_on_the_spot, at=at, **(told | {"certificate_shown": False}))
        assert refusal.reason == "未记录主动出示执法证件。"
        evidence = rectify_on_the_spot(at=at, **told)
    assert evidence.name == "当场纠正记录"
    assert "已经当场张贴" in sheet_of("on_the_spot_rectification")


def test_case_that_is_no_labour_case_has_none_of_these_acts():
    case = build.an_open_case(kind="penalty")
    assert refusal_of(a_notice, case, day=date(2026, 10, 13), due_on=date(2026, 10, 20),
                      appear_at=datetime(2026, 10, 19, 9, 0, tzinfo=clock.BEIJING)).reason == (
        "本案不是劳动保障监察案件，不能发调查询问书。"
    )  # fmt: skip

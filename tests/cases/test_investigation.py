"""Investigation: records, evidence, facts, report; recusal and change of officers."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders.directory import an_officer
from tests.cases.refusing import failing, refusal_of
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Recusal
from yangguang.cases.use_cases.assign_officers import assign_officers
from yangguang.cases.use_cases.conclude_investigation import conclude_investigation
from yangguang.cases.use_cases.decide_recusal import decide_recusal
from yangguang.cases.use_cases.explain_overdue import explain_overdue
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.cases.use_cases.inspect_on_site import inspect_on_site
from yangguang.cases.use_cases.interview import interview
from yangguang.cases.use_cases.judge_evidence import judge_evidence
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.cases.use_cases.supplement_investigation import supplement_investigation
from yangguang.kernel import clock
from yangguang.records.api import evidence_of

pytestmark = pytest.mark.django_db

CONTENT = {
    "nature": "违法。",
    "basis": build.BASIS,
    "gains": "无",
    "circumstances": "首次。",
    "suggestion": "建议处罚。",
}


def concluded(case, day=build.CONCLUDED, **more):
    with build.on(day) as at:
        return conclude_investigation(
            case_id=case.pk, content=more.pop("content", CONTENT), actor=build.handler_of(case), at=at, **more
        )


def asked_about(case, day=date(2026, 10, 13), **changes):
    with build.on(day) as at:
        known = {
            "person": "王某", "person_role": "worker", "place": "示范县", "ended_at": at.occurred_at,
            "questions": [("问", "答")], "officers": build.officers_of(case.body), "certificate_shown": True,
            "proves": "加班",
        } | changes  # fmt: skip
        return interview(case_id=case.pk, actor=build.handler_of(case), at=at, **known)


@pytest.mark.history("P9.2")
@pytest.mark.clause("APL-2021:42.1#officers")
def test_interview_by_one_officer_is_refused():
    case = build.an_open_case()
    refusal = refusal_of(asked_about, case, officers=build.officers_of(case.body)[:1])
    assert refusal.reason == "执法人员少于两人。"


@pytest.mark.clause("APL-2021:42.1#officers")
def test_interview_by_an_officer_of_another_body_is_refused():
    case = build.an_open_case()
    refusal = refusal_of(asked_about, case, officers=[build.officers_of(case.body)[0], an_officer()])
    assert (refusal.reason, refusal.field) == ("所选执法人员不是本机关或者受委托组织的执法人员。", "officers")


@pytest.mark.clause("APL-2021:42.1#officers")
def test_officer_of_another_body_is_neither_assigned_nor_recused():
    case = build.an_open_case()
    stranger, head = an_officer(), build.person_of(case.body, "unit_head")
    told = {"case_id": case.pk, "reason": "人手不足。"}
    with build.on(date(2026, 10, 13)) as at:
        named = [build.officers_of(case.body)[0], stranger]
        assert refusal_of(assign_officers, officers=named, actor=head, at=at, **told).field == "officers"
        told |= {"officer": stranger, "by_officer": False, "actor": build.handler_of(case)}
        assert refusal_of(request_recusal, at=at, **told).field == "officers"
    assert not case.assignments.filter(officer=stranger).exists()


def test_interview_that_ends_in_the_future_is_refused():
    case = build.an_open_case()
    refusal = refusal_of(asked_about, case, ended_at=clock.beijing(date(2026, 10, 13), 10))
    assert (refusal.reason, refusal.field) == ("结束时间不能晚于现在。", "ended_at")


@pytest.mark.history("P9.9")
@pytest.mark.clause("APL-2021:55.1")
@pytest.mark.duty("D12")
def test_interview_without_showing_certificates_is_refused():
    refusal = refusal_of(asked_about, build.an_open_case(), certificate_shown=False)
    assert refusal.reason == "未记录主动出示执法证件。"


def test_interview_never_names_the_person_in_the_ledger():
    case = build.an_open_case()
    asked_about(case, person="举报人甲")
    assert "举报人甲" not in LedgerEntry.objects.get(event="InquiryRecorded").summary


def test_inspection_record_becomes_evidence():
    case = build.inspection_allowed(build.an_open_case(), day=date(2026, 10, 13))
    with build.on(date(2026, 10, 13)) as at:
        found = inspect_on_site(
            case_id=case.pk, place="示范县滨河路8号", present="刘芳", findings="现场有考勤机。",
            officers=build.officers_of(case.body), certificate_shown=True, badge_worn=True, proves="考勤", at=at,
            actor=build.handler_of(case),
        )  # fmt: skip
    assert found.kind == "inspection_record"
    assert found.document.kind == "on_site_record"


@pytest.mark.history("P9.18")
@pytest.mark.clause("APL-2021:55.2")
def test_investigation_without_any_record_is_refused():
    case = build.an_open_case()
    refusal = refusal_of(concluded, case, established=False)
    assert refusal.reason == "询问或者检查未制作笔录。"


@pytest.mark.clause("APL-2021:55.2")
def test_record_nobody_signed_is_refused():
    refusal = refusal_of(concluded, build.with_records(build.an_open_case(), signed=False))
    assert "未经确认，也未注明拒签原因" in refusal.reason


@pytest.mark.history("P9.19")
@pytest.mark.clause("APL-2021:46.2")
def test_fact_on_unverified_evidence_is_refused():
    refusal = refusal_of(concluded, build.with_records(build.an_open_case(), verified=False))
    assert refusal.reason == "证据未经查证属实。"
    assert refusal.clause == "APL-2021:46.2"


def test_report_without_its_parts_is_refused():
    refusal = refusal_of(concluded, build.with_records(build.an_open_case()), content={"nature": "违法"})
    assert refusal.reason.startswith("调查终结应当有调查终结报告")


@pytest.mark.history("P9.20")
@pytest.mark.clause("APL-2021:41.2")
def test_monitor_record_nobody_reviewed_is_refused():
    case = build.with_records(build.an_open_case())
    evidence_of(case.public_id).update(monitor_record=True)
    assert refusal_of(concluded, case).reason == "电子监控记录未经审核，不得作为证据。"


@pytest.mark.clause("LSR-2004:17#initial")
def test_report_after_the_term_asks_for_the_reason_and_is_not_refused_with_one():
    case = build.with_records(build.an_open_case())
    clock = case.clocks.get(kind="investigate_by")
    late = date(2027, 1, 11)
    assert refusal_of(concluded, case, late).field == "overdue_reason"
    with build.on(late) as at:
        explain_overdue(
            case_id=case.pk, clock_ref=clock.public_id, reason="鉴定耗时。", actor=build.handler_of(case), at=at
        )
    concluded(case, late)
    clock.refresh_from_db()
    assert (clock.overdue_reason, clock.stopped_on) == ("鉴定耗时。", late)


def test_evidence_of_another_file_shows_nothing():
    agency = build.an_agency()
    case = build.an_open_case(body=agency)
    other = build.with_records(build.an_open_case(body=agency, parties=(build.a_party(2),)))
    foreign = evidence_of(other.public_id).first().public_id
    with build.on(build.CONCLUDED) as at:
        refusal = refusal_of(
            find_facts, case_id=case.pk, facts=[("加班", [foreign])], actor=build.handler_of(case), at=at
        )
    assert refusal.reason == "列出的证据不在本案卷中。"


@pytest.mark.history("P9.19")
@pytest.mark.clause("APL-2021:46.3")
def test_excluded_evidence_clears_no_fact():
    case = build.a_concluded_case()
    with build.on(build.NOTIFIED) as at:
        for one in evidence_of(case.public_id):
            judge_evidence(
                case_id=case.pk, evidence_ref=one.public_id, verified=False, words="以胁迫手段取得。",
                actor=build.handler_of(case), at=at,
            )  # fmt: skip
    refusal = refusal_of(build.notice_given, case)
    assert failing(refusal)["facts_clear"].clauses == ("APL-2021:40",)


def test_supplement_without_a_question_is_refused():
    case = build.a_concluded_case()
    head = build.person_of(case.body, "unit_head")
    with build.on(build.NOTIFIED) as at:
        refusal = refusal_of(supplement_investigation, case_id=case.pk, wanted=" ", actor=head, at=at)
        assert refusal.reason == "退回补充调查应当写明需要查明的事实。"
        supplement_investigation(case_id=case.pk, wanted="核对人数。", actor=head, at=at)
    case.refresh_from_db()
    assert case.status == "opened"
    assert not case.reports.filter(superseded_on=None).exists()


@pytest.mark.clause("APL-2021:43.3")
def test_recusal_is_decided_by_the_agency_head_alone():
    case = build.an_open_case()
    officer = build.officers_of(case.body)[1]
    with build.on(build.CONCLUDED) as at:
        request = request_recusal(
            case_id=case.pk, officer=officer, by_officer=False, reason="与当事人是亲属。",
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
        by_unit = refusal_of(
            decide_recusal, case_id=case.pk, recusal_id=request.pk, granted=True, reason="属实",
            actor=build.person_of(case.body, "unit_head"), at=at,
        )  # fmt: skip
        decide_recusal(
            case_id=case.pk, recusal_id=request.pk, granted=True, reason="属实。",
            actor=build.person_of(case.body, "agency_head"), at=at,
        )  # fmt: skip
    assert by_unit.reason == "回避由行政机关负责人决定。"
    assert "机关负责人" in by_unit.remedy
    assert Recusal.objects.get().granted is True
    assert refusal_of(asked_about, case, day=build.CONCLUDED).clause == "APL-2021:43.1"
    assert asked_about(case).pk


@pytest.mark.history("P10.16")
def test_officers_are_replaced_with_a_reason_and_history_stays():
    case = build.an_open_case()
    first, second = build.officers_of(case.body)
    third = an_officer(body=case.body, named="吴晓")
    head = build.person_of(case.body, "unit_head")
    with build.on(build.CONCLUDED) as at:
        silent = refusal_of(assign_officers, case_id=case.pk, officers=[first, third], reason="", actor=head, at=at)
        assign_officers(case_id=case.pk, officers=[first, third], reason="周敏调离。", actor=head, at=at)
    assert silent.field == "reason"
    assert case.assignments.count() == 3
    assert case.assignments.get(officer=second).ends_on == build.CONCLUDED

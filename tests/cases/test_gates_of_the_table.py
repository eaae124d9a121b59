"""Gates the stage table of penalties names beyond the first line: jurisdiction, criteria, changed law, seal, badge, recordings."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import circumstances as weighed
from tests.builders import labour
from tests.cases.refusing import asked, refusal_of
from yangguang.base import local_values
from yangguang.cases import standing
from yangguang.cases.changed_law import changed_since
from yangguang.cases.models import PriorNotice
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.recordings import unrecorded
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.inspect_on_site import inspect_on_site
from yangguang.cases.use_cases.record_jurisdiction_dispute import record_jurisdiction_dispute
from yangguang.cases.use_cases.request_decision import request_decision
from yangguang.kernel.moment import Moment
from yangguang.statutes import clause

pytestmark = pytest.mark.django_db


def disputed(case, state, day=build.DECIDED, note="报请上一级指定。"):
    with build.on(day) as at:
        record_jurisdiction_dispute(
            case_id=case.pk, state=state, other_body="邻县人社局", note=note, actor=build.handler_of(case), at=at
        )
    case.refresh_from_db()
    return asked("jurisdiction_undisputed", case)


@pytest.mark.clause("APL-2021:25.2")
def test_decision_while_the_jurisdiction_is_disputed_is_refused():
    case = build.an_open_case()
    assert asked("jurisdiction_undisputed", case).holds
    assert disputed(case, "open").reason == "管辖争议尚未解决，不得作出决定。"
    assert disputed(case, "designated").holds


@pytest.mark.clause("APL-2021:25.2")
@pytest.mark.parametrize(("state", "note", "field"), [("elsewhere", "函告。", "state"), ("open", " ", "note")])
def test_dispute_without_state_or_words_is_refused(state, note, field):
    assert refusal_of(disputed, build.an_open_case(), state, note=note).field == field


@pytest.mark.clause("APL-2021:54.2")
def test_opening_against_published_criteria_is_refused():
    lead = labour.a_complaint(source="patrol")
    told = {"title": "拖欠工资", "officers": build.officers_of(lead.body), "opinion": "建议立案。"}
    local_values.set_value(
        "opening_criteria", "示人社发〔2026〕3号", chain=lead.body.public_id, source="示人社发〔2026〕3号",
        in_force=date(2026, 1, 5), by_name="系统管理员",
    )  # fmt: skip
    with build.on(labour.RECEIVED, 10) as at:
        actor = labour.handler(lead.body)
        refusal = refusal_of(labour.propose_opening, lead=lead, actor=actor, at=at, **told)
        assert refusal.reason == "不符合立案标准。"
        approval = labour.propose_opening(lead=lead, actor=actor, at=at, criteria_met=True, **told)
    build.approve(approval, lead.body, labour.RECEIVED)
    lead.refresh_from_db()
    assert lead.case.status == "opened"


@pytest.mark.history("P9.15")
@pytest.mark.clause("APL-2021:37")
def test_decision_after_a_change_of_law_without_a_comparison_is_refused(monkeypatch):
    case, at = build.an_open_case(), Moment.now()
    told = {"basis": build.BASIS, "discretion": {}}
    assert asked("milder_law_applied", case, at=at, content=told).holds
    new = clause(build.BASIS[0])
    monkeypatch.setattr(type(new), "on", lambda self, day: self.topic if day == case.violation_ended_on else "改了")
    assert changed_since(case, build.BASIS[:1], at.day) == [new.cite()]
    verdict = asked("milder_law_applied", case, at=at, content=told)
    assert (verdict.holds, verdict.reason) == (False, "未比较行为时与决定时的规定。")
    told["discretion"] = {"comparison": "新规定幅度较轻，适用新规定。"}
    assert asked("milder_law_applied", case, at=at, content=told).holds


@pytest.mark.history("P9.41")
@pytest.mark.clause("APL-2021:59.2")
def test_decision_served_without_the_seal_of_the_body_is_refused():
    case = build.a_decided_case()
    refusal = refusal_of(build.served, case, "penalty_decision", build.SERVED, sealed=False)
    assert refusal.reason == "决定书未盖作出决定的行政机关印章。"


@pytest.mark.clause("APL-2021:59.2")
def test_sealed_copy_in_the_file_proves_the_seal():
    case = build.a_decided_case()
    with build.on(build.SERVED) as at:
        paper = build.documents_of(case.public_id).get(kind="penalty_decision")
        build.attach_signed_page(
            document_id=paper.pk, content=build.PAGE, file_name="决定书.pdf", actor=build.handler_of(case), at=at
        )
    assert build.served(case, "penalty_decision", build.SERVED, sealed=False).status == "served"


@pytest.mark.clause("LSR-2004:16.1#identity")
@pytest.mark.duty("D12")
def test_labour_inspection_without_badges_is_refused():
    case = build.inspection_allowed(build.an_open_case(), day=build.OPENED + build.ONE_DAY)
    with build.on(build.OPENED + build.ONE_DAY) as at:
        refusal = refusal_of(
            inspect_on_site, case_id=case.pk, place="厂区", present="刘芳", findings="有考勤机。", proves="考勤",
            officers=build.officers_of(case.body), certificate_shown=True, actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert refusal.reason == "未佩戴劳动保障监察标志。"


@pytest.mark.history("P9.9")
@pytest.mark.clause("APL-2021:55.1")
def test_evidence_taken_without_showing_certificates_is_refused():
    case = build.an_open_case()
    with build.on(build.OPENED + build.ONE_DAY) as at:
        refusal = refusal_of(
            collect_evidence, case_id=case.pk, kind="documentary_evidence", name="工资表", source="当事人", proves="欠薪",
            obtained_on=at.day, officers=build.officers_of(case.body), actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert refusal.reason == "未记录主动出示执法证件。"


@pytest.mark.clause("TSO-2018:av_key")
def test_every_act_that_needs_a_recording_is_asked_for_its_own():
    case = build.with_records(build.an_open_case())
    assert unrecorded(case) == ["10月13日询问", "10月13日调取证据"]
    verdict = asked("recording_complete", case, recording_note="")
    assert verdict.reason == "缺少应当制作的文字或者音像记录（10月13日询问、10月13日调取证据）。"
    assert asked("recording_complete", case, recording_note="记录仪故障，已报告。").holds
    with build.on(build.OPENED + build.ONE_DAY, 15) as at:
        collect_evidence(
            case_id=case.pk, kind="audiovisual_material", name="执法记录仪录像", source="执法记录仪", proves="询问和调取的经过",
            obtained_on=at.day, officers=build.officers_of(case.body), certificate_shown=True,
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert unrecorded(case) == []


@pytest.mark.clause("LSP-2004:37")
def test_reason_of_a_passed_term_is_asked_of_the_handler_and_not_of_the_head():
    case = build.a_case_ready_to_decide()
    late = date(2027, 3, 1)
    with build.on(late) as at:
        refusal = refusal_of(
            request_decision, case_id=case.pk, kind="penalty", opinion="建议处罚。", actor=build.handler_of(case), at=at,
            recording_note=build.NO_FILM,
        )  # fmt: skip
    assert (refusal.field, refusal.clauses) == ("overdue_reason", ("LSP-2004:37",))


def acts_of(case, day):
    with build.on(day):
        found = next_acts(case, build.handler_of(case))
    return {row["act"] for row in found["possible"]}, {row["label"] for row in found["blocked"]}


def test_decision_is_put_before_the_head_only_with_a_draft():
    case = build.a_concluded_case()
    possible, blocked = acts_of(case, build.NOTIFIED)
    assert ("request_decision" in possible, "提请决定审批" in blocked) == (False, True)
    assert asked("draft_prepared", case).reason == "还没有可以提请决定的代拟稿。"
    case = weighed.excused(case, "no_fault_exemption")
    build.drafted(case, kind="no_penalty", day=build.NOTIFIED, penalties=[], fine_fen=0, outcome="no_fault_exemption")
    assert standing.drafts_to_decide(case) == ["no_penalty"]
    assert "request_decision" in acts_of(case, build.NOTIFIED)[0]


@pytest.mark.clause("CPL-2023:87.1")
def test_service_is_offered_only_while_a_paper_waits():
    case = build.a_concluded_case()
    assert "serve_document" not in acts_of(case, build.NOTIFIED)[0]
    case = build.notice_given(case)
    assert [paper.kind for paper in standing.papers_to_serve(case)] == ["prior_notice"]
    assert "serve_document" in acts_of(case, build.NOTIFIED)[0]
    case = build.served(case, "prior_notice", build.NOTIFIED)
    assert standing.papers_to_serve(case) == []
    assert PriorNotice.objects.get().served_on == build.NOTIFIED

"""Histories of stages §9 and §10 that need no builder of their own: through the same doors as everything else."""

from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders import hearings, labour
from tests.builders import legal_review as reviewing
from tests.builders.directory import a_body, an_account, an_entrustment, an_officer
from tests.cases.labour.test_investigation_acts import a_worker_statement
from tests.cases.refusing import failing, refusal_of
from tests.cases.test_remaking import a_fallen_case, remade
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Case, Decision
from yangguang.cases.plugs import opening
from yangguang.cases.standing import found_facts, open_points
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.find_by_worker_evidence import find_by_worker_evidence
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.cases.use_cases.interview import interview
from yangguang.cases.use_cases.judge_evidence import judge_evidence
from yangguang.cases.use_cases.open_case import open_case
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.request_hearing import request_hearing
from yangguang.cases.use_cases.transfer_case import transfer_case
from yangguang.directory.models import Certificate
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.api import attach_signed_page, documents_of, evidence_of

pytestmark = pytest.mark.django_db
ONE_DAY = timedelta(days=1)


def interviewed(case, officers, at):
    return interview(
        case_id=case.pk, person="罗玉梅", person_role="party", place="示范县滨河路8号", ended_at=at.occurred_at,
        questions=[("是否安排加班？", "是。")], officers=officers, certificate_shown=True, proves="加班",
        actor=build.handler_of(case), at=at,
    )  # fmt: skip


@pytest.mark.history("P9.4")
@pytest.mark.clause("APL-2021:42.1")
def test_helper_without_a_certificate_does_not_make_up_two():
    case = build.an_open_case()
    officer = build.officers_of(case.body)[0]
    helper = an_officer(body=case.body, unit=case.unit, named="协管员", with_certificate=False)
    with build.on(build.OPENED + ONE_DAY) as at:
        refusal = refusal_of(interviewed, case, [officer, helper], at)
        assert "APL-2021:42.1" in " ".join(refusal.clauses)
        assert "协管员" in failing(refusal)["certificates_valid"].reason
        assert not evidence_of(case.public_id).exists()
        assert interviewed(case, [*build.officers_of(case.body)], at).pk


@pytest.mark.history("P9.5")
@pytest.mark.clause("APL-2021:20.4")
def test_entrusted_team_decides_nothing_in_its_own_name():
    team = build.an_agency(category="entrusted")
    with build.on(build.OPENED) as at:
        head = build.person_of(team, "unit_head")
        refusal = refusal_of(open_case, opening=build.an_opening(team), actor=head, at=at)
    assert failing(refusal)["entrustment_valid"].reason == "受委托组织不得以自己的名义实施处罚。"
    assert "APL-2021:20.4" in refusal.clauses
    assert not Case.objects.exists()


@pytest.mark.history("P9.5")
@pytest.mark.clause("APL-2021:20.4")
def test_decision_of_an_entrusted_team_bears_the_name_and_number_of_the_entrusting_body():
    body = build.an_agency()
    team = a_body(named="示范县劳动保障监察大队", category="entrusted", under=body)
    an_entrustment(entrusting=body, entrusted=team, matters=["劳动保障监察"], starts_on=date(2026, 1, 5))
    an_account(role="unit_head", body=team, named="大队长")
    an_account(role="agency_head", body=team, named="大队负责人")
    case = build.a_case_ready_to_decide(body=body, acting_body_ref=team.public_id)
    build.decision_signed(case)
    decision = Decision.objects.get()
    assert (decision.body, decision.decided_by_name) == (body, "高建华")
    assert body.mark in decision.number
    assert team.name not in str(decision.document.sheet)


@pytest.mark.history("P10.32")
@pytest.mark.clause("WPN-2014:no_ledger")
@pytest.mark.clause("MWR-2019:50")
def test_wages_of_twenty_eight_workers_are_found_without_any_books():
    case = labour.a_roster(labour.an_accepted_complaint(), workers=28, owed=8_000_00)
    day = date(2026, 9, 11)
    record = a_worker_statement(case, day)
    with build.on(day, 14) as at:
        handler, officers = build.handler_of(case), build.officers_of(case.body)
        sheet = collect_evidence(
            case_id=case.pk, kind="documentary_evidence", name="考勤照片", source="劳动者提供", officers=officers,
            proves="28名劳动者的出勤", obtained_on=day, certificate_shown=True, actor=handler, at=at,
        )  # fmt: skip
        judge_evidence(
            case_id=case.pk, evidence_ref=sheet.public_id, verified=True, words="与工友证言一致。", actor=handler, at=at
        )
        find_by_worker_evidence(
            case_id=case.pk, fact="拖欠28名劳动者工资224000元。", evidence_refs=[record.public_id, sheet.public_id],
            default="没有账册。", officers=officers, fled_how="9月2日现场无人，电话停机。", actor=handler, at=at,
        )  # fmt: skip
    assert [one.text for one in found_facts(case)] == ["拖欠28名劳动者工资224000元。"]
    finding = documents_of(case.public_id).get(kind="worker_evidence_finding")
    assert "28人，应付224,000.00元" in str(finding.sheet)


@pytest.mark.history("P10.40")
@pytest.mark.clause("AJI-2018:90")
def test_decision_annulled_for_its_procedure_is_the_same_after_the_hearing_was_held():
    case = a_fallen_case()
    first = case.decisions.get()
    remade(case, ground="procedure", restarts_at="notice")
    told, asked, sent, held = (date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24), date(2026, 12, 7))
    build.notice_given(case, day=told, hearing_told=True)
    build.served(case, "prior_notice", told)
    with build.on(asked) as at:
        request_hearing(
            case_id=case.pk,
            notice_ref=case.notices.get(superseded_on=None).public_id,
            actor=build.handler_of(case),
            at=at,
        )
    case.refresh_from_db()
    build.served(hearings.notified(case, day=sent, set_for=held), "notice_of_hearing", sent)
    hearings.held(case, day=held)
    with build.on(held, 17) as at:
        handler = build.handler_of(case)
        record_id = case.hearings.get().record_id
        attach_signed_page(document_id=record_id, content=build.PAGE, file_name="笔录.pdf", actor=handler, at=at)
    with build.on(held + ONE_DAY) as at:
        answers = {point.pk: (False, "没有证据证明。") for point in open_points(case)}
        re_examine(case_id=case.pk, answers=answers, actor=handler, at=at)
    build.drafted(case, day=held + ONE_DAY)
    case.refresh_from_db()
    reviewing.passed(reviewing.a_review(case, day=held + ONE_DAY), day=held + 2 * ONE_DAY)
    case.refresh_from_db()
    build.decision_signed(case, day=held + 3 * ONE_DAY)
    second = build.the_decision(case)
    assert (second.status, second.fine_fen, second.content["penalties"]) == (
        "decided",
        first.fine_fen,
        first.content["penalties"],
    )
    assert second.number != first.number


@pytest.mark.history("P10.43")
@pytest.mark.clause("APL-2021:47")
def test_record_made_without_a_network_is_judged_by_its_own_hour_and_marked_as_entered_later():
    case = build.an_open_case()
    officers, day = build.officers_of(case.body), build.OPENED + ONE_DAY
    Certificate.objects.filter(officer=officers[1]).update(valid_until=day)
    with clock.frozen(clock.beijing(day, 22) + timedelta(hours=3)):
        late = Moment(clock.beijing(day, 22), clock.now(), "现场没有网络。")
        refused = Moment(clock.now(), clock.now())
        assert "certificates_valid" in failing(refusal_of(interviewed, case, officers, refused))
        record = interviewed(case, officers, late)
    entries = LedgerEntry.objects.filter(file_ref=case.public_id, late_reason="现场没有网络。")
    assert record.obtained_on == day
    assert {clock.legal_day(entry.occurred_at) for entry in entries} == {day}
    assert {clock.legal_day(entry.recorded_at) for entry in entries} == {day + ONE_DAY}


@pytest.mark.history("P10.48")
@pytest.mark.clause("APL-2021:37")
def test_law_that_became_milder_on_the_way_makes_the_decision_milder_than_what_was_told(monkeypatch):
    case = build.a_heard_case()
    monkeypatch.setattr(opening, "changed_since", lambda case, basis, day: list(basis))
    content = build.a_proposal()["discretion"]
    build.drafted(case, fine_fen=200000)
    case.refresh_from_db()
    build.exempted(case)
    refusal = refusal_of(build.decision_signed, case)
    print({n: v.reason for n, v in failing(refusal).items()})
    assert refusal.reason == "未比较行为时与决定时的规定。"
    assert "APL-2021:37" in refusal.clauses
    build.drafted(
        case, day=build.SIGNED, fine_fen=200000, discretion=content | {"comparison": "新规定较轻，适用新规定。"}
    )
    case.refresh_from_db()
    build.exempted(case)
    build.decision_signed(case)
    assert (Decision.objects.get().fine_fen, case.notices.get().fine_fen) == (200000, 500000)


@pytest.mark.history("P10.49")
def test_evidence_another_county_sent_with_its_case_is_used_and_the_term_runs_from_our_own_opening():
    case = build.an_open_case(source="邻县人力资源和社会保障局移送")
    gathered, day = build.OPENED - timedelta(days=20), build.OPENED + ONE_DAY
    with build.on(day) as at:
        handler, officers = build.handler_of(case), build.officers_of(case.body)
        sent = collect_evidence(
            case_id=case.pk, kind="documentary_evidence", name="邻县询问笔录", source="邻县人力资源和社会保障局移送，原卷第3页",
            officers=officers, proves="加班", obtained_on=gathered, certificate_shown=True, actor=handler, at=at,
        )  # fmt: skip
        judge_evidence(
            case_id=case.pk, evidence_ref=sent.public_id, verified=True, words="与原卷核对一致。", actor=handler, at=at
        )
        find_facts(case_id=case.pk, facts=[("每月加班超过36小时。", [sent.public_id])], actor=handler, at=at)
    term = case.clocks.get(kind="decide_by")
    assert (sent.obtained_on, term.started_on) == (gathered, case.opened_on)


@pytest.mark.history("P10.50")
@pytest.mark.clause("APL-2021:25.2")
def test_body_that_opened_a_case_gives_it_up_whole_when_another_is_designated():
    case = build.with_records(build.an_open_case())
    day = build.OPENED + 3 * ONE_DAY
    with build.on(day) as at:
        transfer_case(
            case=case, to="邻县人力资源和社会保障局", reason="示范市人社局指定邻县管辖（示人社指〔2026〕1号）。", papers="全卷1册",
            actor=build.person_of(case.body, "agency_head"), at=at,
        )  # fmt: skip
    case.refresh_from_db()
    assert (case.status, case.outcome) == ("transferred", "transfer")
    letter = documents_of(case.public_id).get(kind="transfer_letter")
    assert "全卷1册" in str(letter.sheet)
    with build.on(day + ONE_DAY) as at:
        assert refusal_of(interviewed, case, build.officers_of(case.body), at)
    assert not case.clocks.filter(kind="decide_by", stopped_on=None).exists()

"""Histories of stages §9 and §10 that need no builder of their own: through the same doors as everything else."""

from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders import labour
from tests.builders.catalogues import OVERTIME, a_drafter, a_head, cells_of
from tests.builders.directory import a_body, an_account, an_entrustment
from tests.cases.labour.test_investigation_acts import a_worker_statement
from tests.cases.refusing import failing, refusal_of
from yangguang.base.events import SYSTEM
from yangguang.cases.models import Case, Decision
from yangguang.cases.standing import found_facts
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.find_by_worker_evidence import find_by_worker_evidence
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.cases.use_cases.interview import interview
from yangguang.cases.use_cases.judge_evidence import judge_evidence
from yangguang.cases.use_cases.request_opening import request_opening
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.cases.use_cases.transfer_case import transfer_case
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.draft_edition import draft_edition
from yangguang.catalogues.use_cases.put_entry import put_entry
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db
ONE_DAY = timedelta(days=1)
MILDER = "一般：受害劳动者人数不超过50人：每人100元以上200元以下\n严重：受害劳动者人数超过50人：每人201元以上500元以下"


def interviewed(case, officers, at):
    return interview(
        case_id=case.pk, person="罗玉梅", person_role="party", place="示范县滨河路8号", ended_at=at.occurred_at,
        questions=[("是否安排加班？", "是。")], officers=officers, certificate_shown=True, proves="加班",
        actor=build.handler_of(case), at=at,
    )  # fmt: skip


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


@pytest.mark.history("P10.48")
@pytest.mark.clause("APL-2021:37")
def test_standards_that_became_milder_on_the_way_make_the_decision_milder_than_what_was_told():
    case = build.a_heard_case()
    a_milder_edition(case.body, build.SIGNED - ONE_DAY)
    build.drafted(case, fine_fen=200000)
    case.refresh_from_db()
    build.exempted(case)
    refusal = refusal_of(build.decision_signed, case)
    assert (refusal.reason, refusal.clauses) == ("未比较行为时与决定时的规定。", ("APL-2021:37",))
    compared = build.a_proposal()["discretion"] | {"comparison": "新基准幅度较轻，适用新基准。"}
    build.drafted(case, day=build.SIGNED, fine_fen=200000, discretion=compared)
    case.refresh_from_db()
    build.exempted(case, day=build.DECIDED)
    build.decision_signed(case, hour=11)
    assert (Decision.objects.get().fine_fen, case.notices.get().fine_fen) == (200000, 500000)


def a_milder_edition(body, from_day):
    kind, drafter, at = ListKind.DISCRETION_STANDARDS, a_drafter(body), Moment.on(from_day - ONE_DAY)
    edition = draft_edition(list_kind=kind, body=body, copied=False, version="", actor=drafter, at=at)
    cells = cells_of(kind, tiers=MILDER)
    put_entry(edition=edition, code=OVERTIME, cells=cells, official=False, actor=drafter, at=at)
    submit_for_review(edition=edition, in_force_from=from_day, opinion="", actor=drafter, at=at)
    adopt_edition(edition=edition, opinion="", actor=a_head(body), at=at)


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


@pytest.mark.history("P9.90")
@pytest.mark.clause("APL-2021:47")
def test_signature_is_neither_put_back_in_silence_nor_ahead():
    body = build.an_agency()
    with build.on(build.OPENED) as at:
        approval = request_opening(
            opening=build.an_opening(body), opinion="建议立案。", actor=build.officers_of(body)[0].account, at=at
        )
    head, now = build.person_of(body, "unit_head"), clock.beijing(build.OPENED + 9 * ONE_DAY)
    with clock.frozen(now):
        for hour, field in ((clock.beijing(build.OPENED, 11), "late_reason"), (now + ONE_DAY, "occurred_at")):
            refusal = refusal_of(
                sign_approval, approval=approval, agrees=True, opinion="", actor=head, at=Moment(hour, now)
            )
            assert (refusal.field, refusal.clauses) == (field, ("APL-2021:47",))
        assert not Case.objects.exists()
        sign_approval(approval=approval, agrees=True, opinion="", actor=head, at=Moment(now, now))
    assert Case.objects.exists()


@pytest.mark.history("P9.3")
@pytest.mark.clause("APL-2021:42.1")
def test_certificate_suspended_between_request_and_signature_keeps_the_case_from_being_opened():
    body = build.an_agency()
    officers, head = build.officers_of(body), build.person_of(body, "unit_head")
    with build.on(build.OPENED) as at:
        approval = request_opening(
            opening=build.an_opening(body), opinion="建议立案。", actor=officers[0].account, at=at
        )
    with build.on(build.OPENED + ONE_DAY, 8) as at:
        suspend_certificate(certificate=officers[1].certificates.get(), reason="年审未过。", actor=SYSTEM, at=at)
    with build.on(build.OPENED + ONE_DAY) as at:
        refusal = refusal_of(sign_approval, approval=approval, agrees=True, opinion="", actor=head, at=at)
    assert "certificates_valid" in failing(refusal)
    assert not Case.objects.exists()
    approval.refresh_from_db()
    assert approval.state == "pending"

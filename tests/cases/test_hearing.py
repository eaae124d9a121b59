"""Hearings: notified ahead, presided over by somebody uninvolved, held, postponed, ended, withdrawn, refused."""

from dataclasses import fields
from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders import hearings
from tests.builders.directory import an_account
from tests.builders.legal_review import a_review, passed
from tests.cases.refusing import asked, refusal_of
from yangguang.cases.models import Hearing
from yangguang.cases.standing import open_points
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.cases.use_cases.give_prior_notice import fact_rows
from yangguang.cases.use_cases.hold_hearing import HearingFacts
from yangguang.cases.use_cases.judge_evidence import judge_evidence
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.refuse_hearing import refuse_hearing
from yangguang.cases.use_cases.supplement_investigation import supplement_investigation
from yangguang.cases.use_cases.withdraw_hearing_request import withdraw_hearing_request
from yangguang.kernel import clock
from yangguang.records.api import attach_signed_page, documents_of

pytestmark = pytest.mark.django_db

ONE_DAY = timedelta(days=1)


@pytest.mark.clause("APL-2021:64.1.2")
def test_hearing_is_notified_served_and_held_and_its_record_is_in_the_file():
    case = hearings.a_held_hearing()
    hearing = case.hearings.get()
    assert (case.status, hearing.status, hearing.ended_on) == ("hearing_over", "held", hearings.HELD)
    kinds = set(documents_of(case.public_id).values_list("kind", flat=True))
    assert {"notice_of_hearing", "hearing_record", "hearing_report"} <= kinds
    assert "不收取任何费用" in str(documents_of(case.public_id).get(kind="notice_of_hearing").sheet)


@pytest.mark.history("P9.31")
@pytest.mark.clause("APL-2021:64.1.2")
@pytest.mark.parametrize(("day", "enough"), [(date(2026, 11, 10), False), (date(2026, 11, 11), True)])
def test_seven_net_working_days_lie_between_notice_and_hearing(day, enough):
    case = hearings.an_asked_hearing()
    told = date(2026, 10, 30)
    if enough:
        assert hearings.notified(case, day=told, set_for=day).status == "hearing_set"
    else:
        refusal = refusal_of(hearings.notified, case, day=told, set_for=day)
        assert refusal.reason == "未在举行听证的七个工作日前通知。"


@pytest.mark.history("P9.31")
def test_hearing_whose_notice_was_served_late_cannot_be_held():
    case = hearings.notified(hearings.an_asked_hearing())
    build.served(case, "notice_of_hearing", hearings.NOTIFIED + 3 * ONE_DAY)
    assert refusal_of(hearings.held, case).reason == "未在举行听证的七个工作日前通知。"


def test_hearing_whose_notice_nobody_got_cannot_be_held():
    case = hearings.notified(hearings.an_asked_hearing())
    assert refusal_of(hearings.held, case).reason == "未在举行听证的七个工作日前通知。"


@pytest.mark.history("P9.10")
@pytest.mark.clause("APL-2021:64.1.4")
def test_officer_who_investigated_does_not_preside():
    case = hearings.an_asked_hearing()
    refusal = refusal_of(hearings.notified, case, chair=build.handler_of(case))
    assert refusal.reason == "听证主持人不是非本案调查人员。"


def test_chair_with_an_interest_does_not_preside():
    refusal = refusal_of(hearings.notified, hearings.an_asked_hearing(), chair_conflicted=True)
    assert refusal.reason == "听证主持人不是非本案调查人员。"


@pytest.mark.history("P9.32")
@pytest.mark.clause("APL-2021:64.1.3")
def test_hearing_behind_closed_doors_without_a_ground_is_refused():
    case = hearings.an_asked_hearing()
    assert refusal_of(hearings.notified, case, in_public=False).reason == "听证应当公开举行。"
    assert hearings.notified(case, in_public=False, closed_ground="trade_secret").status == "hearing_set"


@pytest.mark.clause("APL-2021:64.1.5")
def test_party_is_spoken_for_by_two_at_most():
    case = hearings.a_served_notice()
    three = ("张律师", "李律师", "王律师")
    assert refusal_of(hearings.held, case, agent_names=three).reason == "当事人可以委托一至二人代理。"


@pytest.mark.clause("APL-2021:64.1.7")
@pytest.mark.parametrize("changes", [{"said": " "}, {"examined_refs": ()}])
def test_hearing_without_evidence_examined_is_refused(changes):
    assert refusal_of(hearings.held, hearings.a_served_notice(), **changes).reason == "听证未经举证质证。"


def test_nobody_but_the_chair_holds_it():
    case = hearings.a_served_notice()
    other = an_account(role="legal_reviewer", body=case.body, named="另一人")
    assert refusal_of(hearings.held, case, actor=other).reason == "只有听证主持人可以办理。"


def test_hearing_before_its_time_is_refused():
    assert refusal_of(hearings.held, hearings.a_served_notice(), day=hearings.HELD - ONE_DAY).field == "occurred_at"


@pytest.mark.clause("APL-2021:64.1.8")
def test_record_nobody_signed_is_refused_until_it_is_signed_or_the_refusal_noted():
    case = hearings.a_held_hearing()
    assert refusal_of(heard, case).reason == "听证笔录未经核对签字或者注明拒签。"
    record = case.hearings.get().record
    with build.on(hearings.HELD, 17) as at:
        attach_signed_page(
            document_id=record.pk, content=build.PAGE, file_name="笔录.pdf", actor=build.handler_of(case), at=at
        )
    assert heard(case).status == "heard"


@pytest.mark.history("P10.1")
def test_party_that_refuses_to_sign_is_noted_by_the_chair():
    case = hearings.held(hearings.a_served_notice(), signing="refused", refusal_note="当事人拒绝签名，未说明理由。")
    assert heard(case).status == "heard"


def test_refusal_to_sign_without_the_chair_s_word_is_refused():
    assert refusal_of(hearings.held, hearings.a_served_notice(), signing="refused").field == "refusal_note"


def heard(case, day=hearings.HELD + ONE_DAY):

    answers = {point.pk: (True, "属实，予以采纳。") for point in open_points(case)}
    with build.on(day) as at:
        re_examine(case_id=case.pk, answers=answers, actor=build.handler_of(case), at=at)
    case.refresh_from_db()
    return case


def test_what_was_said_at_the_hearing_is_answered_point_by_point():
    case = hearings.a_held_hearing()
    assert [point.text for point in open_points(case)] == ["加班时间应当扣除午休。"]
    with build.on(hearings.HELD + ONE_DAY) as at:
        refusal = refusal_of(re_examine, case_id=case.pk, answers={}, actor=build.handler_of(case), at=at)
    assert refusal.reason == "当事人的陈述申辩尚未复核。"


@pytest.mark.history("P10.13")
@pytest.mark.clause("APL-2021:58.1")
def test_fine_lowered_after_the_hearing_needs_no_new_notice_but_a_legal_review():
    case = heard(hearings.signed(hearings.a_held_hearing()))
    build.drafted(case, day=hearings.HELD + 2 * ONE_DAY, fine_fen=402000)
    case.refresh_from_db()
    assert case.review_required
    passed(a_review(case, day=hearings.HELD + 3 * ONE_DAY), day=hearings.HELD + 4 * ONE_DAY)
    case.refresh_from_db()
    build.decision_signed(case, day=hearings.HELD + 5 * ONE_DAY, overdue_reason="举行听证。")
    assert build.the_decision(case).fine_fen == 402000


@pytest.mark.history("P9.34")
@pytest.mark.clause("APL-2021:65")
def test_evidence_nobody_examined_at_the_hearing_carries_no_decision():
    case = heard(hearings.signed(hearings.a_held_hearing(examined="first")))
    build.drafted(case, day=hearings.HELD + 2 * ONE_DAY)
    case.refresh_from_db()
    assert asked("decision_follows_hearing_record", case).reason == "应当根据听证笔录作出决定。"


@pytest.mark.history("P10.14")
@pytest.mark.clause("APL-2021:44")
def test_evidence_found_after_the_hearing_is_told_anew_and_then_carries_the_decision():

    case = hearings.signed(hearings.a_held_hearing())
    day, handler = hearings.HELD + ONE_DAY, build.handler_of(case)
    with build.on(day) as at:
        head = build.person_of(case.body, "unit_head")
        supplement_investigation(case_id=case.pk, wanted="核对另外十名劳动者的考勤。", actor=head, at=at)
    with build.on(day, 11) as at:
        sheet = collect_evidence(
            case_id=case.pk, kind="documentary_evidence", name="补充考勤记录", source="当事人提供", proves="更多劳动者",
            obtained_on=day, officers=build.officers_of(case.body), certificate_shown=True, actor=handler, at=at,
        )  # fmt: skip
        judge_evidence(
            case_id=case.pk, evidence_ref=sheet.public_id, verified=True, words="一致。", actor=handler, at=at
        )
        fact = "2026年6月至8月，当事人安排30名劳动者每月加班超过36小时。"
        find_facts(case_id=case.pk, facts=[(fact, [sheet.public_id])], actor=handler, at=at)
    build.concluded(case, day=day + ONE_DAY, workers=30)
    told = date(2026, 11, 16)
    build.notice_given(case, day=told, hearing_told=True, fine_fen=800000, new_facts="补充调查查明另有十名劳动者。")
    found = {"facts": fact_rows(case)}
    assert not asked("decision_follows_hearing_record", case, content=found).holds
    build.served(case, "prior_notice", told)
    case.refresh_from_db()
    assert asked("decision_follows_hearing_record", case, content=found).holds


@pytest.mark.history("P10.12")
@pytest.mark.clause("APL-2021:64.1.6")
def test_party_that_leaves_ends_its_hearing_and_the_case_goes_on():
    case = hearings.terminated(hearings.a_served_notice())
    assert (case.status, case.hearings.get().status) == ("hearing_over", "terminated")
    assert heard(case).status == "heard"


def test_absence_with_a_good_reason_is_postponed_and_not_ended():
    case = hearings.a_served_notice()
    assert refusal_of(hearings.terminated, case, good_reason=True).reason == "当事人有正当理由，应当延期。"
    later = date(2026, 11, 27)
    hearings.postponed(case, set_for=later)
    assert case.hearings.get().set_for == clock.beijing(later, 9)
    assert refusal_of(hearings.held, case, day=later).reason == "未在举行听证的七个工作日前通知。"
    build.served(case, "hearing_postponement", hearings.HELD)
    assert hearings.held(case, day=later).status == "hearing_over"


def test_postponement_without_a_reason_is_refused():
    refusal = refusal_of(hearings.postponed, hearings.a_served_notice(), set_for=date(2026, 11, 27), reason=" ")
    assert refusal.reason == "延期听证应当有正当理由。"


def test_withdrawn_request_calls_the_hearing_off():
    case = hearings.a_served_notice()
    with build.on(hearings.NOTIFIED + 2 * ONE_DAY) as at:
        withdraw_hearing_request(case_id=case.pk, proof="撤回申请书", actor=build.handler_of(case), at=at)
    case.refresh_from_db()
    assert (case.status, case.hearings.get().status) == ("notified", "withdrawn")


@pytest.mark.clause("APL-2021:63.1")
def test_request_the_law_grants_is_not_refused():
    case = hearings.an_asked_hearing(proposal={"fine_fen": 2520000, "discretion": outside()})
    assert refused(case).reason == "当事人依法要求听证的，应当组织听证。"


def outside():
    return {"tier": "一般", "reasons": "酌情确定。", "outside_reason": "情节较重。"}


def test_request_out_of_scope_is_refused_in_writing_and_the_case_goes_on():
    case = hearings.an_asked_hearing()
    request = refused_now(case, reason="罚款数额没有达到听证标准。")
    case.refresh_from_db()
    assert (request.refused_on, case.status) == (hearings.NOTIFIED, "notified")
    assert documents_of(case.public_id).filter(kind="hearing_refusal").exists()


def refused_now(case, reason="不属于听证范围。"):
    with build.on(hearings.NOTIFIED) as at:
        return refuse_hearing(
            case_id=case.pk, request_ref=case.hearing_requests.get().public_id, reason=reason,
            actor=build.person_of(case.body, "agency_head"), at=at,
        )  # fmt: skip


def refused(case):
    return refusal_of(refused_now, case)


@pytest.mark.history("P10.19")
def test_party_that_waived_waits_for_the_hearing_another_asked_for():
    case = hearings.an_asked_hearing(parties=(build.a_party(), build.a_party(2)))
    assert case.status == "hearing_asked"
    assert asked("hearing_done", case).reason == "当事人要求听证，尚未组织听证。"


@pytest.mark.history("P9.33")
@pytest.mark.clause("APL-2021:63.2")
def test_no_act_takes_money_for_a_hearing():

    names = {field.name for field in fields(HearingFacts)} | {field.name for field in Hearing._meta.fields}
    assert not [name for name in names if any(word in name for word in ("fee", "fen", "amount", "charge"))]

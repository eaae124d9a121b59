"""Whoever has an interest withdraws – officer, chair, reviewer, clerk or head – and acts in the case no more (APL-2021:43)."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import hearings
from tests.builders import legal_review as reviews
from tests.builders.directory import an_account, an_officer
from tests.cases.refusing import asked, failing, refusal_of
from yangguang.base.models import LedgerEntry
from yangguang.cases import standing
from yangguang.cases.models import Clock
from yangguang.cases.use_cases.assign_officers import assign_officers
from yangguang.cases.use_cases.decide_recusal import decide_recusal
from yangguang.cases.use_cases.decide_recusal_of_head import decide_recusal_of_head
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.cases.use_cases.replace_hearing_staff import replace_hearing_staff
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.legal_review.use_cases.answer_element import answer_element
from yangguang.records.api import documents_of
from yangguang.records.readers import face_of

pytestmark = pytest.mark.django_db

ASKED, DECIDED = date(2026, 10, 28), date(2026, 10, 29)
GONE = "执法人员与本案有利害关系，应当回避。"


def asked_for(case, *, day=ASKED, by_officer=False, hour=10, **who):
    with build.on(day, hour) as at:
        return request_recusal(
            case_id=case.pk,
            by_officer=by_officer,
            reason="与当事人是亲属。",
            actor=build.handler_of(case),
            at=at,
            **who,
        )


def granted(case, *, day=ASKED, **who):
    asked_one = asked_for(case, day=day, **who)
    with build.on(day, 11) as at:
        return decide_recusal(
            case_id=case.pk, recusal_id=asked_one.pk, granted=True, reason="属实。", at=at,
            actor=build.person_of(case.body, "agency_head"),
        )  # fmt: skip


def a_case_with_two_more_heads(how="机关负责人集体讨论"):
    case = build.a_case_ready_to_decide(
        body=build.an_agency(settings={"head_recusal_decided_by": how} if how else None)
    )
    head = build.person_of(case.body, "agency_head")
    others = [an_account(role="agency_head", body=case.body, named=name) for name in ("孙正", "马平")]
    return case, head, others, asked_for(case, day=build.SIGNED, role="agency_head", account=head)


def settled(case, recusal, *, actor, votes=None, grants=True, hour=13, **told):
    with build.on(build.SIGNED, hour) as at:
        return decide_recusal_of_head(
            case_id=case.pk, recusal_id=recusal.pk, granted=grants, reason="系近亲属。", actor=actor, at=at,
            votes={one.public_id: vote for one, vote in (votes or {}).items()}, **told,
        )  # fmt: skip


@pytest.mark.clause("APL-2021:64.1.4")
@pytest.mark.history("P9.10")
def test_chair_who_must_withdraw_holds_no_hearing_and_another_takes_the_place():
    case = hearings.a_served_notice()
    chair = hearings.the_chair(case)
    granted(case, role="chair", account=chair)
    assert refusal_of(hearings.held, case).clause == "APL-2021:43.1"
    verdict = asked("chair_independent", case, act="hold_hearing")
    assert (verdict.holds, verdict.reason) == (False, f"{chair.name}已经回避，不得参加本案的听证。")
    other = an_account(role="legal_reviewer", body=case.body, named="何清")
    with build.on(DECIDED) as at:
        told = {"case_id": case.pk, "reason": "原主持人回避。", "clerk_name": "丁宁", "at": at}
        assert refusal_of(replace_hearing_staff, chair=chair, actor=other, **told).clause == "APL-2021:64.1.4"
        replace_hearing_staff(chair=other, actor=other, **told)
    case.refresh_from_db()
    assert [one.kind for one in standing.papers_to_serve(case)][0] == "hearing_staff_change"
    assert hearings.held(case, actor=other).hearings.get().chair == other


@pytest.mark.clause("APL-2021:64.1.4")
def test_only_the_chair_of_the_hearing_is_asked_to_withdraw_as_such():
    case = hearings.a_served_notice()
    stranger = an_account(role="legal_reviewer", body=case.body, named="何清")
    assert refusal_of(asked_for, case, role="chair", account=stranger).reason == "他不是本案听证的主持人。"


@pytest.mark.clause("APL-2021:43.1")
def test_clerk_who_must_withdraw_takes_down_no_hearing():
    case = hearings.an_asked_hearing()
    granted(case, day=hearings.ASKED, role="clerk", name="丁宁")
    refusal = refusal_of(hearings.notified, case)
    assert refusal.reason == "丁宁已经回避，不得参加本案的听证。"
    assert hearings.notified(case, clerk_name="邹凡").status == "hearing_set"


@pytest.mark.clause("APL-2021:43.1")
def test_reviewer_who_withdrew_answers_no_element():
    review = reviews.a_review()
    reviewer = reviews.the_reviewer(review)
    asked_for(review.case, day=reviews.REVIEWED, by_officer=True, role="legal_reviewer", account=reviewer)
    with build.on(reviews.REVIEWED, 11) as at:
        refusal = refusal_of(
            answer_element, review_id=review.pk, code="facts", answer="conforms", reason="核对。", actor=reviewer, at=at
        )
    assert (refusal.reason, refusal.clause) == (GONE, "APL-2021:43.1")


@pytest.mark.clause("APL-2021:43.1")
def test_officer_who_withdrew_handles_the_case_no_more_and_another_takes_over():
    case = build.with_records(build.an_open_case())
    handler, leaving = build.handler_of(case), build.officers_of(case.body)[0]
    assert face_of(handler, case.public_id).keeps
    granted(case, day=build.CONCLUDED, officer=leaving)
    assert not face_of(handler, case.public_id).keeps
    with build.on(build.CONCLUDED, 14) as at:
        told = {"case_id": case.pk, "actor": handler, "at": at}
        assert "不能认定" in refusal_of(find_facts, facts=[("事实", [])], **told).reason
    third = an_officer(body=case.body, named="吴晓")
    stays = build.officers_of(case.body)[1]
    with build.on(build.CONCLUDED, 15) as at:
        unit_head = build.person_of(case.body, "unit_head")
        known = {"case_id": case.pk, "reason": "原承办人回避。", "actor": unit_head, "at": at}
        assert refusal_of(assign_officers, officers=[leaving, stays], **known).reason == GONE
        assign_officers(officers=[stays, third], **known)
    assert [one.officer for one in case.assignments.filter(ends_on=None)] == [stays, third]


@pytest.mark.clause("APL-2021:43.1")
def test_unit_head_who_withdrew_assigns_nobody():
    case = build.an_open_case()
    unit_head = build.person_of(case.body, "unit_head")
    granted(case, day=build.CONCLUDED, role="unit_head", account=unit_head)
    with build.on(build.CONCLUDED, 14) as at:
        refusal = refusal_of(
            assign_officers,
            case_id=case.pk,
            officers=build.officers_of(case.body),
            reason="轮岗。",
            actor=unit_head,
            at=at,
        )
    assert (refusal.reason, refusal.clause) == (GONE, "APL-2021:43.1")


@pytest.mark.clause("APL-2021:43.3")
def test_recusal_of_a_head_nobody_may_decide_is_refused_until_the_place_says_who():
    case, _, others, recusal = a_case_with_two_more_heads(how="")
    refusal = refusal_of(settled, case, recusal, actor=others[0], votes=dict.fromkeys(others, "for"))
    assert "还没有设定“机关负责人的回避由谁决定" in refusal.reason
    with build.on(build.SIGNED, 13) as at:
        alone = refusal_of(
            decide_recusal, case_id=case.pk, recusal_id=recusal.pk, granted=False, reason="无。", actor=others[0], at=at
        )
    assert alone.reason == "机关负责人的回避不由机关负责人一人决定。"


@pytest.mark.clause("APL-2021:43.3")
def test_other_heads_decide_about_a_head_by_most_of_their_votes():
    case, head, others, recusal = a_case_with_two_more_heads()
    first, second = others
    assert refusal_of(settled, case, recusal, actor=head).reason == "不能决定自己的回避。"
    assert refusal_of(settled, case, recusal, actor=first, votes={head: "for", first: "for"}).field == "votes"
    assert (
        refusal_of(settled, case, recusal, actor=first, votes={first: "for"}).reason == "参加决定的机关负责人少于2人。"
    )
    divided = refusal_of(settled, case, recusal, actor=first, votes={first: "for", second: "against"})
    assert divided.reason == "表决（赞成1票、反对1票、弃权0票）与决定不一致。"
    done = settled(case, recusal, actor=first, votes=dict.fromkeys(others, "for"))
    assert (done.decided_by_name, done.decided_on) == ("孙正、马平", build.SIGNED)
    paper = documents_of(case.public_id).get(kind="recusal_decision")
    assert "经机关负责人集体讨论（参加人：孙正、马平）" in str(paper.sheet)
    assert (
        LedgerEntry.objects.get(event="RecusalDecided").summary
        == "行政机关负责人高建华，机关负责人集体讨论决定应当回避"
    )


@pytest.mark.clause("APL-2021:43.1")
@pytest.mark.history("P9.11")
def test_head_who_withdrew_neither_signs_nor_decides():
    case, head, others, recusal = a_case_with_two_more_heads()
    waiting = refusal_of(build.decision_signed, case)
    assert "recusal_settled" in failing(waiting)
    settled(case, recusal, actor=others[0], votes=dict.fromkeys(others, "for"))
    assert asked("no_conflict", case, actor=head).reason == GONE
    assert asked("no_conflict", case, actor=others[0]).holds
    refusal = refusal_of(build.decision_signed, case)
    assert (refusal.reason, refusal.clause) == (GONE, "APL-2021:43.1")


@pytest.mark.clause("APL-2021:43.3")
def test_body_above_decides_about_the_only_head_by_a_paper():
    case, _, _, recusal = a_case_with_two_more_heads("上级行政机关")
    handler = build.handler_of(case)
    assert refusal_of(settled, case, recusal, actor=handler, superior="示范市人社局").field == "paper"
    done = settled(case, recusal, actor=handler, superior="示范市人社局", paper="示市人社函〔2026〕9号", grants=False)
    assert (done.decided_by, done.decision_paper, done.granted) == ("superior", "示市人社函〔2026〕9号", False)
    assert build.decision_signed(case, day=build.DECIDED).status == "decided"


@pytest.mark.clause("LSP-2004:28")
def test_request_is_decided_in_three_working_days_or_the_reason_is_told():
    case = build.an_open_case()
    recusal = asked_for(case, officer=build.officers_of(case.body)[1])
    clock = Clock.objects.get(kind="decide_recusal_by")
    assert (clock.due_on, clock.about_ref) == (date(2026, 11, 2), recusal.public_id)
    told = {"case_id": case.pk, "recusal_id": recusal.pk, "granted": False, "reason": "不属实。"}
    head = build.person_of(case.body, "agency_head")
    with build.on(date(2026, 11, 3)) as at:
        refusal = refusal_of(decide_recusal, actor=head, at=at, **told)
        assert (refusal.field, refusal.clause) == ("overdue_reason", "LSP-2004:28")
        decide_recusal(overdue_reason="核实亲属关系。", actor=head, at=at, **told)
    clock.refresh_from_db()
    assert (clock.stopped_on, clock.overdue_reason) == (date(2026, 11, 3), "核实亲属关系。")


@pytest.mark.clause("LSP-2004:28")
def test_own_declaration_stands_at_once_and_starts_no_clock():
    case = build.an_open_case()
    leaving = build.officers_of(case.body)[1]
    asked_for(case, officer=leaving, by_officer=True)
    assert not Clock.objects.filter(kind="decide_recusal_by").exists()
    assert list(case.assignments.filter(ends_on=None).values_list("officer_id", flat=True)) == [
        build.officers_of(case.body)[0].pk
    ]
    assert refusal_of(asked_for, case, officer=leaving).reason == "周敏已经回避。"


def test_somebody_without_a_name_or_a_part_is_refused():
    case = build.an_open_case()
    for who in ({}, {"role": "translator"}, {"role": "无此项", "name": "王译"}, {"role": "agency_head"}):
        assert refusal_of(asked_for, case, **who).field == "who"
    handler = build.handler_of(case)
    assert refusal_of(asked_for, case, role="agency_head", account=handler).reason == "他不担任这项职务。"


def test_handler_asks_on_the_page_for_the_recusal_of_a_translator_and_the_head_decides(client):
    case = build.an_open_case()
    address = reverse("cases:act", args=[case.public_id, "request_recusal"])
    with build.on(ASKED):
        client.force_login(build.handler_of(case))
        shown = client.get(address).content.decode()
        assert all(words in shown for words in ("法制审核人员", "行政机关负责人", "翻译人员", "承办机构负责人"))
        typed = {"who": "translator", "name": "王译", "by": "party", "reason": "受雇于当事人。", "once": "a",
                 "occurred_at": f"{ASKED}T09:00", "late_reason": ""}  # fmt: skip
        assert client.post(address, typed).status_code == 302
        client.force_login(build.person_of(case.body, "agency_head"))
        address = reverse("cases:act", args=[case.public_id, "decide_recusal"])
        assert "翻译人员王译：受雇于当事人。" in client.get(address).content.decode()
        typed = {"recusal_id": case.recusals.get().pk, "granted": "yes", "reason": "属实。", "once": "b",
                 "occurred_at": f"{ASKED}T09:00", "late_reason": "", "overdue_reason": ""}  # fmt: skip
        assert client.post(address, typed).status_code == 302
    assert case.recusals.get().granted is True


def test_heads_vote_one_by_one_on_the_page(client):
    case, head, others, recusal = a_case_with_two_more_heads()
    address = reverse("cases:act", args=[case.public_id, "decide_recusal_of_head"])
    with build.on(build.SIGNED, 15):
        client.force_login(others[0])
        shown = client.get(address).content.decode()
        assert "孙正的表决" in shown
        typed = {"recusal_id": recusal.pk, "granted": "yes", "reason": "近亲属。", "once": "c", "overdue_reason": "",
                 "occurred_at": f"{build.SIGNED}T14:00", "late_reason": ""}  # fmt: skip
        typed |= {f"vote_{one.public_id}": "for" for one in others}
        assert client.post(address, typed).status_code == 302
    recusal.refresh_from_db()
    assert (recusal.granted, recusal.decided_by) == (True, "collective")

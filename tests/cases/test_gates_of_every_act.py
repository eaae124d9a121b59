"""Gates the table asks again at every act: the entrustment each day, the seal already when deciding, who reviews."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import legal_review as reviews
from tests.builders.directory import a_body, an_account, an_entrustment, an_officer
from tests.cases.refusing import asked, refusal_of
from yangguang.base.models import LedgerEntry
from yangguang.cases.kinds.penalty.stages import PENALTY
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.decide_recusal import decide_recusal
from yangguang.cases.use_cases.give_prior_notice import give_prior_notice
from yangguang.cases.use_cases.inspect_on_site import inspect_on_site
from yangguang.cases.use_cases.interview import interview
from yangguang.cases.use_cases.open_case import open_case
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.legal_review.use_cases.give_review_opinion import give_review_opinion

pytestmark = pytest.mark.django_db

LAST, AFTER = date(2026, 10, 15), date(2026, 10, 16)
LAPSED = "委托书不存在、已过期、超出范围或者未公布，受委托组织不得实施。"


def an_entrusted_case(*, until=LAST):
    """A case a team acts on under an agreement that ends on a day."""
    body = build.an_agency()
    team = a_body(named="示范县劳动保障监察大队", category="entrusted", under=body)
    an_entrustment(
        entrusting=body,
        entrusted=team,
        matters=["劳动保障监察"],
        starts_on=date(2026, 1, 5),
        ends_on=until,
        published=True,
    )
    opening = build.an_opening(body, acting_body_ref=team.public_id)
    with build.on(build.OPENED) as at:
        return open_case(opening=opening, actor=an_account(role="unit_head", body=team), at=at)


def interviewed(case, at, **people):
    return interview(
        case_id=case.pk, person="王某", person_role="worker", place="示范县", ended_at=at.occurred_at,
        questions=[("问", "答")], certificate_shown=True, proves="加班", at=at, **people,
    )  # fmt: skip


def inspected(case, at, **people):
    return inspect_on_site(
        case_id=case.pk, place="厂区", present="刘芳", findings="有考勤机。", proves="考勤", certificate_shown=True,
        badge_worn=True, urgent_reason="账册正在转移。", at=at, **people,
    )  # fmt: skip


def collected(case, at, **people):
    return collect_evidence(
        case_id=case.pk, kind="documentary_evidence", name="工资表", source="当事人", proves="欠薪", obtained_on=at.day,
        certificate_shown=True, at=at, **people,
    )  # fmt: skip


@pytest.mark.clause("APL-2021:20.2")
@pytest.mark.parametrize("act", [interviewed, inspected, collected])
def test_entrusted_team_gathers_evidence_until_its_agreement_ends_and_not_a_day_longer(act):
    case = an_entrusted_case()
    people = {"officers": build.officers_of(case.body), "actor": build.handler_of(case)}
    with build.on(LAST) as at:
        assert act(case, at, **people).pk
    with build.on(AFTER) as at:
        refusal = refusal_of(act, case, at, **people)
    assert refusal.reason == LAPSED
    assert refusal.clauses[:2] == ("APL-2021:20.1", "APL-2021:20.2")


@pytest.mark.clause("APL-2021:20.2")
@pytest.mark.parametrize("act", ["serve_document", "serve_decision"])
def test_entrusted_team_serves_only_under_an_agreement(act):
    gates = next(step.gates for step in PENALTY.steps if step.act == act)
    assert "entrustment_valid" in gates
    case = an_entrusted_case(until=build.NOTIFIED - build.ONE_DAY)
    with build.on(build.NOTIFIED) as at:
        assert asked("entrustment_valid", case, act=act, at=at).reason == LAPSED


@pytest.mark.clause("APL-2021:20.2")
def test_notice_is_not_served_by_a_team_whose_agreement_has_ended():
    case = build.notice_given(build.a_concluded_case())
    team = a_body(named="示范县劳动保障监察大队", category="entrusted", under=case.body)
    case.acting_body = team
    case.save()
    assert refusal_of(build.served, case, "prior_notice", build.NOTIFIED).reason == LAPSED


DECIDING = ("decide_penalty", "decide_no_penalty", "decide_violation_not_established")


@pytest.mark.clause("APL-2021:59.2")
@pytest.mark.parametrize("act", DECIDING)
def test_decision_in_another_name_than_the_body_that_decides_is_refused(act):
    assert "seal_present" in next(step.gates for step in PENALTY.steps if step.act == act)
    case = build.an_open_case()
    for named, holds in ((case.body.name, True), ("示范县劳动保障监察大队", False), ("", False)):
        verdict = asked("seal_present", case, act=act, content={"body_name": named})
        assert (verdict.holds, verdict.reason) == (holds, "" if holds else "决定书未盖作出决定的行政机关印章。")


@pytest.mark.clause("APL-2021:59.2")
def test_organisation_that_is_entrusted_has_no_seal_for_a_decision():
    case = build.an_open_case()
    case.body.category = "entrusted"
    assert not asked("seal_present", case, content={"body_name": case.body.name}).holds


@pytest.mark.clause("APL-2021:43.1")
def test_reviewer_who_must_withdraw_passes_nothing():
    review = reviews.a_review()
    reviewer = reviews.the_reviewer(review)
    officer = an_officer(body=review.case.body, account=reviewer, with_certificate=False)
    reviews.answered(review, reviewer)
    with build.on(reviews.REVIEWED, 9) as at:
        told = {"case_id": review.case_id, "at": at}
        asked_for = request_recusal(
            officer=officer, by_officer=False, reason="与当事人是亲属。", actor=build.handler_of(review.case), **told
        )
        decide_recusal(
            recusal_id=asked_for.pk, granted=True, reason="属实。", actor=build.person_of(review.case.body, "agency_head"),
            **told,
        )  # fmt: skip
    with build.on(reviews.REVIEWED, 10) as at:
        opinion = {"review_id": review.pk, "opinion": "同意。", "actor": reviewer, "at": at}
        refusal = refusal_of(give_review_opinion, passes=True, **opinion)
    assert (refusal.reason, refusal.clause) == ("执法人员与本案有利害关系，应当回避。", "APL-2021:43.1")


@pytest.mark.clause("APL-2021:44")
def test_party_is_told_anew_while_the_draft_is_under_review():
    review = reviews.a_review()
    case = review.case
    case.refresh_from_db()
    assert case.status == "awaiting_review"
    with build.on(reviews.REVIEWED) as at:
        give_prior_notice(
            case_id=case.pk,
            proposal=build.a_proposal(fine_fen=410000),
            hearing_told=False,
            actor=build.handler_of(case),
            at=at,
        )
    case.refresh_from_db()
    assert case.status == "notified"
    with build.on(reviews.REVIEWED, 11) as at:
        refusal = refusal_of(reviews.sent_back, review)
    assert refusal.reason.startswith("现在是“已告知，等候意见”")
    assert LedgerEntry.objects.filter(event="PriorNoticeGiven").count() == 2

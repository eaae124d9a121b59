"""A return the unit does not agree with is talked over; only a pass of the round that follows lets the draft be issued."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import legal_review as reviews
from tests.builders.directory import a_body, an_account
from tests.cases.refusing import asked, refusal_of
from yangguang.base.models import LedgerEntry
from yangguang.cases.presentation.acts import next_acts
from yangguang.legal_review.api import Settlement, settle_disagreement
from yangguang.legal_review.models import LegalReview
from yangguang.records.api import documents_of

pytestmark = [pytest.mark.django_db, pytest.mark.clause("GD-REV-2021:20.1")]
TALKED = date(2026, 11, 9)


def a_returned_case():
    case = reviews.a_major_case()
    reviews.sent_back(reviews.a_review(case))
    case.refresh_from_db()
    return case


def settled(case, *, day=TALKED, **changes):
    told = {
        "unit_view": "条例第二十五条适用于本案，理由如下。", "review_view": "同意承办机构的说明。",
        "agreed": "法律适用不改，补充说理。", "presided_by": build.person_of(case.body, "agency_head"),
    }  # fmt: skip
    actor = changes.pop("actor", None) or build.handler_of(case)
    with build.on(day) as at:
        review = settle_disagreement(case_id=case.pk, settlement=Settlement(**(told | changes)), actor=actor, at=at)
    case.refresh_from_db()
    return review


def passed_to_the_letter(case):
    with build.on(TALKED, 16) as at:
        return asked("legal_review_passed", case, act="decide_penalty", at=at).holds


def test_talk_is_on_record_with_both_sides_words_and_begins_a_round_with_its_own_term():
    case = a_returned_case()
    review = settled(case)
    assert (case.status, review.round, review.status) == ("awaiting_review", 2, "requested")
    assert review.due_on > TALKED
    paper = str(documents_of(case.public_id).get(kind="disagreement_record").sheet)
    for words in (
        "第1次审核：第5项适用法律请补充说明。",
        "条例第二十五条适用于本案",
        "同意承办机构的说明",
        "补充说理",
        "机关负责人",
    ):
        assert words in paper
    assert LedgerEntry.objects.get(event="DisagreementSettled").summary.endswith("主持协调：法律适用不改，补充说理。")


@pytest.mark.history("P9.35")
@pytest.mark.clause("APL-2021:58.1")
def test_talking_replaces_no_pass():
    case = a_returned_case()
    review = settled(case)
    assert not passed_to_the_letter(case)
    reviews.passed(review, day=TALKED)
    assert passed_to_the_letter(case)


def test_return_that_was_talked_over_may_still_be_returned():
    case = a_returned_case()
    reviews.sent_back(settled(case), day=TALKED)
    case.refresh_from_db()
    assert case.status == "returned"
    assert settled(case, day=TALKED + build.ONE_DAY).round == 3


@pytest.mark.parametrize("field", ["unit_view", "review_view", "agreed"])
def test_talk_without_the_words_of_both_sides_is_refused(field):
    refusal = refusal_of(settled, a_returned_case(), **{field: " "})
    assert (refusal.field, refusal.clauses) == (field, ("APL-2021:58.1", "GD-REV-2021:20.1"))


def test_nobody_but_a_head_of_the_body_brings_them_together():
    case = a_returned_case()
    for one in (build.person_of(case.body, "unit_head"), an_account(role="agency_head", body=a_body(named="邻县机关"))):
        assert refusal_of(settled, case, presided_by=one).field == "presided_by"


def test_where_nothing_was_returned_there_is_nothing_to_talk_over():
    case = reviews.a_major_case()
    assert refusal_of(settled, case).reason == "没有被退回、可以协调的审核意见。"
    reviews.a_review(case)
    assert refusal_of(settled, case).reason == "没有被退回、可以协调的审核意见。"
    assert LegalReview.objects.count() == 1


def test_reviewer_does_not_write_it_down_for_the_unit():
    case = a_returned_case()
    assert (
        refusal_of(settled, case, actor=reviews.the_reviewer(LegalReview.objects.get())).reason
        == "您不能协调审核异议。"
    )


def test_handler_finds_it_beside_the_return_and_fills_it_in(client):
    case = a_returned_case()
    client.force_login(build.handler_of(case))
    address = f"/desk/cases/{case.public_id}/settle-disagreement/"
    with build.on(TALKED):
        rows = next_acts(case, build.handler_of(case))["possible"]
        assert any(row["act"] == "settle_disagreement" and row["href"] == address for row in rows)
        assert "第5项适用法律请补充说明。" in client.get(address).content.decode()
        told = {"unit_view": "理由如下。", "review_view": "同意。", "occurred_at": "2026-11-09T09:00"}
        head = build.person_of(case.body, "agency_head")
        missing = client.post(address, told | {"agreed": "", "presided_by": head.pk})
        assert "理由如下。" in missing.content.decode()
        assert client.post(address, told | {"agreed": "补充说理。", "presided_by": head.pk}).status_code == 302
    assert LegalReview.objects.count() == 2

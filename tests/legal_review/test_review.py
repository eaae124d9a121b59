"""A review is answered element by element by somebody qualified who never handled the case, then passed or returned."""

from datetime import date

import pytest

from tests.builders.cases import (
    DECIDED,
    SIGNED,
    a_heard_case,
    decision_signed,
    drafted,
    exempted,
    handler_of,
    on,
    person_of,
)
from tests.builders.directory import an_account, an_appointment
from tests.builders.legal_review import MAJOR, a_major_case, a_review, answered, passed, sent_back, the_reviewer
from yangguang.base import ledger
from yangguang.cases.api import Decision
from yangguang.kernel.refusal import Refused
from yangguang.legal_review.api import answer_element, give_review_opinion
from yangguang.legal_review.use_cases.exempt_from_review import exempt_from_review
from yangguang.legal_review.use_cases.request_review import request_review

pytestmark = [pytest.mark.django_db, pytest.mark.duty("L07"), pytest.mark.duty("L08")]


def test_catalogue_decides_by_itself_that_a_case_is_major():
    review = a_review()
    assert review.reasons
    assert review.case.review_required is True


def test_review_has_a_due_day_in_working_days():
    review = a_review()
    assert review.requested_on.isoformat() == "2026-11-04"
    assert review.due_on.isoformat() == "2026-11-13"


def test_passed_review_lets_the_decision_be_made():
    review = passed(a_review())
    case = decision_signed(review.case)
    assert Decision.objects.get(case=case).digest == review.draft_digest
    assert list(ledger.faults(case.body.public_id)) == []


@pytest.mark.history("P9.35")
@pytest.mark.clause("APL-2021:58.1")
def test_decision_before_legal_review_is_refused():
    case = a_review().case
    with pytest.raises(Refused, match="现在是“法制审核中”"):
        decision_signed(case)


def test_major_case_is_not_exempted():
    case = a_major_case()
    with pytest.raises(Refused, match="本案应当进行法制审核"), on(SIGNED) as at:
        exempt_from_review(
            case_id=case.pk, draft_id=case.drafts.get().pk, actor=person_of(case.body, "unit_head"), at=at
        )


@pytest.mark.history("P9.10")
def test_handler_of_the_case_may_not_review_it():
    review = a_review()
    handler = handler_of(review.case)
    an_appointment(handler, "legal_reviewer")
    handler.forget_standing()
    with pytest.raises(Refused, match="本案承办人员不得审核本案"), on(SIGNED) as at:
        answer_element(review_id=review.pk, code="law", answer="conforms", reason="可以", actor=handler, at=at)


@pytest.mark.clause("APL-2021:58.2")
def test_reviewer_without_qualification_is_refused():
    review = a_review()
    novice = an_account(role="legal_reviewer", body=review.case.body)
    with pytest.raises(Refused, match="法律职业资格"), on(SIGNED) as at:
        answer_element(review_id=review.pk, code="law", answer="conforms", reason="可以", actor=novice, at=at)


def test_reviewer_of_another_body_is_refused():
    review = a_review()
    stranger = an_account(role="legal_reviewer")
    with pytest.raises(Refused, match="本机关的法制审核人员"), on(SIGNED) as at:
        give_review_opinion(review_id=review.pk, passes=True, opinion="", actor=stranger, at=at)


def test_answer_without_a_reason_is_refused():
    review = a_review()
    with pytest.raises(Refused, match="请写明“适用法律”的判断理由"), on(SIGNED) as at:
        answer_element(
            review_id=review.pk, code="law", answer="conforms", reason=" ", actor=the_reviewer(review), at=at
        )


@pytest.mark.parametrize(
    ("left", "words"), [({"leave_out": "crime"}, "缺少要素结论"), ({"problem": "law"}, "不能通过：适用法律")]
)
def test_passing_with_a_gap_or_a_problem_is_refused(left, words):
    review = a_review()
    reviewer = the_reviewer(review)
    answered(review, reviewer, **left)
    with pytest.raises(Refused, match=words), on(SIGNED) as at:
        give_review_opinion(review_id=review.pk, passes=True, opinion="", actor=reviewer, at=at)


@pytest.mark.parametrize(("opinion", "grounds", "words"), [("", ["law"], "具体意见"), ("请补充", [], "法定理由")])
def test_return_without_words_or_grounds_is_refused(opinion, grounds, words):
    review = a_review()
    with pytest.raises(Refused, match=words), on(SIGNED) as at:
        give_review_opinion(
            review_id=review.pk, passes=False, opinion=opinion, grounds=grounds, actor=the_reviewer(review), at=at
        )


def test_returned_case_is_submitted_again_as_a_second_round():
    first = sent_back(a_review())
    first.case.refresh_from_db()
    assert first.case.status == "returned"
    second = a_review(first.case, day=SIGNED)
    assert second.round == 2


@pytest.mark.history("P9.36")
def test_draft_changed_after_review_must_be_reviewed_again():
    review = passed(a_review())
    case = review.case
    drafted(case, day=DECIDED, **(MAJOR | {"reasons": "另有新的理由。"}))
    case.refresh_from_db()
    assert case.status == "heard"
    with pytest.raises(Refused):
        decision_signed(case)


def test_minor_case_is_exempted_and_decided():
    case = a_heard_case()
    drafted(case)
    case.refresh_from_db()
    decided = decision_signed(exempted(case))
    assert decided.review_required is False
    assert decided.status == "decided"


def test_submission_without_a_draft_is_refused():
    case = a_heard_case()
    with pytest.raises(Exception, match="DecisionDraft"), on(SIGNED) as at:
        request_review(case_id=case.pk, draft_id=0, note="", actor=handler_of(case), at=at)


def test_given_opinion_cannot_be_given_again():
    review = passed(a_review())
    with pytest.raises(Refused, match="已经办结"), on(SIGNED) as at:
        give_review_opinion(review_id=review.pk, passes=True, opinion="", actor=review.reviewer, at=at)


LATE = date(2026, 11, 16)  # the first working day after the last one


def late_opinion(review, *, passes=True, **more):
    reviewer = the_reviewer(review)
    answered(review, reviewer)
    told = {"opinion": "请补充。", "grounds": [] if passes else ["law"], "actor": reviewer}
    with on(LATE) as at:
        return give_review_opinion(review_id=review.pk, passes=passes, at=at, **told, **more)


@pytest.mark.clause("APL-2021:58.1")
@pytest.mark.parametrize("passes", [True, False])
def test_overdue_opinion_wants_a_reason_and_is_never_refused_with_one(passes):
    review = a_review()
    with pytest.raises(Refused, match="“法制审核”的期限已于2026年11月13日到期。逾期仍可办理，应当写明逾期原因。") as no:
        late_opinion(review, passes=passes, overdue_reason=" ")
    assert no.value.field == "overdue_reason"
    closed = late_opinion(review, passes=passes, overdue_reason="审核人员集中培训")
    assert closed.overdue_reason == "审核人员集中培训"
    assert "逾期原因：审核人员集中培训" in list(ledger.entries_about("legal_review", review.public_id))[-1].summary


def test_opinion_on_the_last_day_needs_no_reason_and_keeps_none():
    review = a_review()
    reviewer = the_reviewer(review)
    answered(review, reviewer)
    with on(review.due_on) as at:
        closed = give_review_opinion(
            review_id=review.pk, passes=True, opinion="", overdue_reason="误填", actor=reviewer, at=at
        )
    assert closed.overdue_reason == ""

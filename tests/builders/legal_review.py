"""Major cases on their way through legal review, by the use cases the screens call."""

from __future__ import annotations

from datetime import date

from tests.builders.cases import HEARD, a_heard_case, a_proposal, drafted, handler_of, on
from tests.builders.directory import a_reviewer
from yangguang.cases.api import Case
from yangguang.directory.api import Account
from yangguang.legal_review.api import LegalReview, answer_element, give_review_opinion, request_review
from yangguang.legal_review.rules.elements import ELEMENTS

REQUESTED, REVIEWED = HEARD, date(2026, 11, 5)
MAJOR = {"judged": a_proposal()["judged"] | {"public_interest": True}}


def a_major_case(**facts) -> Case:
    """A heard case whose draft the catalogue names major: it concerns major public interests."""
    case = a_heard_case(**facts)
    drafted(case, **MAJOR)
    case.refresh_from_db()
    return case


def a_review(case: Case | None = None, *, day: date = REQUESTED) -> LegalReview:
    """The draft of a major case is submitted for review."""
    case = case or a_major_case()
    draft = case.drafts.order_by("-pk").first()
    with on(day, 16) as at:
        return request_review(case_id=case.pk, draft_id=draft.pk, note="请予审核。", actor=handler_of(case), at=at)


def the_reviewer(review: LegalReview) -> Account:
    """A qualified reviewer of the body who never handled the case."""
    return a_reviewer(body=review.case.body)


def answered(
    review: LegalReview, reviewer: Account, *, problem: str = "", leave_out: str = "", day: date = REVIEWED
) -> LegalReview:
    """All ten elements answered, one of them as a problem if asked, one left out if asked."""
    for element in ELEMENTS:
        if element.code == leave_out:
            continue
        answer = "problem" if element.code == problem else "conforms"
        with on(day, 9) as at:
            answer_element(
                review_id=review.pk, code=element.code, answer=answer, reason="经核对卷宗。", actor=reviewer, at=at
            )
    return review


def passed(review: LegalReview, reviewer: Account | None = None, *, day: date = REVIEWED) -> LegalReview:
    """The review is passed."""
    reviewer = reviewer or the_reviewer(review)
    answered(review, reviewer, day=day)
    with on(day, 10) as at:
        return give_review_opinion(review_id=review.pk, passes=True, opinion="同意。", actor=reviewer, at=at)


def sent_back(review: LegalReview, reviewer: Account | None = None, *, day: date = REVIEWED) -> LegalReview:
    """The review is returned with grounds."""
    reviewer = reviewer or the_reviewer(review)
    with on(day, 10) as at:
        return give_review_opinion(
            review_id=review.pk,
            passes=False,
            opinion="第5项适用法律请补充说明。",
            grounds=["law"],
            actor=reviewer,
            at=at,
        )

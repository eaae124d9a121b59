"""The face of legal review for the contexts above."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from yangguang.cases.api import Case
from yangguang.directory.api import Account
from yangguang.legal_review.due_days import recompute_open
from yangguang.legal_review.models import LegalReview, ReviewStatus
from yangguang.legal_review.policy import reviews_visible_to
from yangguang.legal_review.rules.elements import ELEMENTS, Answer
from yangguang.legal_review.use_cases.answer_element import answer_element
from yangguang.legal_review.use_cases.exempt_from_review import exempt_from_review
from yangguang.legal_review.use_cases.give_review_opinion import give_review_opinion
from yangguang.legal_review.use_cases.request_review import request_review
from yangguang.legal_review.use_cases.settle_disagreement import Settlement, settle_disagreement


def open_reviews(account: Account) -> QuerySet[LegalReview]:
    """Rounds that wait for this reviewer: of the own body, of cases the reviewer never handled, earliest due first."""
    rows = reviews_visible_to(account).filter(status=ReviewStatus.REQUESTED, case__body_id=account.body_id)
    return (
        rows.exclude(case__assignments__officer__account=account)
        .prefetch_related("case__parties")
        .order_by("due_on", "pk")
    )


def overdue_reviews(account: Account, on: date) -> QuerySet[LegalReview]:
    """Open rounds past their last day, of the cases a person may see."""
    return reviews_visible_to(account).filter(status=ReviewStatus.REQUESTED, due_on__lt=on)


def reviews_due(cases: QuerySet[Case], since: date, until: date) -> QuerySet[LegalReview]:
    """Open rounds of these cases that fall due from one day to another, both included."""
    rows = LegalReview.objects.filter(case__in=cases.order_by().values("pk"), status=ReviewStatus.REQUESTED)
    return rows.filter(due_on__range=(since, until)).select_related("case").order_by("due_on", "pk")


__all__ = [
    "ELEMENTS",
    "Answer",
    "LegalReview",
    "Settlement",
    "answer_element",
    "exempt_from_review",
    "give_review_opinion",
    "open_reviews",
    "overdue_reviews",
    "recompute_open",
    "request_review",
    "reviews_due",
    "settle_disagreement",
]

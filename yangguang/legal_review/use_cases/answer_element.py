"""Answer one of the ten elements, with a reason (L07)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.api import must_stay_in
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.legal_review.events import CLAUSE, ReviewElementAnswered
from yangguang.legal_review.models import LegalReview, ReviewElement, ReviewStatus
from yangguang.legal_review.policy import may_review
from yangguang.legal_review.rules.elements import ANSWER_LABELS, BY_CODE, Answer


@transaction.atomic
def answer_element(*, review_id: int, code: str, answer: str, reason: str, actor: Account, at: Moment) -> ReviewElement:
    """Keep or change the answer while the review is open. Raises Refused without a reason or for the wrong person."""
    review = LegalReview.objects.select_for_update().get(pk=review_id)
    must_stay_in(actor, review.case)
    if fault := may_review(actor, review.case):
        raise Refused(fault, CLAUSE)
    if review.status != ReviewStatus.REQUESTED:
        raise Refused("这次审核已经办结，不能再改。", CLAUSE, remedy="重新送审后另行填写。")
    if code not in BY_CODE or answer not in set(Answer):
        raise Refused("请从列表中选择要素和结论。", CLAUSE, field="answer")
    if not reason.strip():
        raise Refused(f"请写明“{BY_CODE[code].label}”的判断理由。", CLAUSE, field="reason")
    element, _ = ReviewElement.objects.update_or_create(
        review=review, code=code,
        defaults={"answer": answer, "reason": reason.strip(), "answered_at": at.recorded_at},
    )  # fmt: skip
    if review.reviewer_id is None:
        review.reviewer = actor
        review.save(update_fields=["reviewer"])
    ledger.record(
        ReviewElementAnswered(BY_CODE[code].label, ANSWER_LABELS[Answer(answer)], element.reason),
        subject=review.subject, actor=actor, at=at,
    )  # fmt: skip
    return element

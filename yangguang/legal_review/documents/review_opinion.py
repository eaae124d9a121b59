"""法制审核意见书."""

from __future__ import annotations

from yangguang.base.press.blocks import Heading, Letterhead, Opinion, Table, facts
from yangguang.base.press.sheet import Sheet
from yangguang.legal_review.documents.review_request import proposed
from yangguang.legal_review.models import LegalReview, ReviewStatus
from yangguang.legal_review.rules.elements import ELEMENTS

TITLE = "法制审核意见书"
PASSED, RETURNED = "审核通过", "退回承办机构"


def sheet(review: LegalReview) -> Sheet:
    """What was reviewed, each element's answer, the opinion, and what stands behind a return."""
    case, answers = review.case, {one.code: one for one in review.elements.order_by("pk")}
    table = Table(
        ("审核要素", "结论", "理由"),
        tuple(
            (element.label, answers[element.code].get_answer_display(), answers[element.code].reason)
            for element in ELEMENTS
            if element.code in answers
        ),
        (3, 2, 9),
    )
    rows = [
        ("拟作决定", proposed(review)), ("审核意见", PASSED if review.status == ReviewStatus.PASSED else RETURNED),
        ("退回理由", "；".join(review.return_grounds)), ("逾期原因", review.overdue_reason), ("送审稿指纹", review.draft_digest),
    ]  # fmt: skip
    head = facts(
        [("案号", case.number), ("案由", case.title)], [("送审人", review.requested_by_name), ("送审次数", f"第{review.round}次")],
        *[row for row in rows if row[1]],
    )  # fmt: skip
    reviewer = review.reviewer.name if review.reviewer else ""
    opinion = Opinion("法制审核机构意见", review.opinion or PASSED, reviewer, review.closed_on, review=True)
    return Sheet(
        title=TITLE, blocks=(Letterhead(case.body.name, red=False), Heading(TITLE), head, table, opinion),
        dated_on=review.closed_on or review.requested_on, body_name=case.body.name, form=True,
    )  # fmt: skip

"""Pass or return a draft. Passing needs all ten answers without a problem; returning needs grounds in words."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.api import FLOWS, Case, DecisionDraft, Taking, must_stay_in, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words
from yangguang.kernel.written_text import clean
from yangguang.legal_review.documents import review_opinion
from yangguang.legal_review.events import CLAUSE, ReviewOpinionGiven
from yangguang.legal_review.models import LegalReview, ReviewStatus
from yangguang.legal_review.policy import may_review
from yangguang.legal_review.rules.elements import RETURN_GROUNDS, problems, unanswered
from yangguang.records.api import make_document

ACTS = {
    ("case", True): "pass_review",
    ("case", False): "return_from_review",
    ("disposition", True): "pass_disposition_review",
    ("disposition", False): "return_disposition_from_review",
}


@transaction.atomic
def give_review_opinion(
    *, review_id: int, passes: bool, opinion: str, actor: Account, at: Moment, grounds: Sequence[str] = (),
    overdue_reason: str = "", line_status: str | None = None,
) -> LegalReview:  # fmt: skip
    """Close the round. Raises Refused for the wrong person, missing answers, a changed draft, or missing words.

    An overdue one is never refused for being late, but wants its reason.
    """
    review = LegalReview.objects.select_for_update().get(pk=review_id)
    case = Case.objects.select_for_update().get(pk=review.case_id)
    must_stay_in(actor, case)
    if fault := may_review(actor, case):
        raise Refused(fault, CLAUSE)
    if review.status != ReviewStatus.REQUESTED:
        raise Refused("这次审核已经办结。", CLAUSE)
    if passes:
        _may_pass(review)
    else:
        _may_return(opinion, grounds)
    late = _why_late(review, overdue_reason, at)
    flow = FLOWS["penalty"] if review.line == "case" else FLOWS[review.line]
    act = ACTS[review.line, passes]
    take(Taking(flow, case, act, actor, at, {"review": review}, line=review.line, line_ref=review.line_ref,
                status=line_status))  # fmt: skip
    review.status = ReviewStatus.PASSED if passes else ReviewStatus.RETURNED
    review.reviewer, review.opinion, review.closed_on = actor, opinion.strip(), at.day
    review.return_grounds, review.overdue_reason = [RETURN_GROUNDS[ground] for ground in grounds], late
    review.save()
    make_document(
        kind="review_opinion", title=review_opinion.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=review_opinion.sheet(review), volume="side", actor=actor, at=at,
    )  # fmt: skip
    ledger.record(
        ReviewOpinionGiven(passes, review.draft_digest, review.opinion, review.return_grounds, late),
        subject=review.subject, actor=actor, at=at,
    )  # fmt: skip
    return review


def _why_late(review: LegalReview, told: str, at: Moment) -> str:
    """The reason of an opinion that comes after its last day; an opinion in time needs none and keeps none."""
    if not review.is_overdue(at.day):
        return ""
    if not told.strip():
        raise Refused(
            f"“法制审核”的期限已于{in_words(review.due_on)}到期。逾期仍可办理，应当写明逾期原因。", CLAUSE,
            remedy="请填写逾期原因。", field="overdue_reason",
        )  # fmt: skip
    return clean(told, label="逾期原因", field="overdue_reason", most=400)


def _may_pass(review: LegalReview) -> None:
    answers = dict(review.elements.values_list("code", "answer"))
    if missing := unanswered(answers):
        raise Refused("审核意见缺少要素结论。", CLAUSE, remedy=f"还没有填写：{'、'.join(missing)}。")
    if found := problems(answers):
        raise Refused(f"有要素存在问题，不能通过：{'、'.join(found)}。", CLAUSE, remedy="请退回承办机构，写明意见。")
    draft = DecisionDraft.objects.get(pk=review.draft_id)
    if draft.digest != review.draft_digest:
        raise Refused("送审以后代拟稿已经修改，不能通过。", CLAUSE, remedy="请退回，由承办人按新稿重新送审。")


def _may_return(opinion: str, grounds: Sequence[str]) -> None:
    if not opinion.strip():
        raise Refused("退回应当写明具体意见。", CLAUSE, field="opinion")
    if not grounds or set(grounds) - set(RETURN_GROUNDS):
        raise Refused("请选择退回的法定理由。", CLAUSE, field="grounds")

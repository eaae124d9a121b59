"""Submit a draft for legal review: what is submitted is copied and fingerprinted, and only that may be issued."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.api import FLOWS, Case, DecisionDraft, Taking, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.legal_review.documents import review_request
from yangguang.legal_review.events import ReviewRequested
from yangguang.legal_review.models import LegalReview
from yangguang.legal_review.use_cases._round import begin_round
from yangguang.records.api import make_document


@transaction.atomic
def request_review(
    *, case_id: int, draft_id: int, note: str, actor: Account, at: Moment, line: str = "case", line_ref: str = "",
    line_status: str | None = None,
) -> LegalReview:  # fmt: skip
    """One round of review of this draft. The step's gates ask completeness and re-examination; the clock starts."""
    case = Case.objects.select_for_update().get(pk=case_id)
    draft = DecisionDraft.objects.select_for_update().get(pk=draft_id, case=case)
    flow = FLOWS["penalty"] if line == "case" else FLOWS[line]
    act = "request_review" if line == "case" else "request_disposition_review"
    take(Taking(flow, case, act, actor, at, {"draft": draft}, line=line, line_ref=line_ref, status=line_status))
    review = begin_round(case, draft, note=note, actor=actor, on=at.day, line=line, line_ref=line_ref)
    make_document(
        kind="review_request", title=review_request.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=review_request.sheet(review), volume="side", actor=actor, at=at,
    )  # fmt: skip
    ledger.record(
        ReviewRequested(review.round, draft.digest, review.reasons, review.due_on.isoformat()),
        subject=review.subject, actor=actor, at=at,
    )  # fmt: skip
    return review

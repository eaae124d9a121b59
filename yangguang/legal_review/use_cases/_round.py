"""One round of legal review begins: what is submitted is copied and fingerprinted, earlier rounds still open are recalled."""

from __future__ import annotations

from datetime import date

from yangguang.cases.api import Case, DecisionDraft
from yangguang.directory.api import Account
from yangguang.legal_review.due_days import due_of
from yangguang.legal_review.models import LegalReview, ReviewStatus
from yangguang.legal_review.queries import reasons_for


def begin_round(
    case: Case, draft: DecisionDraft, *, note: str, actor: Account, on: date, line: str = "case", line_ref: str = ""
) -> LegalReview:
    """The row with its last day; the case remembers why it had to be reviewed."""
    reasons = [reason.text for reason in reasons_for(case, draft, on=on)]
    due = due_of(case, requested_on=on)
    rounds = LegalReview.objects.filter(case=case, line=line, line_ref=line_ref)
    rounds.filter(status=ReviewStatus.REQUESTED).update(status=ReviewStatus.RECALLED, closed_on=on)
    review = LegalReview.objects.create(
        case=case, line=line, line_ref=line_ref, draft=draft, draft_digest=draft.digest, draft_content=draft.content,
        round=rounds.count() + 1, reasons=reasons, note=note.strip(), requested_by_ref=actor.actor_ref,
        requested_by_name=actor.actor_name, requested_on=on, due_on=due.day, due_provisional=due.provisional,
    )  # fmt: skip
    if reasons:
        case.review_required, case.review_reasons = True, reasons
        case.save(update_fields=["review_required", "review_reasons"])
    return review

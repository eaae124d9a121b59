"""Confirm that a draft is no major decision: the catalogue answers, the head of unit confirms, the answer is kept."""

from __future__ import annotations

from dataclasses import asdict

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Subject
from yangguang.cases.api import FLOWS, Case, DecisionDraft, Taking, take
from yangguang.catalogues.api import ListKind, edition_in_force
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.legal_review.documents import review_exemption
from yangguang.legal_review.events import ReviewExempted
from yangguang.legal_review.models import ReviewExemption
from yangguang.legal_review.queries import facts_of
from yangguang.records.api import make_document


@transaction.atomic
def exempt_from_review(
    *, case_id: int, draft_id: int, actor: Account, at: Moment, line: str = "case", line_ref: str = "",
    line_status: str | None = None,
) -> ReviewExemption:  # fmt: skip
    """Take the exempting step. Its gate refuses when the catalogue names the draft major or cannot tell."""
    case = Case.objects.select_for_update().get(pk=case_id)
    draft = DecisionDraft.objects.select_for_update().get(pk=draft_id, case=case)
    flow = FLOWS["penalty"] if line == "case" else FLOWS[line]
    act = "exempt_from_review" if line == "case" else "exempt_disposition_from_review"
    take(Taking(flow, case, act, actor, at, {"draft": draft}, line=line, line_ref=line_ref, status=line_status))
    edition = edition_in_force(ListKind.MAJOR_DECISION_REVIEW, case.body, at.day)
    exemption, fresh = ReviewExemption.objects.get_or_create(
        case=case, draft_digest=draft.digest,
        defaults={
            "edition_ref": edition.public_id, "facts": asdict(facts_of(draft)),
            "confirmed_by_ref": actor.actor_ref, "confirmed_by_name": actor.actor_name, "confirmed_on": at.day,
        },
    )  # fmt: skip
    if case.review_required is None:
        case.review_required = False
        case.save(update_fields=["review_required"])
    if fresh:
        make_document(
            kind="review_exemption", title=review_exemption.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
            sheet=review_exemption.sheet(exemption), volume="side", actor=actor, at=at,
        )  # fmt: skip
    ledger.record(
        ReviewExempted(draft.digest, edition.public_id),
        subject=Subject("review_exemption", exemption.public_id, case.body.public_id, file=case.public_id),
        actor=actor, at=at,
    )  # fmt: skip
    return exemption

"""Whether a draft is a major decision: the catalogue in force decides by itself from the draft's own facts (L05)."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from django.db.models import QuerySet

from yangguang.cases.api import Case, DecisionDraft
from yangguang.catalogues.api import Reason, ReviewFacts, review_reasons
from yangguang.kernel.refusal import Refused
from yangguang.legal_review.models import LegalReview

KNOWN = frozenset(field.name for field in fields(ReviewFacts))


def reasons_for(case: Case, draft: DecisionDraft, *, on: date) -> tuple[Reason, ...]:
    """Every reason the draft needs review. Raises Refused when a fact or the catalogue itself is missing."""
    return review_reasons(case.body, on, facts_of(draft))


def earlier_rounds(review: LegalReview) -> QuerySet[LegalReview]:
    """What was said about this decision before, newest first: a draft that comes back is read against it."""
    rounds = LegalReview.objects.filter(case=review.case, line=review.line, line_ref=review.line_ref)
    return rounds.filter(round__lt=review.round).select_related("reviewer").order_by("-round")


def facts_of(draft: DecisionDraft) -> ReviewFacts:
    """The facts the catalogue asks about, as the draft states them. A question nobody answered is not a no."""
    given = draft.content.get("review_facts") or {}
    if KNOWN - set(given):
        raise Refused(
            "拟稿没有回答是否属于重大执法决定的全部问题。", "APL-2021:58.1",
            remedy="请在代拟稿“是否重大”一栏逐项填写后再办理。",
        )  # fmt: skip
    return ReviewFacts(**{name: given[name] for name in KNOWN})

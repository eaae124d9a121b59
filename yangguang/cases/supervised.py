"""Opinions of those who supervise enforcement about a case."""

from __future__ import annotations

from yangguang.cases.models import Case, SupervisionOpinion
from yangguang.cases.standing import has_taken


def opinions_of(case: Case) -> list[SupervisionOpinion]:
    """Every opinion of those who supervise about the case, in order."""
    return list(case.supervision_opinions.order_by("pk")) if has_taken(case, "record_supervision") else []

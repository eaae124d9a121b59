"""Editions: what may follow what, and which days each is in force."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from yangguang.kernel.refusal import Refused
from yangguang.kernel.spans import Span


class EditionState(StrEnum):
    """Where an edition is. Whether an adopted one is in force depends on the day."""

    DRAFT = "draft"
    UNDER_REVIEW = "under_review"
    ADOPTED = "adopted"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"


STATES = {
    EditionState.DRAFT: "草案",
    EditionState.UNDER_REVIEW: "审核中",
    EditionState.ADOPTED: "已审定",
    EditionState.SUPERSEDED: "已被取代",
    EditionState.REPEALED: "已废止",
}
FIXED = frozenset({EditionState.ADOPTED, EditionState.SUPERSEDED, EditionState.REPEALED})


def in_force_on(span: Span | None, state: str, day: date) -> bool:
    """Whether an edition with this term and state is in force on a day."""
    return span is not None and state in FIXED and day in span


def supersede(standing: Span, new_start: date) -> Span:
    """The term of the edition in force once a new one starts. Raises Refused when the new one would start before it."""
    if new_start <= standing.start:
        raise Refused(
            f"生效日不能早于现行版的生效日（{standing.start:%Y-%m-%d}），否则两个版本会同时有效。",
            field="in_force_from",
            remedy="请改为更晚的日期。",
        )
    return Span(standing.start, new_start)

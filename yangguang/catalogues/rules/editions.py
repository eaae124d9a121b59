"""Editions: what may follow what, which days each is in force, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

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


class ChangeKind(StrEnum):
    """What happened to a row between two editions."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    SAME = "same"


MARKS = {ChangeKind.CHANGED: "改", ChangeKind.ADDED: "增", ChangeKind.REMOVED: "删", ChangeKind.SAME: ""}


@dataclass(frozen=True)
class RowChange:
    """One row in two editions: as it was, as it is, and the columns that differ."""

    code: str
    kind: ChangeKind
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    columns: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """改, 增 or 删, as the comparison prints it."""
        return MARKS[self.kind]


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


def compare(before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Mapping[str, Any]]) -> list[RowChange]:
    """Row by row by stable code, in the order of the newer edition, what fell away last."""
    rows = []
    for code, row in after.items():
        old = before.get(code)
        if old is None:
            rows.append(RowChange(code, ChangeKind.ADDED, None, row, tuple(row)))
            continue
        differing = tuple(c for c in dict.fromkeys((*old, *row)) if old.get(c) != row.get(c))
        rows.append(RowChange(code, ChangeKind.CHANGED if differing else ChangeKind.SAME, old, row, differing))
    rows += [RowChange(c, ChangeKind.REMOVED, old, None, tuple(old)) for c, old in before.items() if c not in after]
    return rows

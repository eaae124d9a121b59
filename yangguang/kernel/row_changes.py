"""What changed between two editions of a table, row by row and word by word (改、增、删)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

WORDS = re.compile(r"[\d.,]+|[A-Za-z]+|.", re.DOTALL)


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


@dataclass(frozen=True)
class Piece:
    """A run of text that stayed, fell or came."""

    kind: str
    text: str


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


def pieces(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two texts with what fell marked on the left and what came on the right; figures are never cut in two."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = "".join(old[a:b]), "".join(new[c:d])
        if gone:
            left.append(Piece("same" if what == "equal" else "removed", gone))
        if came:
            right.append(Piece("same" if what == "equal" else "added", came))
    return tuple(left), tuple(right)

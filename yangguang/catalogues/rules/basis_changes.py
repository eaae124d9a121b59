"""Why an entry wants looking after: the law behind it changed, or the matter it belongs to; and how that was dealt with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BasisChangeKind(StrEnum):
    """What happened to what an entry rests on."""

    AMENDED = "amended"
    REPEALED = "repealed"
    LOCAL = "local"
    UNKNOWN = "unknown"
    MATTER_CHANGED = "matter_changed"
    MATTER_GONE = "matter_gone"


BASIS_CHANGES = {
    BasisChangeKind.AMENDED: "依据已修改",
    BasisChangeKind.REPEALED: "依据已废止",
    BasisChangeKind.LOCAL: "本地另有规定",
    BasisChangeKind.UNKNOWN: "依据查不到",
    BasisChangeKind.MATTER_CHANGED: "事项已变",
    BasisChangeKind.MATTER_GONE: "事项已删去",
}


class SettlingOutcome(StrEnum):
    """How a change was dealt with."""

    ADJUSTED = "adjusted"
    UNNEEDED = "unneeded"


OUTCOMES = {SettlingOutcome.ADJUSTED: "已在新版中调整", SettlingOutcome.UNNEEDED: "不需要调整"}
# What leaves an entry without a ground to stand on: words alone do not put that right.
MUST_BE_ADJUSTED = frozenset({BasisChangeKind.REPEALED, BasisChangeKind.UNKNOWN, BasisChangeKind.MATTER_GONE})


@dataclass(frozen=True)
class Found:
    """One change that touches one entry; no code where it touches what the whole list rests on."""

    code: str
    subject: str
    clause_id: str
    kind: BasisChangeKind
    changed_on: date
    words: str

    @property
    def key(self) -> tuple[str, str, str, date]:
        """What makes it the same change whenever it is found again."""
        return self.code, self.clause_id, self.kind.value, self.changed_on

"""What the quarterly publication of major labour violations announces; disclosure listens for what becomes public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class MajorViolationMoved(Event):
    """Something happened before or beside the public: a candidate, a confirmation, an objection, its answer."""

    label: ClassVar[str] = "重大劳动保障违法公布办理"
    what: str
    words: str
    under: tuple[str, ...]

    def summary(self) -> str:
        """What, and its words."""
        return f"{self.what}：{self.words}" if self.words else self.what

    def cited(self) -> tuple[str, ...]:
        """The clauses of the step taken."""
        return tuple(self.under)


@dataclass(frozen=True)
class MajorViolationPublished(Event):
    """A publisher let a major violation out to the public, in its quarter."""

    label: ClassVar[str] = "公布重大劳动保障违法行为"
    told: ClassVar[str] = "{party}，{batch}"
    clauses: ClassVar[tuple[str, ...]] = ("MVP-2016:6", "MVP-2016:8#quarter", "MWR-2019:47.2")
    violation_ref: str
    party: str
    batch: str


@dataclass(frozen=True)
class MajorViolationTakenBack(Event):
    """A publication was corrected or ended; the public list changes at once."""

    label: ClassVar[str] = "更正、停止公布重大劳动保障违法行为"
    told: ClassVar[str] = "{party}{how}：{reason}"
    violation_ref: str
    party: str
    how: str
    reason: str
    under: tuple[str, ...]

    def cited(self) -> tuple[str, ...]:
        """The clauses of the way it went."""
        return tuple(self.under)

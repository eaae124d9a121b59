"""What is announced when the heads of an agency have discussed a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class CollectivelyDiscussed(Event):
    """The heads discussed a draft together; `digest` is the draft they had before them."""

    label: ClassVar[str] = "集体讨论"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:57.2",)
    discussion_ref: str
    digest: str
    persons: int
    conclusion: str

    def summary(self) -> str:
        """How many took part, and what came of it."""
        return f"{self.persons} 人参加，{self.conclusion}"

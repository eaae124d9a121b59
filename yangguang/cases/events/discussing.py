"""What is announced when the heads of an agency have discussed a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class CollectivelyDiscussed(Event):
    """The heads discussed a draft together; `digest` is the draft they had before them.

    Whoever took part voted; a line written before votes were kept counts none.
    """

    label: ClassVar[str] = "集体讨论"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:57.2",)
    discussion_ref: str
    digest: str
    persons: int
    conclusion: str
    in_favour: int = 0
    against: int = 0
    abstained: int = 0
    settled_by: str = ""

    def summary(self) -> str:
        """How many took part, how they voted, and what came of it."""
        votes = f"赞成{self.in_favour}票、反对{self.against}票、弃权{self.abstained}票，"
        return (
            f"{self.persons} 人参加，{votes if self.in_favour + self.against + self.abstained else ''}{self.conclusion}"
        )

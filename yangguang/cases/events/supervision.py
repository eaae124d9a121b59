"""What is announced about opinions of those who supervise enforcement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class SupervisionRecorded(Event):
    """An opinion about the case came in; it has to be answered within its term."""

    label: ClassVar[str] = "登记执法监督意见"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:75.2",)
    opinion_ref: str
    authority: str
    number: str
    received_on: date
    answer_by: date

    def summary(self) -> str:
        """Whose, which, by when."""
        return f"{self.authority}（{self.number}），应于{self.answer_by}前答复"


@dataclass(frozen=True)
class SupervisionAnswered(Event):
    """The agency answered: what it put right, or why nothing was wrong."""

    label: ClassVar[str] = "答复执法监督意见"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:75.2",)
    opinion_ref: str
    authority: str
    number: str
    outcome: str

    def summary(self) -> str:
        """Whose, and what became of it."""
        return f"{self.authority}（{self.number}）：{self.outcome}"

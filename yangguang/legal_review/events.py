"""What legal review announces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event

CLAUSE = "APL-2021:58.1"


@dataclass(frozen=True)
class ReviewRequested(Event):
    """A draft has been submitted for legal review."""

    label: ClassVar[str] = "送法制审核"
    clauses: ClassVar[tuple[str, ...]] = (CLAUSE,)
    round: int
    digest: str
    reasons: list[str]
    due_on: str

    def summary(self) -> str:
        """Which round, until when."""
        return f"第{self.round}次送审，应于{self.due_on}前审结"


@dataclass(frozen=True)
class ReviewElementAnswered(Event):
    """The reviewer has answered one element."""

    label: ClassVar[str] = "填写审核要素"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (CLAUSE,)
    element: str
    answer: str
    reason: str

    def summary(self) -> str:
        """The element and its answer."""
        return f"{self.element}：{self.answer}"


@dataclass(frozen=True)
class ReviewOpinionGiven(Event):
    """The reviewer has passed or returned a draft."""

    label: ClassVar[str] = "出具法制审核意见"
    clauses: ClassVar[tuple[str, ...]] = (CLAUSE,)
    passed: bool
    digest: str
    opinion: str
    grounds: list[str]
    overdue_reason: str = ""

    def summary(self) -> str:
        """Passed or returned, and why; why it came late."""
        told = "审核通过" if self.passed else f"退回：{'、'.join(self.grounds)}"
        return f"{told}，逾期原因：{self.overdue_reason}" if self.overdue_reason else told


@dataclass(frozen=True)
class ReviewExempted(Event):
    """The head of unit has confirmed that a draft needs no review."""

    label: ClassVar[str] = "免予法制审核"
    clauses: ClassVar[tuple[str, ...]] = (CLAUSE, "TSO-2018:review_scope")
    digest: str
    edition: str

    def summary(self) -> str:
        """On what it rests."""
        return "不属于重大执法决定法制审核目录"


@dataclass(frozen=True)
class DisagreementSettled(Event):
    """The unit and whoever reviews talked over a return; the draft was submitted again."""

    label: ClassVar[str] = "协调审核异议"
    clauses: ClassVar[tuple[str, ...]] = (CLAUSE, "GD-REV-2021:20.1")
    returned_round: int
    round: int
    agreed: str
    presided_by: str
    due_on: str

    def summary(self) -> str:
        """About which round, who presided, what was agreed."""
        return f"第{self.returned_round}次审核的退回意见，{self.presided_by}主持协调：{self.agreed}"

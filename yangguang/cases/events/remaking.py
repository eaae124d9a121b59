"""What is announced when a decision that fell is to be made anew, and when a case is taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class RemakeBegun(Event):
    """A decision fell; the procedure begins again at the step found wrong."""

    label: ClassVar[str] = "重新作出决定"
    clauses: ClassVar[tuple[str, ...]] = ("ARL-2023:64.2", "AJL-2017:71")
    remake_ref: str
    decision_ref: str
    number: str
    ground: str
    restarts_at: str
    decide_by: date | None

    def summary(self) -> str:
        """Which decision, why, from where on."""
        return f"{self.number}：{self.ground}，从{self.restarts_at}重新进行"


@dataclass(frozen=True)
class CaseReopened(Event):
    """A closed case is taken up again on a new paper; what was archived stays as it is."""

    label: ClassVar[str] = "重开案件"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:75.2",)
    paper: str
    reason: str

    def summary(self) -> str:
        """On which paper."""
        return self.paper


@dataclass(frozen=True)
class ClericalErrorCorrected(Event):
    """A slip in a decision was put right by a notice; the decision stays as it was issued."""

    label: ClassVar[str] = "补正笔误"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:75.2",)
    decision_ref: str
    number: str
    kind: str
    wrong: str
    right: str

    def summary(self) -> str:
        """In which decision, what became what."""
        return f"{self.number}：“{self.wrong}”补正为“{self.right}”"


@dataclass(frozen=True)
class AlterationDrafted(Event):
    """The alteration of a decision was drawn up; it is reviewed before it is issued."""

    label: ClassVar[str] = "拟制变更决定"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:75.2",)
    decision_ref: str
    number: str
    proposed: str
    version: int
    digest: str

    def summary(self) -> str:
        """Which decision, altered to what."""
        return f"{self.number}：拟变更为{self.proposed}（第{self.version}稿）"


@dataclass(frozen=True)
class DecisionAltered(Event):
    """The agency altered its decision in favour of the party; the decision stays as it was issued."""

    label: ClassVar[str] = "变更决定"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:75.2",)
    decision_ref: str
    number: str
    altered_number: str
    before: str
    after: str
    received_on: date

    def summary(self) -> str:
        """Which decision, from what to what."""
        return f"{self.number}：{self.before}变更为{self.after}（{self.altered_number}）"


@dataclass(frozen=True)
class AlterationFell(Event):
    """A reconsideration or a judgment annulled an alteration alone: the decision stands again as it did before it."""

    label: ClassVar[str] = "变更决定被撤销，原决定恢复效力"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:48.2",)
    remedy_ref: str
    decision_ref: str
    number: str
    altered_number: str
    stands: str
    paper: str
    received_on: date
    ground: str = ""

    def summary(self) -> str:
        """Which alteration, by which paper, and what stands again."""
        return f"{self.altered_number}被撤销（{self.paper}），{self.number}恢复为{self.stands}"

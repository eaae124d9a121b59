"""What the labour lines announce about the roster, instructions and dispositions. Workers are counted, never named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.kernel.money import in_figures


@dataclass(frozen=True)
class RosterChanged(Event):
    """Workers were imported, added, changed or removed; the totals after it."""

    label: ClassVar[str] = "更新劳动者名册"
    clauses: ClassVar[tuple[str, ...]] = ("MWR-2019:50",)
    how: str
    rows: int
    workers: int
    owed_fen: int
    unpaid_fen: int
    reason: str = ""

    def summary(self) -> str:
        """What was done, why, and what the roster adds up to."""
        why = f"，理由：{self.reason}" if self.reason else ""
        return f"{self.how}{why}；现有{self.workers}人，应付{in_figures(self.owed_fen)}元"


@dataclass(frozen=True)
class WagesPaid(Event):
    """Payments to workers were recorded with their vouchers."""

    label: ClassVar[str] = "登记工资支付"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:18.1",)
    payments: int
    amount_fen: int
    unpaid_fen: int

    def summary(self) -> str:
        """How many, how much, what is left."""
        return f"{self.payments}笔，共{in_figures(self.amount_fen)}元；尚欠{in_figures(self.unpaid_fen)}元"


@dataclass(frozen=True)
class ContractChainChanged(Event):
    """A link of the contract chain was entered, corrected or taken out."""

    label: ClassVar[str] = "更新承包关系"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("MWR-2019:30.3",)
    how: str
    name: str
    reason: str = ""

    def summary(self) -> str:
        """What changed and why."""
        return f"{self.how}：{self.name}" + (f"，理由：{self.reason}" if self.reason else "")


@dataclass(frozen=True)
class InstructionDrafted(Event):
    """An instruction was drafted."""

    label: ClassVar[str] = "拟制限期改正指令"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:18.1",)
    orders: int
    owed_fen: int

    def summary(self) -> str:
        """How many orders and how much."""
        return f"{self.orders}项，责令支付{in_figures(self.owed_fen)}元"


@dataclass(frozen=True)
class InstructionProposed(Event):
    """A drafted instruction was put before its signers."""

    label: ClassVar[str] = "提请作出限期改正指令"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:18.1",)
    digest: str
    owed_fen: int

    def summary(self) -> str:
        """How much it orders to be paid."""
        return f"责令支付{in_figures(self.owed_fen)}元"


@dataclass(frozen=True)
class InstructionIssued(Event):
    """An instruction was issued under its number."""

    label: ClassVar[str] = "作出限期改正指令"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:18.1", "LSR-2004:26#compensation")
    number: str
    owed_fen: int
    due_on: list[date]

    def summary(self) -> str:
        """The number and the last day."""
        return f"{self.number}，期限至{max(self.due_on):%Y-%m-%d}"


@dataclass(frozen=True)
class InstructionServed(Event):
    """An instruction was served; its days run."""

    label: ClassVar[str] = "送达限期改正指令"
    clauses: ClassVar[tuple[str, ...]] = ("LSP-2004:38",)
    number: str
    method: str
    served_on: date

    def summary(self) -> str:
        """The number and how."""
        return f"{self.number}，{self.method}"


@dataclass(frozen=True)
class RectificationChecked(Event):
    """What became of an instruction's orders was checked."""

    label: ClassVar[str] = "核查改正情况"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:18.1",)
    number: str
    outcome: str
    unpaid_fen: int
    checked_on: date

    def summary(self) -> str:
        """The outcome and what is left unpaid."""
        return f"{self.outcome}；尚欠{in_figures(self.unpaid_fen)}元"


@dataclass(frozen=True)
class InstructionAnnulled(Event):
    """An instruction was annulled."""

    label: ClassVar[str] = "撤销限期改正指令"
    clauses: ClassVar[tuple[str, ...]] = ("LSP-2004:39",)
    number: str
    reason: str

    def summary(self) -> str:
        """Why."""
        return self.reason


@dataclass(frozen=True)
class DispositionMoved(Event):
    """A disposition took a step: proposed, told, heard, reviewed, closed."""

    label: ClassVar[str] = "行政处理"
    step: str
    words: str
    digest: str = ""
    under: tuple[str, ...] = ()

    def summary(self) -> str:
        """The step and what it says."""
        return f"{self.step}：{self.words}" if self.words else self.step

    def cited(self) -> tuple[str, ...]:
        """The clauses of the step taken."""
        return tuple(self.under)


@dataclass(frozen=True)
class DispositionAnnulled(DispositionMoved):
    """A disposition decision lost its force; terms of withdrawing its publication run from the day the ground came in."""

    label: ClassVar[str] = "撤销行政处理决定"
    number: str = ""
    decision_ref: str = ""
    reason: str = ""
    received_on: date | None = None

    def summary(self) -> str:
        """Which decision, and why."""
        return f"{self.number}：{self.reason}"


@dataclass(frozen=True)
class DispositionDecided(Event):
    """A disposition was decided: wages and compensation for so many workers."""

    label: ClassVar[str] = "作出行政处理决定"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:18.1", "LSR-2004:26#compensation", "LCL-2012:85")
    number: str
    decision_ref: str
    digest: str
    workers: int
    wages_fen: int
    extra_fen: int
    decided_on: date

    def summary(self) -> str:
        """Number, people and sums."""
        return f"{self.number}，{self.workers}人，工资{in_figures(self.wages_fen)}元，加付赔偿金{in_figures(self.extra_fen)}元"


@dataclass(frozen=True)
class DispositionServed(Event):
    """A disposition decision was served."""

    label: ClassVar[str] = "送达行政处理决定"
    clauses: ClassVar[tuple[str, ...]] = ("LSP-2004:38",)
    number: str
    method: str
    served_on: date

    def summary(self) -> str:
        """The number and how."""
        return f"{self.number}，{self.method}"

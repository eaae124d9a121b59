"""What is announced about the fulfilment of fines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.kernel.money import in_figures


@dataclass(frozen=True)
class ExecutionMoved(Event):
    """Something was asked, granted, demanded, ruled or ended on the way to a fine's fulfilment."""

    label: ClassVar[str] = "办理罚款的履行"
    number: str
    step: str
    words: str = ""
    under: tuple[str, ...] = ()
    paper_ref: str = ""  # where it is a decision of its own, its paper

    def summary(self) -> str:
        """Which decision, what was done."""
        return f"{self.number}：{self.step}" + (f"，{self.words}" if self.words else "")

    def cited(self) -> tuple[str, ...]:
        """The clauses of the step taken."""
        return tuple(self.under)


@dataclass(frozen=True)
class AdditionalFinePaid(Event):
    """A payment of the additional fine came in."""

    label: ClassVar[str] = "登记缴纳加处罚款"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:72.1.1#rate", "FCS-1997:9.1")
    number: str
    amount_fen: int
    receipt_number: str
    paid_on: date

    def summary(self) -> str:
        """How much, by which receipt."""
        return f"{self.number}：加处罚款 {in_figures(self.amount_fen)} 元，收据 {self.receipt_number}"


@dataclass(frozen=True)
class FineReturned(Event):
    """Money or things were given back after a decision fell or became smaller."""

    label: ClassVar[str] = "登记退还"
    clauses: ClassVar[tuple[str, ...]] = ("ACL-2011:41",)
    number: str
    amount_fen: int
    voucher: str
    left_fen: int

    def summary(self) -> str:
        """How much, by which voucher, what is left."""
        left = f"，尚未退还 {in_figures(self.left_fen)} 元" if self.left_fen else "，已退清"
        return f"{self.number}：退还 {in_figures(self.amount_fen)} 元，凭证 {self.voucher}{left}"


@dataclass(frozen=True)
class PenaltyCarriedOut(Event):
    """A penalty other than a fine was carried out."""

    label: ClassVar[str] = "登记处罚的执行"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:66.1", "APL-2021:74.2")
    decision_ref: str
    number: str
    penalty: str
    way: str
    voucher: str

    def summary(self) -> str:
        """Of which decision, which penalty, how."""
        return f"{self.number}：{self.penalty}，{self.way}" + (f"（{self.voucher}）" if self.voucher else "")


@dataclass(frozen=True)
class VoucherSupplied(Event):
    """A voucher was put into the file after the money or the things had changed hands."""

    label: ClassVar[str] = "补存票据凭证"
    told: ClassVar[str] = "{voucher}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    voucher: str

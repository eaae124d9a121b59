"""What is announced about penalties on the spot and the numbers allocated for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.kernel.money import in_figures


@dataclass(frozen=True)
class OnTheSpotBegun(Event):
    """Two officers showed their certificates and found a violation on the scene."""

    label: ClassVar[str] = "当场查处"
    told: ClassVar[str] = "{number}，{place}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:51#citizen", "APL-2021:52.1")
    number: str
    title: str
    place: str
    officers: list[str]


@dataclass(frozen=True)
class NoticeGivenOnTheSpot(Event):
    """The party was told by word of mouth what is proposed, why, and its rights."""

    label: ClassVar[str] = "当场告知"
    told: ClassVar[str] = "拟处罚：{penalties}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:44", "LSP-2004:34")
    penalties: str
    fine_fen: int


@dataclass(frozen=True)
class StatementHeardOnTheSpot(Event):
    """The party answered, or expressly waived; what it said was re-examined there and then."""

    label: ClassVar[str] = "当场听取陈述申辩"
    told: ClassVar[str] = "{outcome}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:45.1", "APL-2021:62")
    outcome: str


@dataclass(frozen=True)
class DecisionDelivered(Event):
    """The decision was handed over on the spot, signed for or with the refusal noted on it."""

    label: ClassVar[str] = "当场交付决定书"
    told: ClassVar[str] = "{number}，{how}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:52.1",)
    number: str
    how: str
    delivered_on: date


@dataclass(frozen=True)
class FineCollectedOnTheSpot(Event):
    """An officer took the fine against a fiscal receipt."""

    label: ClassVar[str] = "当场收缴罚款"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:68.1.1", "APL-2021:68.1.2", "APL-2021:69", "APL-2021:70")
    amount_fen: int
    ground: str
    receipt_number: str

    def summary(self) -> str:
        """How much, in which of the cases, against which receipt."""
        return f"{in_figures(self.amount_fen)} 元，{self.ground}，票据{self.receipt_number}"


@dataclass(frozen=True)
class CollectedFineRemitted(Event):
    """A fine collected on the spot reached the agency, or the bank."""

    label: ClassVar[str] = "上交当场收缴的罚款"
    told: ClassVar[str] = "{to}，单据{voucher}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:71#officer", "APL-2021:71#body")
    to: str
    voucher: str
    remitted_on: date


@dataclass(frozen=True)
class PenaltyFiled(Event):
    """A penalty on the spot was filed with the authority of the officers."""

    label: ClassVar[str] = "当场处罚报备"
    told: ClassVar[str] = "由{filed_with}接收"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:52.3", "LSP-2004:32")
    filed_with: str
    filed_on: date


@dataclass(frozen=True)
class ConvertedToOrdinary(Event):
    """What was found on the scene goes on under ordinary procedure."""

    label: ClassVar[str] = "转普通程序"
    told: ClassVar[str] = "线索{lead_number}：{reason}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:54.1",)
    lead_number: str
    lead_ref: str
    reason: str


@dataclass(frozen=True)
class NumberRangeAllocated(Event):
    """Numbers of decisions on the spot were given to an officer or a unit."""

    label: ClassVar[str] = "发放号段"
    told: ClassVar[str] = "{first}至{last}号，领用：{holder}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:52.1",)
    first: int
    last: int
    holder: str


@dataclass(frozen=True)
class RangeNumberVoided(Event):
    """A preprinted form was spoiled before it was used."""

    label: ClassVar[str] = "作废空白号码"
    told: ClassVar[str] = "{number}：{reason}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:52.1",)
    number: str
    reason: str


@dataclass(frozen=True)
class NumberRangeEnded(Event):
    """A run of numbers was handed in; what was left of it is voided."""

    label: ClassVar[str] = "交回号段"
    told: ClassVar[str] = "{first}至{last}号，作废余号 {voided} 个：{reason}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:52.1",)
    first: int
    last: int
    voided: int
    reason: str

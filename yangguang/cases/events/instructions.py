"""What an instruction announces when it reaches the employer otherwise, gets a later day, or gives way to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class InstructionGivenOnTheSpot(Event):
    """An instruction was issued and handed over at the place itself."""

    label: ClassVar[str] = "当场作出并交付指令"
    clauses: ClassVar[tuple[str, ...]] = ("LSP-2004:31",)
    number: str
    officers: list[str]
    due_on: list[date]

    def summary(self) -> str:
        """The number and the last day."""
        return f"{self.number}，期限至{max(self.due_on):%Y-%m-%d}，{'、'.join(self.officers)}"


@dataclass(frozen=True)
class PapersHandedOver(Event):
    """Papers given on the spot came to the department that keeps them."""

    label: ClassVar[str] = "交存当场文书"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("LSP-2004:32",)
    number: str
    received_by: str

    def summary(self) -> str:
        """Which paper, who took it in."""
        return f"{self.number}，{self.received_by}接收"


@dataclass(frozen=True)
class InstructionPosted(Event):
    """An order to pay was posted for an employer who fled, and filmed."""

    label: ClassVar[str] = "张贴责令"
    clauses: ClassVar[tuple[str, ...]] = ("WPI-2013:4.2",)
    number: str
    places: str
    posted_on: date

    def summary(self) -> str:
        """The number and where."""
        return f"{self.number}，{self.places}"


@dataclass(frozen=True)
class InstructionExtended(Event):
    """The day of an order was put off."""

    label: ClassVar[str] = "延长改正期限"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:18.1",)
    number: str
    until: date
    reason: str

    def summary(self) -> str:
        """To when, and why."""
        return f"{self.number}，延长至{self.until:%Y-%m-%d}：{self.reason}"


@dataclass(frozen=True)
class InstructionReplaced(Event):
    """An instruction gave way to one that will be issued anew."""

    label: ClassVar[str] = "变更限期改正指令"
    clauses: ClassVar[tuple[str, ...]] = ("LSP-2004:39",)
    number: str
    reason: str
    draft_ref: str

    def summary(self) -> str:
        """Why."""
        return f"{self.number}：{self.reason}"


@dataclass(frozen=True)
class UnheededInstructionSettled(Event):
    """An order stays unheeded though its disregard was punished; what follows on it is said."""

    label: ClassVar[str] = "期满未改正的后续处理"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:18.1",)
    number: str
    follows: str
    decision: str

    def summary(self) -> str:
        """Which instruction, punished by which decision, what follows."""
        return f"{self.number}（已处罚：{self.decision}）：{self.follows}"

"""What is announced about recording devices: from the register to the scrap heap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.kernel.clock_offset import offset_in_words

KEPT = ("TSO-2018:av_devices",)


@dataclass(frozen=True)
class DeviceRegistered(Event):
    """A recording device has been entered in the register."""

    label: ClassVar[str] = "登记音像记录设备"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = KEPT
    told: ClassVar[str] = "{kind} {number}，{model}，{unit}，{bought_on}购置"
    number: str
    kind: str
    model: str
    standard: str
    unit: str
    bought_on: date
    price_fen: int


@dataclass(frozen=True)
class DeviceCheckedOut(Event):
    """An officer has taken a device: how far its clock is off, how full its battery, how much room it has."""

    label: ClassVar[str] = "领用设备"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = KEPT
    number: str
    officer_name: str
    clock_offset_seconds: int
    battery_percent: int
    space_gb: int
    purpose: str

    def summary(self) -> str:
        """Who took what, and how it stood."""
        state = f"时间{offset_in_words(self.clock_offset_seconds)}，电量{self.battery_percent}%，空间{self.space_gb}GB"
        return f"{self.officer_name}领用 {self.number}：{state}"


@dataclass(frozen=True)
class DeviceReturned(Event):
    """A device has been given back: emptied, or with files said to be still on it."""

    label: ClassVar[str] = "归还设备"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = KEPT
    number: str
    officer_name: str
    emptied: bool
    left_note: str
    condition: str

    def summary(self) -> str:
        """Who gave back what, and what is still on it."""
        left = "文件已经全部入库" if self.emptied else f"设备内尚有未入库文件（{self.left_note}）"
        return f"{self.officer_name}归还 {self.number}：{left}{f'；{self.condition}' if self.condition else ''}"


@dataclass(frozen=True)
class DeviceCalibrated(Event):
    """The clock of a device has been compared with ours, and set."""

    label: ClassVar[str] = "校准设备时间"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = KEPT
    number: str
    measured_seconds: int
    left_seconds: int

    def summary(self) -> str:
        """How far it was off, and is now."""
        return (
            f"{self.number}：校准前{offset_in_words(self.measured_seconds)}，校准后{offset_in_words(self.left_seconds)}"
        )


@dataclass(frozen=True)
class DeviceFaultReported(Event):
    """A device does not work; nobody takes it until it is repaired."""

    label: ClassVar[str] = "登记设备故障"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = KEPT
    told: ClassVar[str] = "{number}：{fault}"
    number: str
    fault: str


@dataclass(frozen=True)
class DeviceRepaired(Event):
    """A device works again."""

    label: ClassVar[str] = "设备修复"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = KEPT
    told: ClassVar[str] = "{number}：{done}"
    number: str
    done: str
    cost_fen: int


@dataclass(frozen=True)
class DeviceRetired(Event):
    """A device leaves service for good; its history stays."""

    label: ClassVar[str] = "设备报废"
    clauses: ClassVar[tuple[str, ...]] = KEPT
    told: ClassVar[str] = "{number}：{reason}"
    number: str
    reason: str

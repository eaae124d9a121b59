"""What handing up announces. No event holds what a row says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class UpwardBatchDrafted(Event):
    """What waits to go up was collected and checked."""

    label: ClassVar[str] = "草拟上报批次"
    told: ClassVar[str] = "可以报送{ready}行，缺项{lacking}行"
    weighty: ClassVar[bool] = False
    ready: int
    lacking: int


@dataclass(frozen=True)
class UpwardBatchHanded(Event):
    """A person handed a batch over; its files are fixed and signed from now on."""

    label: ClassVar[str] = "报送上级平台"
    told: ClassVar[str] = "{code}，{rows}行，报{platform}"
    batch_ref: str
    code: str
    rows: int
    platform: str
    manifest: str


@dataclass(frozen=True)
class UpwardReceiptTaken(Event):
    """The upper platform's receipt was taken in and its rows reconciled."""

    label: ClassVar[str] = "收取上报回执"
    told: ClassVar[str] = "{code}第{serial}号回执，接收{accepted}行，退回{refused}行"
    code: str
    serial: int
    accepted: int
    refused: int
    digest: str


@dataclass(frozen=True)
class UpwardItemMended(Event):
    """What was missing was filled in, or a row that came back is to go up again."""

    label: ClassVar[str] = "处理上报数据"
    told: ClassVar[str] = "{item}：{what}"
    weighty: ClassVar[bool] = False
    item: str
    what: str
    note: str = ""

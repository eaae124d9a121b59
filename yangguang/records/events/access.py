"""What is announced of access to originals: asked for, granted, refused, used, ended, and tried in vain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.kernel.written_days import in_words

ACCESS = "GD-REC-2021:26.1"
SUPERVISION = "GD-REC-2021:26.2"


@dataclass(frozen=True)
class AccessRequested(Event):
    """Somebody asks to see originals of a file: what for, under which matter, how much of it, until when."""

    label: ClassVar[str] = "申请调阅"
    told: ClassVar[str] = "{number}：{purpose}（{matter_number}），{scope}，至{wanted_until}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (ACCESS,)
    number: str
    purpose: str
    matter_number: str
    scope: str
    wanted_until: date
    download: bool


@dataclass(frozen=True)
class AccessGranted(Event):
    """The access was granted: to how many originals, until when, and whether they may be taken away."""

    label: ClassVar[str] = "批准调阅"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (ACCESS,)
    number: str
    asked_by: str
    items: int
    access_expires_on: date
    download: bool
    opinion: str

    def summary(self) -> str:
        """Whose, how much, until when."""
        way = "可以下载" if self.download else "只准在线查看"
        return f"{self.number}：{self.asked_by}，{self.items}件，至{in_words(self.access_expires_on)}，{way}"


@dataclass(frozen=True)
class AccessRefused(Event):
    """The access was refused with a reason."""

    label: ClassVar[str] = "拒绝调阅"
    told: ClassVar[str] = "{number}：{reason}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (ACCESS,)
    number: str
    reason: str


@dataclass(frozen=True)
class AccessBegun(Event):
    """Who was granted access promises to use it for its purpose and begins."""

    label: ClassVar[str] = "开始调阅"
    told: ClassVar[str] = "{number}：{purpose}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (ACCESS,)
    number: str
    purpose: str


@dataclass(frozen=True)
class AccessClosed(Event):
    """The access has ended: at its last day, or because it is no longer wanted."""

    label: ClassVar[str] = "调阅结束"
    told: ClassVar[str] = "{number}：{reason}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (ACCESS,)
    number: str
    reason: str


@dataclass(frozen=True)
class AccessRevoked(Event):
    """The access was taken back before its last day."""

    label: ClassVar[str] = "收回调阅"
    told: ClassVar[str] = "{number}：{reason}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (ACCESS,)
    number: str
    reason: str


@dataclass(frozen=True)
class OriginalViewed(Event):
    """An original, or a marked copy of it, was shown or taken under a grant."""

    label: ClassVar[str] = "调阅原件"
    told: ClassVar[str] = "{number}：{what}，{way}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (ACCESS,)
    number: str
    what: str
    way: str
    purpose: str


@dataclass(frozen=True)
class OriginalDenied(Event):
    """Somebody who may not see an original, or no more, tried to."""

    label: ClassVar[str] = "调阅未获准"
    told: ClassVar[str] = "{what}：{reason}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (ACCESS,)
    what: str
    reason: str
    number: str = ""

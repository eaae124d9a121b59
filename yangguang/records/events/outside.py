"""What is announced of giving originals outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event

OUTSIDE = "GD-REC-2021:27"


@dataclass(frozen=True)
class OutsideProposed(Event):
    """Somebody proposes to give originals or copies of a file outside."""

    label: ClassVar[str] = "申请对外提供"
    told: ClassVar[str] = "{number}：{recipient}，{items}件，{purpose}"
    clauses: ClassVar[tuple[str, ...]] = (OUTSIDE, "PIP-2021:55")
    number: str
    recipient: str
    paper_number: str
    purpose: str
    items: int
    secrecy_note: str


@dataclass(frozen=True)
class OutsideApproved(Event):
    """The head of the body approved it; the package is made."""

    label: ClassVar[str] = "批准对外提供"
    told: ClassVar[str] = "{number}：{recipient}，{opinion}"
    clauses: ClassVar[tuple[str, ...]] = (OUTSIDE,)
    number: str
    recipient: str
    opinion: str


@dataclass(frozen=True)
class OutsideRefused(Event):
    """The head of the body refused it."""

    label: ClassVar[str] = "不予对外提供"
    told: ClassVar[str] = "{number}：{opinion}"
    clauses: ClassVar[tuple[str, ...]] = (OUTSIDE,)
    number: str
    opinion: str


@dataclass(frozen=True)
class OutsidePackageTaken(Event):
    """The package left the desk."""

    label: ClassVar[str] = "取走对外提供的文件包"
    told: ClassVar[str] = "{number}：{recipient}，SHA-256 {sha256}"
    clauses: ClassVar[tuple[str, ...]] = (OUTSIDE,)
    number: str
    recipient: str
    sha256: str

"""What is announced of the custody of bits: a day's originals, damage found and mended, holds and their release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event

RECORD, HOLD = "APL-2021:47", "ARL-2023:70"


@dataclass(frozen=True)
class EvidenceDayClosed(Event):
    """The root over the originals of one day stands; the public log is told it under a salt."""

    label: ClassVar[str] = "每日存证"
    told: ClassVar[str] = "{day}入库{size}件，根 {root}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (RECORD,)
    day: date
    size: int
    root: str


@dataclass(frozen=True)
class StoredFileDamaged(Event):
    """The scrub found a stored file missing or altered."""

    label: ClassVar[str] = "存件损坏"
    told: ClassVar[str] = "存件 {ref}：{what}，SHA-256 {sha256}"
    clauses: ClassVar[tuple[str, ...]] = (RECORD,)
    ref: str
    what: str
    sha256: str


@dataclass(frozen=True)
class StoredFileRepaired(Event):
    """A damaged or missing stored file was put back from the replica; what was damaged is kept aside."""

    label: ClassVar[str] = "存件修复"
    told: ClassVar[str] = "存件 {ref} 已从副本恢复，SHA-256 {sha256}"
    clauses: ClassVar[tuple[str, ...]] = (RECORD,)
    ref: str
    sha256: str
    kept_aside: str


@dataclass(frozen=True)
class HoldPlaced(Event):
    """A file, or one original of it, may not be disposed of."""

    label: ClassVar[str] = "暂停销毁"
    told: ClassVar[str] = "{what}：{ground}，{words}"
    clauses: ClassVar[tuple[str, ...]] = (HOLD,)
    what: str
    ground: str
    words: str


@dataclass(frozen=True)
class HoldReleased(Event):
    """The hold has ended."""

    label: ClassVar[str] = "解除暂停销毁"
    told: ClassVar[str] = "{what}：{reason}"
    clauses: ClassVar[tuple[str, ...]] = (HOLD,)
    what: str
    reason: str

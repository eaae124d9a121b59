"""What disclosure announces of papers from outside; none holds a word of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.disclosure.events import PublicationEvent


@dataclass(frozen=True)
class ForeignPaperBrought(PublicationEvent):
    """A PDF from outside is to go with a public copy; it is rebuilt from pictures first."""

    label: ClassVar[str] = "收入外来附件"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:50",)
    pages: int = 0
    sha256: str = ""


@dataclass(frozen=True)
class ForeignPaperRebuilt(PublicationEvent):
    """It was rebuilt as pictures with boxes blackened; nobody has confirmed that yet."""

    label: ClassVar[str] = "重建外来附件"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:50",)
    boxes: int = 0
    hidden: int = 0
    sha256: str = ""


@dataclass(frozen=True)
class ForeignPaperConfirmed(PublicationEvent):
    """What was rebuilt was looked through and may leave: only that file, by its fingerprint."""

    label: ClassVar[str] = "确认外来附件的遮盖"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:50",)
    boxes: int = 0
    hidden: int = 0
    sha256: str = ""


@dataclass(frozen=True)
class ForeignPaperDropped(PublicationEvent):
    """A paper from outside does not go with the public copy."""

    label: ClassVar[str] = "决定外来附件不公开"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:50",)

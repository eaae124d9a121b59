"""What happens around a correction of what is public besides the correction itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.disclosure.events import PublicationEvent


@dataclass(frozen=True)
class CorrectionNoticeIssued(PublicationEvent):
    """The notice that tells the party of a correction lies ready to go out."""

    label: ClassVar[str] = "制作更正告知书"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("GIR-2019:41", "GD-DISC-2021:25")
    version: int = 2
    notice_number: str = ""

    def summary(self) -> str:
        """Of which decision, under which number."""
        return f"{self.decision_number}：{self.notice_number}"


@dataclass(frozen=True)
class PartyToldOfCorrection(PublicationEvent):
    """The party was told what was put right; to whom and where is not told here."""

    label: ClassVar[str] = "告知当事人更正"
    clauses: ClassVar[tuple[str, ...]] = ("GIR-2019:41", "GD-DISC-2021:25")
    version: int = 2
    told_on: date | None = None
    way: str = ""

    def summary(self) -> str:
        """Which decision, and how."""
        return f"{self.decision_number}：{self.way}"

"""What happens around a correction of what is public besides the correction itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.disclosure.events import PublicationEvent


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

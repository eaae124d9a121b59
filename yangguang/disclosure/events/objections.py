"""What happens to objections to what is public. `decision_number` is the number of the decision, or how another page is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.disclosure.events import PublicationEvent


@dataclass(frozen=True)
class ObjectionReceived(PublicationEvent):
    """Somebody says that what was published is not right; who, and what they wrote, is not told here."""

    label: ClassVar[str] = "收到公示异议"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("GIR-2019:41",)
    relation: str = ""

    def summary(self) -> str:
        """Which decision, and how they have to do with it."""
        return f"{self.decision_number}：{self.relation}"


@dataclass(frozen=True)
class ObjectionAnswered(PublicationEvent):
    """An objection was looked into and answered."""

    label: ClassVar[str] = "答复公示异议"
    clauses: ClassVar[tuple[str, ...]] = ("GIR-2019:41", "GD-DISC-2021:25")
    objection_ref: str = ""
    outcome: str = ""
    due_on: date | None = None
    late_reason: str = ""

    def summary(self) -> str:
        """Which page, how, and why it was late."""
        late = f"；逾期答复，原因：{self.late_reason}" if self.late_reason else ""
        return f"{self.decision_number}：{self.outcome}{late}"

"""What is announced about the care of a case: that somebody agreed on the day of the next step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class NextStepPlanned(Event):
    """A day was agreed on by which the next step is to be taken."""

    label: ClassVar[str] = "约定办理日"
    weighty: ClassVar[bool] = False
    day: str
    what: str

    def summary(self) -> str:
        """By when, what."""
        return f"{self.day}前{self.what}"


@dataclass(frozen=True)
class NextStepTermStarted(Event):
    """Every other term of an open case has passed: the body's own term for the next step begins."""

    label: ClassVar[str] = "起算下一步的办理期限"
    weighty: ClassVar[bool] = False
    due_on: str

    def summary(self) -> str:
        """By when."""
        return f"应当在{self.due_on}前办理下一步"

"""Whether a decision may be public is asked of those who can tell, and their answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.disclosure.events import PublicationEvent

RULING = "GIR-2019:17.3"


@dataclass(frozen=True)
class RulingAsked(PublicationEvent):
    """Nobody here can tell whether the decision may be public; the authority in charge is asked. The term runs on."""

    label: ClassVar[str] = "报请确定能否公开"
    clauses: ClassVar[tuple[str, ...]] = (RULING,)
    asked_of: str = ""
    questions: tuple[str, ...] = ()

    def summary(self) -> str:
        """Which decision, and who is asked."""
        return f"{self.decision_number}：报{self.asked_of}"


@dataclass(frozen=True)
class RulingReceived(PublicationEvent):
    """The answer of the authority that was asked."""

    label: ClassVar[str] = "收到能否公开的批复"
    clauses: ClassVar[tuple[str, ...]] = (RULING,)
    paper: str = ""
    received_on: date | None = None
    may_be_public: bool = False

    def summary(self) -> str:
        """Which decision, by which paper, what it says."""
        return f"{self.decision_number}：{self.paper}，{'可以公开' if self.may_be_public else '不能公开'}"

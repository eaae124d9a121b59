"""What happens to clarifications beside a published decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from yangguang.disclosure.events import PublicationEvent


@dataclass(frozen=True)
class ClarificationEvent(PublicationEvent):
    """Something that happened to a clarification; its words are told once they are public."""

    clauses: ClassVar[tuple[str, ...]] = ("GIR-2019:6.2",)
    clarification_ref: str = ""


@dataclass(frozen=True)
class ClarificationDrafted(ClarificationEvent):
    """A publisher put it before the agency head."""

    label: ClassVar[str] = "送审澄清公告"
    weighty: ClassVar[bool] = False
    secrecy: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ClarificationReturned(ClarificationEvent):
    """The agency head did not agree."""

    label: ClassVar[str] = "退回澄清公告"
    weighty: ClassVar[bool] = False
    reason: str = ""

    def summary(self) -> str:
        """Which decision, and why not."""
        return f"{self.decision_number}：{self.reason}"


@dataclass(frozen=True)
class ClarificationPublished(ClarificationEvent):
    """It stands beside the publication; the fingerprint of the copy changes with it."""

    label: ClassVar[str] = "公布澄清公告"
    publication_ref: str = ""
    version: int = 1
    digest: str = ""
    title: str = ""
    drafted_by: str = ""

    def summary(self) -> str:
        """Which decision, and under which title."""
        return f"{self.decision_number}：{self.title}"

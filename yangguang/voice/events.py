"""What happens to voices. No event holds a name or a word of what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event

EXAMINE = "APL-2021:75.2"


@dataclass(frozen=True)
class VoiceEvent(Event):
    """Something that happened to a voice."""

    weighty: ClassVar[bool] = False
    told: ClassVar[str] = "{receipt}：{kind}"
    receipt: str
    kind: str


@dataclass(frozen=True)
class VoiceReceived(VoiceEvent):
    """Somebody wrote by the public site; the desk has it."""

    label: ClassVar[str] = "收到网上来件"
    files: int = 0


@dataclass(frozen=True)
class VoiceKept(VoiceEvent):
    """Somebody took it in hand, and may from now on see who wrote."""

    label: ClassVar[str] = "认领网上来件"


@dataclass(frozen=True)
class VoiceTaken(VoiceEvent):
    """It became a lead."""

    label: ClassVar[str] = "来件登记为线索"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:9.1",)
    told: ClassVar[str] = "{receipt}：{lead_number}"
    lead_number: str = ""


@dataclass(frozen=True)
class VoiceAnswered(VoiceEvent):
    """It was looked into and answered."""

    label: ClassVar[str] = "答复网上来件"
    weighty: ClassVar[bool] = True
    told: ClassVar[str] = "{receipt}：{kind} {finding}"
    finding: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class VoiceRefused(VoiceEvent):
    """It was turned away, on a ground."""

    label: ClassVar[str] = "来件不予办理"
    weighty: ClassVar[bool] = True
    told: ClassVar[str] = "{receipt}：{ground}"
    ground: str = ""
    clause: str = ""

    def cited(self) -> tuple[str, ...]:
        """The clause of its ground."""
        return (self.clause,) if self.clause else ()


@dataclass(frozen=True)
class VoiceMoved(VoiceEvent):
    """It went to the body it belongs to."""

    label: ClassVar[str] = "转送网上来件"
    weighty: ClassVar[bool] = True
    clauses: ClassVar[tuple[str, ...]] = ("MWR-2019:10.3",)
    told: ClassVar[str] = "{receipt}：{before} → {after}"
    before: str = ""
    after: str = ""
    reason: str = ""


@dataclass(frozen=True)
class VoicePressed(VoiceEvent):
    """The supervising authority asks for an answer."""

    label: ClassVar[str] = "监督机关督促答复"
    weighty: ClassVar[bool] = True
    clauses: ClassVar[tuple[str, ...]] = (EXAMINE,)
    words: str = ""

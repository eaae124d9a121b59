"""What disclosure announces of lists and officers' entries. No event holds a name of a person or a word of the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event

DUTIES = "TSO-2018:publish_duties"
TAKING_BACK = "TSO-2018:withdraw"
TERM = "GIR-2019:26"


@dataclass(frozen=True)
class StandingEvent(Event):
    """Something that happened to what is public besides decisions. `title` names an edition, never a person."""

    title: str
    publication_ref: str

    def summary(self) -> str:
        """Which one."""
        return self.title


@dataclass(frozen=True)
class ListScheduled(StandingEvent):
    """An edition was adopted; its publication is due."""

    label: ClassVar[str] = "清单列入待发布"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (TERM,)
    publish_by: date | None = None


@dataclass(frozen=True)
class EntryScheduled(StandingEvent):
    """It is decided that a listing or a major violation goes before the public; no name of anybody in it."""

    label: ClassVar[str] = "失信名单、重大违法公布列入待发布"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (DUTIES,)
    publish_by: date | None = None


@dataclass(frozen=True)
class ListReleased(StandingEvent):
    """An edition or an entry is visible from now on; through whose hands it went, each by reference."""

    label: ClassVar[str] = "发布清单"
    clauses: ClassVar[tuple[str, ...]] = (DUTIES, TERM)
    edition_ref: str = ""
    list_kind: str = ""
    version: int = 1
    digest: str = ""
    collected_by: str = ""
    passed_on_by: str = ""
    reviewed_by: str = ""
    released_by: str = ""
    late_reason: str = ""


@dataclass(frozen=True)
class StandingChangeProposed(StandingEvent):
    """A correction, a withdrawal or a putting back waits for a second person."""

    label: ClassVar[str] = "提出公示变更"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (TAKING_BACK,)
    kind: str = ""
    ground: str = ""
    reason: str = ""


@dataclass(frozen=True)
class StandingChangeReturned(StandingEvent):
    """The second person did not approve."""

    label: ClassVar[str] = "退回公示变更"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (TAKING_BACK,)
    kind: str = ""
    reason: str = ""


@dataclass(frozen=True)
class ListCorrected(StandingEvent):
    """Words of a public edition were put right; what stood before stays to be compared, or is hidden."""

    label: ClassVar[str] = "更正公开的清单"
    clauses: ClassVar[tuple[str, ...]] = (TAKING_BACK,)
    edition_ref: str = ""
    list_kind: str = ""
    version: int = 1
    digest: str = ""
    reason: str = ""
    hides_more: bool = False
    corrected_on: date | None = None
    proposed_by: str = ""


@dataclass(frozen=True)
class StandingPutBack(StandingEvent):
    """What had been taken back is public again."""

    label: ClassVar[str] = "恢复公开清单或者人员"
    clauses: ClassVar[tuple[str, ...]] = (TAKING_BACK,)
    edition_ref: str = ""
    list_kind: str = ""
    version: int = 1
    reason: str = ""
    back_on: date | None = None
    proposed_by: str = ""


@dataclass(frozen=True)
class StandingWithdrawn(StandingEvent):
    """An edition or an officer's entry was taken back and the reason made public."""

    label: ClassVar[str] = "撤回公开的清单或者人员"
    clauses: ClassVar[tuple[str, ...]] = (TAKING_BACK,)
    ground: str = ""
    reason: str = ""
    basis: str = ""
    withdrawn_on: date | None = None
    proposed_by: str = ""
    proposal: str = ""

"""What disclosure announces. No event holds a name of a person or a word of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event

WITHDRAWAL = "APL-2021:48.2"


@dataclass(frozen=True)
class PublicationEvent(Event):
    """Something that happened to the publication of a decision."""

    decision_number: str

    def summary(self) -> str:
        """Which decision."""
        return self.decision_number


@dataclass(frozen=True)
class PublicationScheduled(PublicationEvent):
    """A decision was made; its publication is due."""

    label: ClassVar[str] = "列入待公开"
    weighty: ClassVar[bool] = False
    clause: str = ""
    publish_by: date | None = None

    def cited(self) -> tuple[str, ...]:
        """The clause that fixes the term."""
        return (self.clause,)


@dataclass(frozen=True)
class PublicationPrepared(PublicationEvent):
    """The public copy was collected, checked for scope and secrecy under a channel's profile, and put before a second person."""

    label: ClassVar[str] = "编制公示信息"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:48.1", "APL-2021:50")
    version: int = 1
    hidden: int = 0
    scope: str = ""
    profile: str = ""
    secrecy: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PublicationReturned(PublicationEvent):
    """The second person sent the copy back."""

    label: ClassVar[str] = "退回公示信息"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:50",)
    reason: str = ""


@dataclass(frozen=True)
class PublicationPublished(PublicationEvent):
    """The public copy is visible from now on; through whose hands it went, each by reference."""

    label: ClassVar[str] = "公开决定"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:48.1",)
    publication_ref: str = ""
    version: int = 1
    digest: str = ""
    published_on: date | None = None
    late_reason: str = ""
    until: date | None = None
    term_clause: str = ""
    collected_by: str = ""
    passed_on_by: str = ""
    reviewed_by: str = ""
    released_by: str = ""
    party_told: str = ""

    def cited(self) -> tuple[str, ...]:
        """That it is public, and the clause by which it ends where there is one."""
        return (*self.clauses, *((self.term_clause,) if self.term_clause else ()))


@dataclass(frozen=True)
class PublicationCorrected(PublicationPublished):
    """A corrected copy takes the place of the one before; the public sees that and what changed."""

    label: ClassVar[str] = "更正公示信息"
    reason: str = ""
    hides_more: bool = False


@dataclass(frozen=True)
class PublicationPutBack(PublicationCorrected):
    """What had been taken back is public again: the alteration because of which it went has fallen."""

    label: ClassVar[str] = "恢复公开"


@dataclass(frozen=True)
class FulfilmentPublished(PublicationEvent):
    """What became of the decision is public: fixed words with dates and amounts; the fingerprint of the copy changes."""

    label: ClassVar[str] = "更新履行情况"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:48.1",)
    publication_ref: str = ""
    version: int = 1
    digest: str = ""
    fulfilment: str = ""

    def summary(self) -> str:
        """Which decision, and what became of it."""
        return f"{self.decision_number}：{self.fulfilment or '没有需要履行的内容'}"


@dataclass(frozen=True)
class WithdrawalGroundReceived(PublicationEvent):
    """A paper arrived by which a published decision has to be taken back."""

    label: ClassVar[str] = "登记撤回情形"
    clauses: ClassVar[tuple[str, ...]] = (WITHDRAWAL,)
    ground: str = ""
    paper: str = ""
    received_on: date | None = None
    withdraw_by: date | None = None

    def summary(self) -> str:
        """Which decision, by which paper."""
        return f"{self.decision_number}：{self.paper}"


@dataclass(frozen=True)
class PublicationWithdrawn(PublicationEvent):
    """A publication was taken back and the reason made public."""

    label: ClassVar[str] = "撤回公开"
    clauses: ClassVar[tuple[str, ...]] = (WITHDRAWAL,)
    publication_ref: str = ""
    reason: str = ""
    basis: str = ""
    withdrawn_on: date | None = None
    late_reason: str = ""
    proposed_by: str = ""
    urgent: bool = False
    follow_up_by: date | None = None

    def summary(self) -> str:
        """Which decision, and why; whether one person did it at once."""
        return f"{self.decision_number}：{'紧急撤下，' if self.urgent else ''}{self.reason}"


@dataclass(frozen=True)
class PublicationExpired(PublicationEvent):
    """The publication period is over."""

    label: ClassVar[str] = "期满停止公开"
    publication_ref: str = ""
    ended_on: date | None = None
    clause: str = ""

    def cited(self) -> tuple[str, ...]:
        """The clause of its term, where the law grades it."""
        return (self.clause,) if self.clause else ()


@dataclass(frozen=True)
class DecisionWithheld(PublicationEvent):
    """A decision is not published, on a ground and for a reason that are kept."""

    label: ClassVar[str] = "决定不予公开"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:48.1", "APL-2021:50")
    ground: str = ""
    reason: str = ""


@dataclass(frozen=True)
class ExemptionFiled(PublicationEvent):
    """Why a decision is not public was filed with the judicial bureau."""

    label: ClassVar[str] = "不予公开报备案"
    clauses: ClassVar[tuple[str, ...]] = ("GD-DISC-2021:16",)
    filed_with: str = ""
    filed_on: date | None = None
    number: str = ""


@dataclass(frozen=True)
class ExemptionReviewed(PublicationEvent):
    """Somebody looked again whether the ground still holds."""

    label: ClassVar[str] = "评估不予公开"
    clauses: ClassVar[tuple[str, ...]] = ("GIR-2019:18",)
    outcome: str = ""
    opinion: str = ""
    review_by: date | None = None

    def summary(self) -> str:
        """Which decision, and what came of it."""
        return f"{self.decision_number}：{self.outcome}"


@dataclass(frozen=True)
class PushRetried(PublicationEvent):
    """Somebody has a channel try once more to tell, or take back, what it did not take (D21)."""

    label: ClassVar[str] = "重新推送"
    weighty: ClassVar[bool] = False
    channel: str = ""
    reason: str = ""

    def summary(self) -> str:
        """Which decision, where, and why it had not gone out."""
        return f"{self.decision_number}：{self.channel}，此前{self.reason or '没有成功'}"


@dataclass(frozen=True)
class FlowchartPublished(Event):
    """The flowchart of a proceeding is public as its stage table stands."""

    label: ClassVar[str] = "公示流程图"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:39",)
    told: ClassVar[str] = "{title}"
    name: str
    title: str
    flowchart_ref: str
    digest: str


@dataclass(frozen=True)
class BoardEvent(Event):
    """Something a window board shows has changed (D11)."""

    weighty: ClassVar[bool] = False
    board_ref: str


@dataclass(frozen=True)
class BoardWorded(BoardEvent):
    """What a body says of its hall changed."""

    label: ClassVar[str] = "更新窗口公示牌"
    place: str
    services: int
    notices: int

    def summary(self) -> str:
        """Where, how many matters, how many notices."""
        return f"{self.place}，服务事项{self.services}项，通知{self.notices}条"


@dataclass(frozen=True)
class WindowPosted(BoardEvent):
    """Somebody sits at a window from a day to a day."""

    label: ClassVar[str] = "安排窗口人员"
    told: ClassVar[str] = "{window}，{name}，{from_day}至{until_day}"
    window: str
    name: str
    from_day: date
    until_day: date


@dataclass(frozen=True)
class WindowClosed(BoardEvent):
    """A window left the board."""

    label: ClassVar[str] = "停用窗口"
    told: ClassVar[str] = "{window}"
    window: str

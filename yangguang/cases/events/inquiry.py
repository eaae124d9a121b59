"""What a labour investigation announces beside the acts every case has: notices, queries, help, extension, suspension."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.cases.events.inspecting import signed_words


@dataclass(frozen=True)
class InterviewNoticeIssued(Event):
    """An employer was asked to come and to hand over materials."""

    label: ClassVar[str] = "发调查询问书"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:15.1",)
    number: str
    party: str
    due_on: date
    way: str

    def summary(self) -> str:
        """To whom and by which day."""
        return f"{self.party}，{self.number}，{self.due_on:%Y-%m-%d}前提供资料，{self.way}"


@dataclass(frozen=True)
class AssetsQueried(Event):
    """Accounts, houses or vehicles were asked about, with the approval of the city or above."""

    label: ClassVar[str] = "查询账户、房产、车辆"
    clauses: ClassVar[tuple[str, ...]] = ("MWR-2019:40",)
    to: str
    about: str
    approved: str

    def summary(self) -> str:
        """Whom, about whom, by whose approval."""
        return f"向{self.to}查询{self.about}，{self.approved}"


@dataclass(frozen=True)
class AuditEntrusted(Event):
    """Accountants were asked to audit."""

    label: ClassVar[str] = "委托审计"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:15.1",)
    to: str
    report_by: date

    def summary(self) -> str:
        """Whom, and by when."""
        return f"{self.to}，{self.report_by:%Y-%m-%d}前出具报告"


@dataclass(frozen=True)
class AssistanceRequested(Event):
    """The police or another body was asked to help."""

    label: ClassVar[str] = "请求协助调查"
    clauses: ClassVar[tuple[str, ...]] = ("MWR-2019:41.1", "APL-2021:26")
    to: str
    reason: str

    def summary(self) -> str:
        """Whom, and why."""
        return f"{self.to}：{self.reason}"


@dataclass(frozen=True)
class FoundByWorkerEvidence(Event):
    """A fact was found by what workers proved, because the employer proved nothing in time."""

    label: ClassVar[str] = "按劳动者证据认定"
    clauses: ClassVar[tuple[str, ...]] = ("MWR-2019:50", "WPN-2014:no_ledger")
    evidence: int
    workers: int

    def summary(self) -> str:
        """On how much, for how many."""
        return f"{self.evidence}件证据，{self.workers}名劳动者"


@dataclass(frozen=True)
class RectifiedOnTheSpot(Event):
    """A plain violation was put right during an inspection."""

    label: ClassVar[str] = "当场纠正"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:15.2",)
    place: str
    officers: list[str]
    unsigned: bool = False
    witness: str = ""

    def summary(self) -> str:
        """Where, and by whom."""
        return f"{self.place}，{'、'.join(self.officers)}{signed_words(self.unsigned, self.witness)}"


@dataclass(frozen=True)
class InvestigationExtended(Event):
    """The term of an investigation was made longer, once."""

    label: ClassVar[str] = "延长调查"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:17#extension",)
    days: int
    due_on: date
    reason: str

    def summary(self) -> str:
        """By how much, to when, and why."""
        return f"{self.days}个工作日，至{self.due_on:%Y-%m-%d}：{self.reason}"


@dataclass(frozen=True)
class InvestigationSuspended(Event):
    """An investigation stands still under a rule of the province."""

    label: ClassVar[str] = "中止调查"
    basis: str
    reason: str

    def summary(self) -> str:
        """Why, and under which rule."""
        return f"{self.reason}（{self.basis}）"


@dataclass(frozen=True)
class InvestigationResumed(Event):
    """An investigation goes on; its term runs on."""

    label: ClassVar[str] = "恢复调查"
    due_on: date
    reason: str

    def summary(self) -> str:
        """Why, and until when."""
        return f"{self.reason}，期限继续计算至{self.due_on:%Y-%m-%d}"

"""What reporting announces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event

ANNUAL_REPORT = "TSO-2018:annual_report"


@dataclass(frozen=True)
class ReportEvent(Event):
    """Something that happened to the annual report of a year."""

    clauses: ClassVar[tuple[str, ...]] = (ANNUAL_REPORT,)
    year: int
    version: int

    def summary(self) -> str:
        """Which year, which version."""
        return f"{self.year}年度" + (f"第{self.version}版" if self.version > 1 else "")


@dataclass(frozen=True)
class ReportDrafted(ReportEvent):
    """A report, or a correction of a published one, was begun."""

    label: ClassVar[str] = "编制统计年报"
    weighty: ClassVar[bool] = False
    template: str = ""
    correction_reason: str = ""


@dataclass(frozen=True)
class ReportWorded(ReportEvent):
    """The text part was written or changed."""

    label: ClassVar[str] = "撰写年报情况说明"
    weighty: ClassVar[bool] = False


@dataclass(frozen=True)
class FiguresEntered(ReportEvent):
    """Figures the platform has no data for were filled in by hand."""

    label: ClassVar[str] = "手工填报年报数字"
    weighty: ClassVar[bool] = False
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReportSubmitted(ReportEvent):
    """The numbers were frozen and put before the agency head."""

    label: ClassVar[str] = "年报送审"
    digest: str = ""


@dataclass(frozen=True)
class ReportReturned(ReportEvent):
    """The head sent the report back."""

    label: ClassVar[str] = "退回年报"
    reason: str = ""


@dataclass(frozen=True)
class ReportAdopted(ReportEvent):
    """The head adopted the report with a fresh code; it is public from now on, exactly as frozen."""

    label: ClassVar[str] = "审定公开统计年报"
    report_ref: str = ""
    digest: str = ""
    adopted_on: date | None = None
    due_on: date | None = None
    late_reason: str = ""


@dataclass(frozen=True)
class ReportFiled(ReportEvent):
    """The published report was filed upward; the public sees with whom and when."""

    label: ClassVar[str] = "报送统计年报"
    report_ref: str = ""
    office_name: str = ""
    number: str = ""
    filed_on: date | None = None

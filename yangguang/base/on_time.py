"""When an act may be entered: not before it happened, and afterwards only with the reason why (APL-2021:47)."""

from __future__ import annotations

from datetime import date

from yangguang.base import calendars
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import workdays_between


def on_time(at: Moment) -> None:
    """Raises Refused for an act in the future, and for one that is entered late without a reason."""
    if at.occurred_at > at.recorded_at:
        raise Refused("发生时间不能晚于现在。", "APL-2021:47", field="occurred_at", remedy="请核对日期和时间。")
    late = _workdays_late(at)
    if late > 1 and not at.late_reason.strip():
        raise Refused(
            f"这一步发生在 {late} 个工作日以前，补录应当写明原因。", "APL-2021:47",
            field="late_reason", remedy="请填写补录原因；日期填错的，请改正发生时间。",
        )  # fmt: skip


def _workdays_late(at: Moment) -> int:
    recorded: date = Moment(at.recorded_at, at.recorded_at).day
    return workdays_between(at.day, recorded, calendars.in_force()) if at.day < recorded else 0

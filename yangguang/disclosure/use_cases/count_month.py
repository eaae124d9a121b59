"""Count what the public log says of a month that is over, and make the numbers public with a leaf of their own."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.base.tlog import months
from yangguang.disclosure.events.log import MonthCounted
from yangguang.disclosure.month_counts import counted_months, counts_of, is_on_its_way
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CHAIN = "public_log"  # the log is the site's, no body's


@transaction.atomic
def count_month(*, month: str, actor: Actor, at: Moment) -> dict[str, Any]:
    """Once, after its end, when all that happened in it is said."""
    end = months.begin_of(months.after(month))
    if at.recorded_at < end:
        raise Refused("这个月还没有过完，不能计数。", remedy="请在这个月过完以后再计。")
    if month in counted_months():
        raise Refused("这个月已经计数，不能再计。", remedy="请看已经公布的计数。")
    if is_on_its_way(end):
        raise Refused("这个月还有没有写入存证日志的事项。", remedy="请稍后再试。")
    content = counts_of(month)
    ledger.record(MonthCounted(month, content), subject=Subject("log_month", month, CHAIN), actor=actor, at=at)
    return content

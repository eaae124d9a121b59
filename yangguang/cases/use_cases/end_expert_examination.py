"""Say that a test is over: the days run again from the next one (M08)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from yangguang.cases.events.custody import MeasureMoved
from yangguang.cases.kinds.custody.held import limit_clock
from yangguang.cases.models import CoerciveMeasure
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._custody import on_the_day
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "ACL-2011:25.3"
ONE_DAY = timedelta(days=1)


@transaction.atomic
def end_expert_examination(
    *, measure: CoerciveMeasure, ended_on: date | None, actor: Account, at: Moment
) -> CoerciveMeasure:
    """What ends earlier counts earlier; what takes longer than the party was told is not left out."""
    line = locked_line(measure)
    one = line.examinations.filter(ended_on=None).order_by("-pk").first()
    if one is None:
        raise Refused("没有正在进行的检测、鉴定。", CLAUSE, remedy="请先登记检测、鉴定。")
    day = on_the_day(at, ended_on, "结束日期", CLAUSE)
    taken = step_taken(line, "end_expert_examination", actor=actor, at=at)
    one.ended_on = day
    one.save()
    line.save()
    if (clock := limit_clock(line)) is not None:
        run_clocks.shorten_halt(clock, until=day + ONE_DAY)
    told(taken, line, MeasureMoved("检测、鉴定结束", f"{day:%Y-%m-%d}", (CLAUSE,)), actor=actor, at=at)
    return line

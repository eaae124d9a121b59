"""Tell the party of an extension in writing; only then does the measure stand longer (ACL-2011:25.2)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.custody import MeasureMoved
from yangguang.cases.kinds.custody.held import limit_clock
from yangguang.cases.models import CoerciveMeasure
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._custody import on_the_day
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.due_dates import Unit
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.statutes import clause

EXTENSION, TOLD = "ACL-2011:25.1#extension", "ACL-2011:25.2"


@transaction.atomic
def tell_extension(
    *, measure: CoerciveMeasure, told_on: date | None, proof_number: str, actor: Account, at: Moment
) -> CoerciveMeasure:
    """Refused once the first days are over: an extension nobody was told of has no effect."""
    line = locked_line(measure)
    day = on_the_day(at, told_on, "书面告知日期", TOLD)
    proof = worded(proof_number, label="告知凭证", field="proof_number", most=80)
    if line.extension_told_on is not None:
        raise Refused("延长已经书面告知。", TOLD, remedy="请刷新页面。")
    taken = step_taken(line, "tell_extension", actor=actor, at=at)
    line.extension_told_on = day
    line.save()
    clock = limit_clock(line)
    if clock is None:
        raise Refused("没有正在计算的期限。", EXTENSION)
    longer = clause(EXTENSION).amount(unit="calendar_day")
    run_clocks.extend(clock, amount=longer, unit=Unit.CALENDAR_DAY, reason=line.extension_reason, clause=EXTENSION)
    told(taken, line, MeasureMoved("书面告知延长", f"{day:%Y-%m-%d}，{proof}", (TOLD,)), actor=actor, at=at)
    return line

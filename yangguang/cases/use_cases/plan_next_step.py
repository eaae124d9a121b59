"""Agree on the day by which the next step of a case is to be taken, where no term of law gives one."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.upkeep import NextStepPlanned
from yangguang.cases.models import PlannedDay
from yangguang.cases.policy import may_take
from yangguang.cases.queries import ENDED
from yangguang.cases.upkeep_beside import has_open_lines
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.keep_dated import TERM
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def plan_next_step(
    *, case_id: int, day: date, what: str, actor: Account, at: Moment, seen_version: int | None = None
) -> PlannedDay:
    """It binds nobody by law and moves no clock: it keeps a case from lying without a date."""
    case = lock_case(case_id, seen_version=seen_version)
    if not may_take(actor, case, (Role.CASE_HANDLER, Role.UNIT_HEAD)):
        raise Refused("约定办理日由本案承办人或者承办机构负责人填写。")
    if case.status in ENDED and not has_open_lines(case):
        raise Refused("本案已经办结，不需要约定办理日。")
    if day < at.day:
        raise Refused("约定办理日不能早于今天。", field="day", remedy="请核对日期。")
    if not what.strip():
        raise Refused("请写明要办的事。", field="what")
    case.planned_days.filter(superseded=False).update(superseded=True)
    planned = PlannedDay.objects.create(
        case=case, day=day, what=what.strip(), agreed_on=at.day, agreed_by_name=actor.name
    )
    run_clocks.stop(case, TERM, on=at.day, event="约定办理日")
    event = NextStepPlanned(day.isoformat(), planned.what)
    ledger.record(event, subject=case.subject, actor=actor, at=at)
    return planned

"""An agent acts no longer for a party: taken back, laid down, or replaced."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.counterparts import AgencyEnded
from yangguang.cases.models import AuthorisedAgent
from yangguang.cases.policy import may_take
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

CLAUSE = "APL-2021:64.1.5"


@transaction.atomic
def end_agency(
    *, case_id: int, agent_ref: str, reason: str, actor: Account, at: Moment, seen_version: int | None = None
) -> AuthorisedAgent:
    """From that day on; what the agent did before stands."""
    case = lock_case(case_id, seen_version=seen_version)
    if not may_take(actor, case, (Role.CASE_HANDLER,)):
        raise Refused("您不能解除委托代理。", CLAUSE, remedy="有权办理的是本案的承办人。")
    row = AuthorisedAgent.objects.select_for_update().filter(case=case, public_id=agent_ref).first()
    if row is None or row.ended_on is not None:
        raise Refused("请选择还在代理的代理人。", CLAUSE, field="agent_ref", remedy="请刷新页面后再选。")
    if at.day < row.from_on:
        raise Refused("解除日期早于委托起始日。", CLAUSE, field="occurred_at", remedy="请核对日期。")
    row.ended_on, row.end_reason = at.day, clean(reason, label="解除原因", most=200, least=1, field="reason")
    row.save(update_fields=["ended_on", "end_reason"])
    ledger.record(AgencyEnded(row.party.name, row.name, row.end_reason), subject=case.subject, actor=actor, at=at)
    return row

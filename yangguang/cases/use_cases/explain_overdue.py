"""Write why an agency's own term has passed; the reason stays beside the clock."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.deciding import OverdueExplained
from yangguang.cases.models import Clock
from yangguang.cases.policy import may_take
from yangguang.cases.rules.clocks import KINDS
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def explain_overdue(
    *, case_id: int, clock_ref: str, reason: str, actor: Account, at: Moment, seen_version: int | None = None
) -> Clock:
    """Raises Refused before the term has passed, without words, or from anyone but a handler."""
    case = lock_case(case_id, seen_version=seen_version)
    clock = Clock.objects.select_for_update().filter(public_id=clock_ref, case=case).first()
    if clock is None:
        raise Refused("请选择本案的期限。", field="clock_ref")
    if not may_take(actor, case, (Role.CASE_HANDLER,)):
        raise Refused("逾期原因由本案承办人填写。", clock.clause)
    if not run_clocks.is_over(clock, at):
        raise Refused("期限还没有到，不需要说明。", clock.clause)
    if not reason.strip():
        raise Refused("请写明逾期原因。", clock.clause, field="reason")
    clock.overdue_reason = reason.strip()[:400]
    clock.save(update_fields=["overdue_reason"])
    event = OverdueExplained(KINDS[clock.kind].label, clock.overdue_reason)
    ledger.record(event, subject=case.subject, actor=actor, at=at)
    return clock

"""Write why the term of a lead has passed: to accept a complaint, or to decide whether a case is opened."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.deciding import OverdueExplained
from yangguang.cases.kinds.labour.policy import may_take_lead
from yangguang.cases.models import Clock, Lead
from yangguang.cases.rules.clocks import KINDS
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lead_steps import in_order_of_time, locked, overdue_clock
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

TELLERS = (Role.CASE_HANDLER, Role.WINDOW_CLERK, Role.UNIT_HEAD)


@transaction.atomic
def explain_lead_overdue(*, lead: Lead, reason: str, actor: Account, at: Moment) -> Clock:
    """The reason stays beside the clock and in the ledger. Refused while no term has passed."""
    row = locked(lead)
    if not may_take_lead(actor, row, TELLERS):
        raise Refused("您不能说明这条线索的逾期原因。", "LSP-2004:18#accept", remedy="请由承办人办理。")
    in_order_of_time(row, at)
    late = overdue_clock(row, at.day)
    if late is None:
        raise Refused("没有逾期，或者已经说明，不需要再写。", "LSP-2004:18#accept", remedy="请直接办理下一步。")
    late.overdue_reason = worded(reason, label="逾期原因", field="reason", most=400)
    late.save(update_fields=["overdue_reason"])
    event = OverdueExplained(KINDS[late.kind].label, late.overdue_reason)
    ledger.record(event, subject=row.subject, actor=actor, at=at)
    return late

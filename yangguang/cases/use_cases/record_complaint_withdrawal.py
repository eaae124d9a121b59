"""Record that a complainant takes the complaint back. The investigation goes on (L07)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.labour import ComplaintWithdrawn
from yangguang.cases.models import Lead
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lead_steps import checked_step, locked, moved
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def record_complaint_withdrawal(*, lead: Lead, reason: str, actor: Account, at: Moment) -> Lead:
    """Put the withdrawal on record; the lead and its case stay where they are."""
    row = locked(lead)
    step = checked_step(row, "record_complaint_withdrawal", actor=actor, at=at)
    moved(row, step, at=at)
    why = worded(reason, label="撤回理由", field="reason", most=400)
    ledger.record(ComplaintWithdrawn(row.number, why), subject=row.subject, actor=actor, at=at)
    return row

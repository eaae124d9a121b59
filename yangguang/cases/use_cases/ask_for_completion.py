"""Tell a complainant, once and all together, what is missing (L03)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.labour import CompletionAsked
from yangguang.cases.models import Lead
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lead_steps import checked_step, locked, moved
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def ask_for_completion(*, lead: Lead, wanted: str, actor: Account, at: Moment) -> Lead:
    """Ask for what is missing. A second time is refused."""
    row = locked(lead)
    step = checked_step(row, "ask_for_completion", actor=actor, at=at)
    if row.complaint.completion_asked_on is not None:
        raise Refused(
            "应当一次告知需要补正的内容。",
            "LSP-2004:18#conditions",
            remedy="已经告知过一次，请按现有材料决定是否受理。",
        )
    row.complaint.completion_list = worded(wanted, label="需要补正的内容", field="wanted")
    row.complaint.completion_asked_on = at.day
    row.complaint.save(update_fields=["completion_list", "completion_asked_on"])
    moved(row, step, at=at)
    ledger.record(CompletionAsked(row.number, row.complaint.completion_list), subject=row.subject, actor=actor, at=at)
    return row

"""Decline to open a case on a lead, with the reason (P02)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.labour import LeadSettled
from yangguang.cases.kinds.labour.documents import lead_notices
from yangguang.cases.models import Lead
from yangguang.cases.use_cases._lead_steps import checked_step, locked, moved
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.api import make_document


@transaction.atomic
def decline_to_open(*, lead: Lead, reason: str, actor: Account, at: Moment) -> Lead:
    """The unit head decides that there is no case. Refused without a reason."""
    row = locked(lead)
    step = checked_step(row, "decline_to_open", actor=actor, at=at)
    why = clean(reason, label="不予立案的理由", most=400, lines=True, field="reason")
    if not why:
        raise Refused("不予立案应当写明理由。", "APL-2021:54.2", field="reason", remedy="请写明理由。")
    row.closing_reason = why
    moved(row, step, at=at)
    make_document(
        kind="non_opening_approval", title="不予立案审批表", body=row.body, file_ref=row.public_id,
        sheet=lead_notices.non_opening_approval(row, reason=why, on=at.day), dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    ledger.record(LeadSettled(row.number, "不予立案", why, step.clauses), subject=row.subject, actor=actor, at=at)
    return row

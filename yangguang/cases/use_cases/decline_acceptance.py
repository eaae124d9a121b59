"""Decline to accept a complaint, for a statutory reason, in writing (L05)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.labour import LeadSettled
from yangguang.cases.kinds.labour.documents import lead_notices
from yangguang.cases.kinds.labour.remedies import remedies_of
from yangguang.cases.models import DeclineReason, Lead
from yangguang.cases.use_cases._lead_steps import checked_step, locked, moved
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.api import make_document


@transaction.atomic
def decline_acceptance(*, lead: Lead, reason: str, note: str = "", actor: Account, at: Moment) -> Lead:
    """Refuse a complaint with one of the statutory reasons; the notice says how to go on."""
    row = locked(lead)
    step = checked_step(row, "decline_acceptance", actor=actor, at=at)
    if reason not in DeclineReason.values:
        raise Refused(
            "不是法定的不予受理理由。", "LSP-2004:18#accept", field="reason", remedy="请从法定理由清单中选择。"
        )
    if reason == DeclineReason.EMPLOYER_UNKNOWN and row.complaint.completion_asked_on is None:
        raise Refused(
            "单位不明确的，应当先告知补正。", "LSP-2004:18#conditions", field="reason", remedy="请先办理“告知补正”。"
        )
    words = clean(note, label="说明", most=400, lines=True, field="note")
    row.complaint.decline_reason = reason
    row.complaint.save(update_fields=["decline_reason"])
    row.closing_reason = DeclineReason(reason).label
    moved(row, step, at=at)
    make_document(
        kind="non_acceptance_notice", title="投诉不予受理通知书", number_kind="监不受", body=row.body,
        file_ref=row.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=lead_notices.non_acceptance_notice(
            row, reason=DeclineReason(reason).label, note=words, remedies=remedies_of(row.body, at.day), on=at.day
        ),
    )  # fmt: skip
    event = LeadSettled(row.number, "不予受理", DeclineReason(reason).label, step.clauses)
    ledger.record(event, subject=row.subject, actor=actor, at=at)
    return row

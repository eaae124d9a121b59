"""Tell a complainant which other way is open: arbitration, a court, another authority (L06)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.labour import LeadSettled
from yangguang.cases.kinds.labour.documents import lead_notices
from yangguang.cases.models import Lead, RedirectGround
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lead_steps import checked_step, locked, moved
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.api import make_document


@transaction.atomic
def redirect_complaint(*, lead: Lead, ground: str, to: str, note: str = "", actor: Account, at: Moment) -> Lead:
    """Show the other way in writing, with the reason."""
    row = locked(lead)
    step = checked_step(row, "redirect_complaint", actor=actor, at=at)
    if ground not in RedirectGround.values:
        raise Refused("应当写明告知其他途径的理由。", "LSR-2004:21.2", field="ground", remedy="请从列表中选择。")
    where = worded(to, label="告知前往", field="to", most=120)
    words = clean(note, label="说明", most=400, lines=True, field="note")
    row.complaint.redirect_ground, row.complaint.redirect_to = ground, where
    row.complaint.save(update_fields=["redirect_ground", "redirect_to"])
    row.closing_reason = f"{RedirectGround(ground).label}，告知向{where}提出"
    moved(row, step, at=at)
    make_document(
        kind="redirection_notice", title="投诉事项告知书", number_kind="监告知", body=row.body, file_ref=row.public_id,
        sheet=lead_notices.redirection_notice(
            row, ground=RedirectGround(ground).label, to=where, note=words, on=at.day
        ), dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    event = LeadSettled(row.number, "告知其他途径", row.closing_reason, step.clauses)
    ledger.record(event, subject=row.subject, actor=actor, at=at)
    return row

"""Transfer a lead to the body that is competent for it (LSR-2004:18.2)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.labour import LeadSettled
from yangguang.cases.kinds.labour.documents import lead_notices
from yangguang.cases.models import Lead
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lead_steps import checked_step, locked, moved
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document


@transaction.atomic
def transfer_lead(*, lead: Lead, to: str, reason: str, papers: str, actor: Account, at: Moment) -> Lead:
    """Send a lead on with its papers. The letter names nobody who told."""
    row = locked(lead)
    where = worded(to, label="接收机关", field="to", most=120)
    why = worded(reason, label="移送理由", field="reason", most=400)
    sent = worded(papers, label="移送材料", field="papers", most=400)
    step = checked_step(row, "transfer_lead", actor=actor, at=at, given={"text": f"{where}{why}{sent}"})
    row.closing_reason = f"移送{where}：{why}"[:400]
    moved(row, step, at=at)
    line = f"{row.number}反映{row.employer_name or '有关用人单位'}的线索"
    make_document(
        kind="transfer_letter", title="案件移送函", number_kind="监移", body=row.body, file_ref=row.public_id,
        sheet=lead_notices.transfer_letter(
            subject_line=line, body_name=row.body.name, to=where, reason=why, papers=sent, on=at.day
        ), dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    ledger.record(LeadSettled(row.number, f"移送{where}", why, step.clauses), subject=row.subject, actor=actor, at=at)
    return row

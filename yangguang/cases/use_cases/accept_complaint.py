"""Accept a complaint and open its case the same day (L04, LSP-2004:18): what the unit head's signature carries out."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.models import Approval
from yangguang.cases.events.labour import ComplaintAccepted
from yangguang.cases.kinds.labour.documents import lead_notices
from yangguang.cases.models import Case, Lead
from yangguang.cases.rules.opening import Opening
from yangguang.cases.use_cases._lead_opening import officers_of, opened
from yangguang.cases.use_cases._lead_steps import checked_step, locked, moved
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document


@transaction.atomic
def accept_complaint(
    *, lead: Lead, opening: Opening, actor: Account, at: Moment, approval: Approval | None = None
) -> Case:
    """Acceptance, case opening and the notice to the complainant, in one act of one day."""
    row = locked(lead)
    step = checked_step(row, "accept_complaint", actor=actor, at=at, given={"officers": officers_of(opening)})
    case = opened(row, opening, actor=actor, at=at, approval=approval)
    row.complaint.accepted_on = at.day
    row.complaint.save(update_fields=["accepted_on"])
    row.case = case
    moved(row, step, at=at)
    row.merged.update(case=case)
    make_document(
        kind="acceptance_notice", title="投诉受理通知书", number_kind="监受", body=row.body, file_ref=case.public_id,
        sheet=lead_notices.acceptance_notice(row, case_number=case.number, on=at.day), dated_on=at.day,
        actor=actor, at=at,
    )  # fmt: skip
    ledger.record(ComplaintAccepted(row.number, case.number, at.day), subject=row.subject, actor=actor, at=at)
    return case

"""Record what a complainant added; the term to decide on acceptance starts again that day (PF-12)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.labour import CompletionRecorded
from yangguang.cases.kinds.labour.queries import gives_away
from yangguang.cases.models import Lead
from yangguang.cases.rules.lead_entry import Employer, checked_days, worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lead_steps import checked_step, locked, moved
from yangguang.cases.use_cases._tie_lead import tie_lead
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def record_completion(
    *, lead: Lead, employer: Employer, account: str, violation_began_on: date | None = None,
    violation_ended_on: date | None = None, actor: Account, at: Moment,
) -> Lead:  # fmt: skip
    """The completed facts take the place of the first ones; the first day of registration stays."""
    row = locked(lead)
    step = checked_step(row, "record_completion", actor=actor, at=at)
    known, words = employer.checked(), worded(account, label="反映的情况", field="account")
    checked_days(violation_began_on, violation_ended_on, at.day)
    if gives_away(words, [row]):
        raise Refused("应当为举报人保密。", "LSR-2004:9.3", field="account", remedy="情况中不要写投诉人的身份信息。")
    row.employer_name, row.employer_code, row.employer_address = known.name, known.code, known.address
    row.employer_contact, row.employer_phone, row.account = known.contact, known.phone, words
    row.violation_began_on, row.violation_ended_on = violation_began_on, violation_ended_on
    row.complaint.completed_on = at.day
    row.complaint.save(update_fields=["completed_on"])
    moved(row, step, at=at)
    tie_lead(row, actor, at)
    run_clocks.stop(None, "accept_complaint_by", on=at.day, event="收到补正材料", lead_ref=row.public_id)
    run_clocks.start(
        None, "accept_complaint_by", on=at.day, event="收到补正材料", lead_ref=row.public_id, chain=row.body.public_id
    )
    ledger.record(CompletionRecorded(row.number, at.day), subject=row.subject, actor=actor, at=at)
    return row

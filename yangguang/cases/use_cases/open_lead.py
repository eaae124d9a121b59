"""Open a case from a tip-off, a patrol's finding or a lead another body sent (P03): what the unit head's signature carries out."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.models import Approval
from yangguang.cases.events.labour import LeadOpened
from yangguang.cases.models import Case, Lead
from yangguang.cases.rules.opening import Opening
from yangguang.cases.use_cases._lead_opening import officers_of, opened
from yangguang.cases.use_cases._lead_steps import checked_step, locked, moved
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def open_lead(*, lead: Lead, opening: Opening, actor: Account, at: Moment, approval: Approval | None = None) -> Case:
    """Make a lead a case."""
    row = locked(lead)
    step = checked_step(row, "open_case", actor=actor, at=at, given={
        "officers": officers_of(opening), "criteria_met": opening.circumstances.get("opening_criteria_met"),
    })  # fmt: skip
    case = opened(row, opening, actor=actor, at=at, approval=approval)
    row.case = case
    moved(row, step, at=at)
    row.merged.update(case=case)
    ledger.record(LeadOpened(row.number, case.number), subject=row.subject, actor=actor, at=at)
    return case

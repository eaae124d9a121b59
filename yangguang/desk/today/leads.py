"""Leads nobody has answered yet: for the window that took them down, for whoever keeps them, for the head of unit."""

from __future__ import annotations

from yangguang.base import calendars
from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import running
from yangguang.base.components.texts import short_date
from yangguang.cases.api import CLOCK_KINDS, Clock, Lead, leads_visible_to, terms_ahead
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock
from yangguang.kernel.workdays import workdays_left


@source("leads")
def leads_to_settle(account: Account) -> list[Waiting]:
    """The running terms of leads, the earliest first."""
    if not account.role_names & {Role.WINDOW_CLERK, Role.CASE_HANDLER, Role.UNIT_HEAD}:
        return []
    rows = terms_ahead.terms_of_my_leads(account)
    if not rows:
        return []
    visible = leads_visible_to(account)
    leads = {lead.public_id: lead for lead in visible.filter(public_id__in=[row.lead_ref for row in rows])}
    return [_row(row, leads[row.lead_ref]) for row in rows]


def _row(row: Clock, lead: Lead) -> Waiting:
    kind, href = CLOCK_KINDS[row.kind], address_of("cases:lead", lead.public_id)
    left = workdays_left(clock.today(), row.due_on, calendars.in_force())
    return Waiting(
        face=running(left, due_on=row.due_on, is_provisional=row.provisional), what=kind.label,
        why=f"自{short_date(row.started_on)}{kind.starts_when}起算", clause=row.clause, number=lead.number,
        party=lead.employer_name, case_href=href, href=href, due_on=row.due_on,
    )  # fmt: skip

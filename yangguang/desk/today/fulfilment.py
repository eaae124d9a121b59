"""Fines that wait for somebody: a deferral to be answered, execution that stood still for three years, money to return."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.components.texts import short_date
from yangguang.cases.api import cases_visible_to, fines_waiting
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock


@source("fulfilment", without_term=True)
def fines_that_wait(account: Account) -> list[Waiting]:
    """For the head what only the head decides, for the handlers of a case what goes back."""
    if not account.role_names & {Role.CASE_HANDLER, Role.AGENCY_HEAD}:
        return []
    cases = cases_visible_to(account)
    if not account.holds(Role.AGENCY_HEAD):
        cases = cases.filter(assignments__officer__account=account, assignments__ends_on=None)
    return [
        Waiting(
            face=ClockFace(ClockState.NOT_STARTED, "等候办理", one.since), what=one.what, why=f"{short_date(one.since)}起",
            clause=one.clause, number=one.decision.number, party=f"{one.party}　{one.decision.case.title}",
            case_href=address_of("cases:case", one.decision.case.public_id),
            href=address_of("cases:fulfilment", one.decision.case.public_id), due_on=one.since,
        )
        for one in fines_waiting(cases.order_by(), clock.today())
        if account.holds(one.role)
    ]  # fmt: skip

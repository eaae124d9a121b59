"""Rows of the public lists that wait for the head's decision, or for a publisher."""

from __future__ import annotations

from yangguang.base import calendars
from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.components.texts import short_date
from yangguang.cases.api import cases_visible_to, clock_face, lists_to_decide
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock

WAITS = ClockFace(ClockState.NOT_STARTED, "等您办理")
PUBLISHES = {Role.AGENCY_HEAD: False, Role.PUBLISHER: True}


@source("public_lists", without_term=True)
def lists_that_wait(account: Account) -> list[Waiting]:
    """For the agency head what is to be decided, for publishers what is to go out or to go away."""
    cases, calendar, today = cases_visible_to(account), calendars.in_force(), clock.today()
    return [
        Waiting(
            face=clock_face(one.term, calendar, today) if one.term else WAITS,
            what=one.what, under=one.stands, why=f"{short_date(one.since)}起", clause=one.clause, number=one.case.number,
            party=f"{one.party}　{one.case.title}", case_href=address_of("cases:case", one.case.public_id),
            href=address_of(one.page, one.case.public_id), due_on=one.term.due_on if one.term else None,
        )
        for role, publishing in PUBLISHES.items() if account.holds(role)
        for one in lists_to_decide(cases, publishing=publishing)
    ]  # fmt: skip

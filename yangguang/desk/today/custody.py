"""Things held too long, and things that go back and nobody has signed for: what the law wants done at once."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.components.texts import short_date
from yangguang.cases.api import cases_visible_to, demands_of
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock

CONCERNED = frozenset({Role.CASE_HANDLER, Role.UNIT_HEAD, Role.AGENCY_HEAD})


@source("custody", without_term=True)
def held_too_long(account: Account) -> list[Waiting]:
    """For the handlers of a case, and for the heads who must decide."""
    if not account.role_names & CONCERNED:
        return []
    cases = cases_visible_to(account)
    if not account.role_names & {Role.UNIT_HEAD, Role.AGENCY_HEAD}:
        cases = cases.filter(assignments__officer__account=account, assignments__ends_on=None)
    return [
        Waiting(
            face=ClockFace(ClockState.OVERDUE if one.since < clock.today() else ClockState.NOT_STARTED, "必须办理", one.since),
            what=one.what, why=f"{short_date(one.since)}起", clause=one.clause, number=one.case.number,
            party=f"{one.party}　{one.case.title}", case_href=address_of("cases:case", one.case.public_id),
            href=address_of("cases:custody", one.case.public_id), due_on=one.since,
        )
        for one in demands_of(cases.order_by(), clock.today())
    ]  # fmt: skip

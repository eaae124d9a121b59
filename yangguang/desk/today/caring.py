"""Open cases without an owner or a date, for the heads who have to give them one: one line that opens the list."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.cases.api import cases_visible_to, wanting_care
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role, own_rows
from yangguang.kernel import clock


@source("caring", without_term=True)
def cases_to_care_for(account: Account) -> list[Waiting]:
    """How many cases of the own body want an owner or a date."""
    if not account.holds(Role.UNIT_HEAD):
        return []
    count = wanting_care(cases_visible_to(account).filter(own_rows(account)), clock.today()).count()
    if not count:
        return []
    return [
        Waiting(
            face=ClockFace(ClockState.NOT_STARTED, "等您安排"), what=f"安排 {count} 件案件的承办人和日期",
            under="承办人离岗、证件失效，或者没有办理日期", why="在办案件都要有承办人、下一步和日期",
            clause="APL-2021:42.1", act="看案件缺口", href=address_of("cases:gaps"),
        )
    ]  # fmt: skip

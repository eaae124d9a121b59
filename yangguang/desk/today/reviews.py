"""Drafts that wait for my legal review."""

from __future__ import annotations

from yangguang.base import calendars
from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import running
from yangguang.base.components.texts import short_date
from yangguang.desk.today.clocks import party_of
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock
from yangguang.kernel.workdays import workdays_left
from yangguang.legal_review.api import open_reviews


@source("reviews")
def waiting_for_review(account: Account) -> list[Waiting]:
    """Open rounds of my body, unless I handled the case."""
    if not account.holds(Role.LEGAL_REVIEWER):
        return []
    calendar, today = calendars.in_force(), clock.today()
    return [
        Waiting(
            face=running(
                workdays_left(today, one.due_on, calendar), due_on=one.due_on, is_provisional=one.due_provisional
            ),
            what="完成法制审核",
            why=f"{short_date(one.requested_on)}收件，第 {one.round} 次送审",
            clause="APL-2021:58.1",
            number=one.case.number,
            party=party_of(one.case),
            case_href=address_of("cases:case", one.case.public_id),
            act="去审核",
            href=address_of("legal_review:review", one.public_id),
            due_on=one.due_on,
        )
        for one in open_reviews(account)
    ]

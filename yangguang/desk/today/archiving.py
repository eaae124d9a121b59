"""Closed cases whose file the archivist has still to put in order."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.components.texts import short_date
from yangguang.cases.api import Case, CaseStatus, cases_visible_to
from yangguang.desk.today.clocks import party_of
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role

MOST = 100


@source("archiving")
def files_to_archive(account: Account) -> list[Waiting]:
    """The cases of my body that are closed and not archived, the oldest first."""
    if not account.holds(Role.ARCHIVIST):
        return []
    closed = cases_visible_to(account).filter(status__in=[CaseStatus.CLOSED, CaseStatus.OPENING_ANNULLED])
    return [_waiting(case) for case in closed.prefetch_related("parties").order_by("closed_on", "pk")[:MOST]]


def _waiting(case: Case) -> Waiting:
    href = address_of("cases:case", case.public_id)
    return Waiting(
        face=ClockFace(ClockState.NOT_STARTED, "等您归档"), what="立卷归档", clause="APL-2021:47", number=case.number,
        why=f"{short_date(case.closed_on)}结案" if case.closed_on else "已经结案", party=party_of(case), case_href=href,
        href=href,
    )  # fmt: skip

"""Running clocks of the cases I handle, or of my unit when I head it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Min

from yangguang.base import calendars
from yangguang.base.components.texts import short_date
from yangguang.cases.api import CLOCK_KINDS, Case, Clock, cases_visible_to, clock_face
from yangguang.desk.addresses import address_of
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock
from yangguang.kernel.workdays import Calendar

AGENCY = frozenset({"agency_term", "measure_limit"})


@source("clocks")
def clocks_of_my_cases(account: Account) -> list[Waiting]:
    """Agency terms that run in cases I am assigned to; a head of unit sees the unit's."""
    if not account.role_names & {Role.CASE_HANDLER, Role.UNIT_HEAD}:
        return []
    cases = cases_visible_to(account)
    if not account.holds(Role.UNIT_HEAD):
        cases = cases.filter(assignments__officer__account=account, assignments__ends_on=None)
    ours = [name for name, kind in CLOCK_KINDS.items() if kind.effect in AGENCY]
    rows = Clock.objects.filter(
        case__in=cases, kind__in=ours, stopped_on=None, due_on__lte=clock.today() + settings.CLOCKS_SHOWN_AHEAD
    )
    calendar = calendars.in_force()
    known = rows.select_related("case").annotate(party=Min("case__parties__name")).order_by("due_on", "pk")
    return [_waiting(row, calendar) for row in known[:300]]


def _waiting(row: Any, calendar: Calendar) -> Waiting:
    kind, case = CLOCK_KINDS[row.kind], row.case
    case_href = address_of("cases:case", case.public_id) if case else ""
    return Waiting(
        face=clock_face(row, calendar, clock.today()),
        what=kind.label,
        under=_explained(row),
        why=f"自{short_date(row.started_on)}{kind.starts_when}起算",
        clause=row.clause,
        number=case.number if case else "",
        party="　".join(filter(None, [row.party, case.title])) if case else "",
        case_href=case_href,
        href=case_href,
        due_on=row.due_on,
    )


def party_of(case: Case) -> str:
    """Who the case is about, and about what."""
    names = "、".join(party.name for party in case.parties.all())
    return f"{names}　{case.title}" if names else case.title


def _explained(row: Clock) -> str:
    """An agency term that has passed wants its reason: which one was given, or that none was."""
    if row.due_on >= clock.today() or CLOCK_KINDS[row.kind].effect != "agency_term":
        return ""
    return f"逾期原因：{row.overdue_reason}" if row.overdue_reason else "还没有说明逾期原因"

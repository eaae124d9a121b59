"""Running clocks of the cases I handle, or of my unit when I head it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Min

from yangguang.base import calendars
from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, running
from yangguang.base.components.texts import short_date
from yangguang.cases.api import CLOCK_KINDS, Case, Clock, clock_face, terms_ahead
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.workdays import Calendar


def faces_of_my_cases(account: Account) -> list[ClockFace]:
    """How they stand, without what is said of each. Most of what is looked at is simply late."""
    calendar, today = calendars.in_force(), clock.today()
    faces, late = [], running(-1)
    for told in terms_ahead.told_of_my_cases(account, _until(today)):
        simple = not told["suspensions"] and told["started_at"] is None and not CLOCK_KINDS[told["kind"]].lapses
        if simple and told["due_on"] < today:
            faces.append(late)
        else:
            faces.append(clock_face(Clock(**told), calendar, today, explained=False))
    return faces


@source("clocks", faces=faces_of_my_cases)
def clocks_of_my_cases(account: Account) -> list[Waiting]:
    """Agency terms that run in cases I am assigned to; a head of unit sees the unit's."""
    rows = terms_ahead.terms_of_my_cases(account, _until(clock.today())).select_related("case")
    shown = list(rows.annotate(party=Min("case__parties__name"))[: terms_ahead.MOST])
    calendar = calendars.in_force()
    return [_waiting(row, calendar) for row in shown]


def _until(today: date) -> date:
    """How far ahead the day looks."""
    return today + settings.CLOCKS_SHOWN_AHEAD


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

"""What a clock of a case looks like on a day."""

from datetime import date

import pytest

from yangguang.base import calendars
from yangguang.base.components.clocks import ClockState
from yangguang.cases.models import Clock
from yangguang.cases.presentation.clocks import face_of
from yangguang.cases.rules.clocks import KINDS

BEGUN, DUE = date(2026, 6, 29), date(2026, 8, 28)


def face_on(kind: str, day: date):
    clock = Clock(kind=kind, clause=KINDS[kind].clause, started_on=BEGUN, due_on=DUE)
    return face_of(clock, calendars.in_force(), day, explained=False)


@pytest.mark.django_db
@pytest.mark.clause("ARL-2023:20.1")
def test_party_that_did_not_ask_for_reconsideration_is_not_overdue():
    assert face_on("apply_for_reconsideration_by", DUE).state is ClockState.DUE_SOON
    assert face_on("apply_for_reconsideration_by", date(2026, 8, 29)).state is ClockState.LAPSED


@pytest.mark.django_db
@pytest.mark.clause("APL-2021:60")
def test_agency_that_did_not_decide_in_time_is_overdue():
    assert face_on("decide_by", date(2026, 8, 29)).state is ClockState.OVERDUE

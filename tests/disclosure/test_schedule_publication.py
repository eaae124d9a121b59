"""Every decision is listed once, with its own term, which waits for service."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from tests.builders.disclosure import a_decision, announce
from yangguang.base import ledger, outbox
from yangguang.base.events import SYSTEM
from yangguang.base.models import Delivery
from yangguang.cases.events.deciding import DecisionAnnulled, DecisionMade
from yangguang.disclosure.models import Publication
from yangguang.disclosure.queries import standing_of
from yangguang.disclosure.rules.terms import publish_by, withdraw_by
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.workdays import shipped_calendar

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D13")]
CALENDAR = shipped_calendar()


def test_decision_told_twice_is_listed_once(people):
    decision = a_decision(people.body)
    announce(decision)
    assert Publication.objects.filter(decision=decision).count() == 1


def test_penalty_is_due_in_seven_working_days_from_service(people):
    standing = standing_of(a_decision(people.body).publication, date(2026, 11, 18))
    assert (standing.due.day, standing.deferred, standing.left) == (date(2026, 11, 23), False, 3)


def test_other_decision_is_due_in_twenty_working_days(people):
    decision = a_decision(people.body, kind="no_penalty", fine_fen=0, served_on=date(2026, 11, 10))
    assert decision.publication.clause == "TSO-2018:publish_other"
    assert standing_of(decision.publication, date(2026, 11, 18)).due.day == date(2026, 12, 8)


def test_decision_not_yet_served_is_deferred_and_never_late(people):
    standing = standing_of(a_decision(people.body, served_on=None).publication, date(2026, 12, 31))
    assert (standing.deferred, standing.overdue) == (True, False)


@pytest.mark.clause("TSO-2018:publish_penalty")
def test_term_runs_from_the_decision_where_a_body_does_not_wait():
    due = publish_by("TSO-2018:publish_penalty", decided_on=date(2026, 4, 30), served_on=None, waits=False,
                     calendar=CALENDAR)  # fmt: skip
    assert due.day == date(2026, 5, 13)


@pytest.mark.clause("TSO-2018:publish_other")
def test_term_of_other_decisions_skips_the_national_day():
    due = publish_by("TSO-2018:publish_other", decided_on=date(2026, 9, 24), served_on=date(2026, 9, 24), waits=True,
                     calendar=CALENDAR)  # fmt: skip
    assert due.day == date(2026, 10, 29)


@pytest.mark.clause("APL-2021:48.2")
@pytest.mark.parametrize(
    ("received", "due"), [(date(2026, 2, 13), date(2026, 2, 25)), (date(2026, 9, 30), date(2026, 10, 10))]
)
def test_withdrawal_is_due_in_three_working_days_from_receipt(received, due):
    assert withdraw_by(received_on=received, calendar=CALENDAR).day == due


def told(event, decision):
    with transaction.atomic():
        ledger.record(event, subject=decision.case.subject, actor=SYSTEM, at=Moment.now())


def test_decision_annulled_before_it_was_listed_is_struck_once_it_is(people):
    decision = a_decision(people.body, announced=False)
    decision.status = "annulled"
    decision.save(update_fields=["status"])
    told(DecisionAnnulled(decision.public_id, decision.number, "本机关自行撤销", date(2026, 11, 13)), decision)
    outbox.deliver_all()
    assert Delivery.objects.filter(listener="disclosure.withdraw", done_at=None).count() == 1
    told(DecisionMade(decision.public_id, decision.kind, decision.number, "penalty", decision.decided_on,
                      decision.fine_fen, decision.digest), decision)  # fmt: skip
    outbox.deliver_all()
    with clock.frozen(clock.now() + timedelta(minutes=1)):
        outbox.deliver_all()
    assert Publication.objects.get(decision=decision).withholding_ground == "no_longer_stands"
    assert not Delivery.objects.filter(done_at=None).exists()

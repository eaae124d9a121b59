"""Events leave after commit, at least once, and are never dropped, whatever goes wrong on the way."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

import pytest
from django.db import transaction

from yangguang.base import ledger, outbox
from yangguang.base.events import SYSTEM, Event, Subject
from yangguang.base.models import Delivery
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db
HALL = Subject("bell", "hall", "body-a")


@dataclass(frozen=True)
class BellRung(Event):
    """An event for these tests."""

    label: ClassVar[str] = "敲钟"
    times: int = 1


class Heard:
    """A listener that fails as often as it is told to."""

    def __init__(self):
        self.entries, self.failures = [], 0

    def __call__(self, entry):
        if self.failures:
            self.failures -= 1
            raise OSError("receiver down")
        self.entries.append(entry.pk)


@pytest.fixture
def heard(monkeypatch):
    monkeypatch.setattr(outbox, "_listeners", {})
    listener = Heard()
    monkeypatch.setattr(outbox, "_patient", set())
    outbox.listener(BellRung, name="tests.heard")(listener)
    return listener


@transaction.atomic
def ring():
    return ledger.record(BellRung(), subject=HALL, actor=SYSTEM, at=Moment.now())


def later(**spans):
    return clock.frozen(clock.now() + timedelta(**spans))


def test_listener_gets_the_event_once(heard):
    entry = ring()
    assert outbox.deliver_due() == 1
    assert outbox.deliver_due() == 0
    assert heard.entries == [entry.pk]


def test_event_of_an_act_that_failed_is_not_delivered(heard):
    @transaction.atomic
    def act_that_fails():
        ledger.record(BellRung(), subject=HALL, actor=SYSTEM, at=Moment.now())
        raise RuntimeError("the act failed")

    with pytest.raises(RuntimeError):
        act_that_fails()
    assert outbox.deliver_due() == 0
    assert not Delivery.objects.exists()


def test_failed_delivery_is_tried_again_after_a_growing_pause(heard):
    heard.failures = 3
    ring()
    pauses = []
    for _ in range(4):
        delivery = Delivery.objects.get()
        with clock.frozen(max(delivery.next_try_at, clock.now())):
            outbox.deliver_due()
        after = Delivery.objects.get()
        pauses.append((after.next_try_at - delivery.next_try_at).total_seconds())
    assert pauses[:3] == sorted(pauses[:3])
    assert pauses[1] > pauses[0]
    assert len(heard.entries) == 1


def test_receiver_down_for_a_day_loses_nothing(heard):
    heard.failures = 40
    entry = ring()
    for hour in range(80):
        with later(hours=hour):
            outbox.deliver_due()
    assert heard.entries == [entry.pk]
    assert "receiver down" not in Delivery.objects.get().last_error


def test_delivery_of_a_worker_that_died_is_taken_over(heard):
    ring()
    delivery = Delivery.objects.get()
    assert outbox._claim(delivery.pk) is not None  # a worker takes it, and dies
    assert outbox.deliver_due() == 0
    with later(minutes=6):
        assert outbox.deliver_due() == 1
    assert len(heard.entries) == 1


def test_delivery_under_way_is_not_taken_twice(heard):
    ring()
    delivery = Delivery.objects.get()
    assert outbox._claim(delivery.pk) is not None
    assert outbox._claim(delivery.pk) is None


def test_event_whose_listener_is_gone_waits_for_it(heard, monkeypatch):
    ring()
    monkeypatch.setattr(outbox, "_listeners", {})
    assert outbox.deliver_due() == 0
    waiting = Delivery.objects.get()
    assert waiting.done_at is None
    assert "no listener named" in waiting.last_error


def test_what_nobody_waits_for_comes_after_everything_else_however_old(heard):
    order = []
    outbox.listener(BellRung, name="tests.slow", patient=True)(lambda entry: order.append(("slow", entry.pk)))
    outbox.listener(BellRung, name="tests.quick")(lambda entry: order.append(("quick", entry.pk)))
    first, second = ring().pk, ring().pk
    assert outbox.deliver_due(4) == 4
    assert order == [("quick", first), ("quick", second)]
    third = ring().pk
    assert outbox.deliver_all() == 5
    assert order[2:] == [("quick", third), ("slow", first), ("slow", second), ("slow", third)]


def test_failure_does_not_keep_the_rest_from_being_delivered(heard):
    slow = []
    outbox.listener(BellRung, name="tests.slow", patient=True)(slow.append)
    heard.failures = 1
    ring()
    assert outbox.deliver_all() == 1
    assert len(slow) == 1

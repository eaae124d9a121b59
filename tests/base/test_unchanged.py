"""A count is kept until something is written: never over an act, never over a minute, never outside a page being read."""

from datetime import timedelta

import pytest
from django.db import transaction

from tests.base.test_ledger import HALL, LampLit
from tests.builders.directory import an_account
from yangguang.base import guards, ledger, unchanged
from yangguang.base.events import SYSTEM
from yangguang.base.models import Delivery
from yangguang.base.unchanged import while_unchanged
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db
ROWS = []


@while_unchanged
def how_many(_list):
    """Rows that nobody recorded, as no act ever leaves any."""
    return len(ROWS)


@pytest.fixture(autouse=True)
def _kept(settings):
    settings.ANSWERS_ARE_KEPT = True
    unchanged.forget()
    ROWS.clear()


def read():
    with guards.reading():
        return how_many("rows")


def an_act():
    with transaction.atomic():
        return ledger.record(LampLit(), subject=HALL, actor=SYSTEM, at=Moment.now())


def test_second_page_does_not_count_again(django_assert_num_queries):
    ROWS.append(1)
    assert read() == 1
    with django_assert_num_queries(1):  # where the ledger stands
        assert read() == 1


def test_act_makes_every_page_count_anew():
    an_act()
    assert read() == 0
    ROWS.append(1)
    assert read() == 0
    an_act()
    assert read() == 1


def test_what_is_done_after_an_act_makes_it_count_anew_too():
    now = clock.now()
    delivery = Delivery.objects.create(entry=an_act(), listener="a", next_try_at=now)
    assert read() == 0
    ROWS.append(1)
    Delivery.objects.filter(pk=delivery.pk).update(done_at=now)
    assert read() == 1


def test_nothing_is_kept_for_longer_than_a_minute():
    assert read() == 0
    ROWS.append(1)
    with clock.frozen(clock.now() + timedelta(minutes=1)):
        assert read() == 1


def test_outside_a_page_being_read_it_is_asked_anew():
    assert read() == 0
    ROWS.append(1)
    assert how_many("rows") == 1


def test_each_account_has_its_own_answer():
    ask = while_unchanged(lambda account: account.name)
    one, other = an_account(named="王一"), an_account(named="李二")
    with guards.reading():
        assert [ask(one), ask(other), ask(one)] == [one.name, other.name, one.name]


def test_what_is_kept_does_not_grow_for_ever(monkeypatch):
    monkeypatch.setattr(unchanged, "MOST_KEPT", 3)
    with guards.reading():
        for number in range(10):
            how_many(f"list {number}")
    assert unchanged.kept() <= 3

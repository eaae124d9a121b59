"""A part of an act opens no savepoint inside it, and whoever goes on after it failed is stopped."""

from contextlib import suppress

import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError

from yangguang.base.models import LedgerHead
from yangguang.base.parts_of_acts import part_of_an_act

pytestmark = pytest.mark.django_db


@part_of_an_act
def head(chain, *, fails=False):
    LedgerHead.objects.create(chain=chain)
    if fails:
        raise ValueError(chain)


def test_part_of_an_act_opens_no_savepoint_of_its_own(django_assert_num_queries):
    with transaction.atomic(), django_assert_num_queries(1):
        head("a")
    with django_assert_num_queries(3):
        head("b")


@transaction.atomic
def an_act_that_goes_on():
    with suppress(ValueError):
        head("a", fails=True)
    LedgerHead.objects.count()


def test_act_does_not_go_on_after_a_part_that_failed():
    with pytest.raises(TransactionManagementError):
        an_act_that_goes_on()
    assert not LedgerHead.objects.exists()


def test_part_that_fails_by_itself_leaves_nothing_and_stops_nobody():
    with pytest.raises(ValueError, match="a"):
        head("a", fails=True)
    assert not LedgerHead.objects.exists()

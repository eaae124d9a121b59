"""While a page is read nothing is written, and a question asked twice has one answer."""

import pytest
from django.db import connection

from tests.builders.directory import a_body
from yangguang.base import guards
from yangguang.base.worded_once import WordedOnce, said, worded_once
from yangguang.directory.models import Body

pytestmark = pytest.mark.django_db


@guards.asked_once
def how_many(name, *, at_least=0):
    """Bodies of a region."""
    return max(Body.objects.filter(region_name=name).count(), at_least)


def test_page_being_read_asks_the_same_question_once(django_assert_num_queries):
    body = a_body(region_name="示卫健")
    with guards.reading(), django_assert_num_queries(1):
        assert [how_many(body.region_name), how_many(body.region_name)] == [1, 1]


def test_another_question_is_asked_for_itself(django_assert_num_queries):
    body = a_body(region_name="示卫健")
    with guards.reading(), django_assert_num_queries(3):
        assert [how_many(body.region_name), how_many("无"), how_many("无", at_least=2)] == [1, 0, 2]


def test_next_page_asks_afresh():
    body = a_body(region_name="示卫健")
    with guards.reading():
        assert how_many(body.region_name) == 1
    a_body(region_name=body.region_name)
    with guards.reading():
        assert how_many(body.region_name) == 2


def test_act_that_changes_rows_asks_every_time():
    body = a_body(region_name="示卫健")
    assert how_many(body.region_name) == 1
    a_body(region_name=body.region_name)
    assert how_many(body.region_name) == 2


def test_kept_words_write_no_more_than_others_while_a_page_is_read(django_assert_num_queries):
    body = a_body()
    named(body.pk)
    with guards.reading():
        with django_assert_num_queries(1):
            assert [one.pk for one in named(body.pk)] == [body.pk]
        for words in (
            "DELETE FROM directory_body",
            "INSERT INTO directory_body DEFAULT VALUES",
            "WITH x AS (SELECT 1) SELECT 1",
        ):
            assert not guards.lets_pass(connection.execute_wrappers, words)
        with pytest.raises(guards.ReadingPageWrote):
            said(connection, "DELETE FROM directory_body", [])
        with connection.execute_wrapper(lambda execute, *told: execute(*told)):
            assert not guards.lets_pass(connection.execute_wrappers, "SELECT 1"), "somebody else listens too"


@worded_once
def named(key):
    """A body by its key."""
    return Body.objects.filter(pk=key).order_by("pk")


WordedOnce.every.remove(named)

"""While a page is read nothing is written, and a question asked twice has one answer."""

import pytest

from tests.builders.directory import a_body
from yangguang.base import guards
from yangguang.directory.models import Body

pytestmark = pytest.mark.django_db


@guards.asked_once
def how_many(name, *, at_least=0):
    """Bodies of a short mark."""
    return max(Body.objects.filter(mark=name).count(), at_least)


def test_page_being_read_asks_the_same_question_once(django_assert_num_queries):
    body = a_body(mark="示卫健")
    with guards.reading(), django_assert_num_queries(1):
        assert [how_many(body.mark), how_many(body.mark)] == [1, 1]


def test_another_question_is_asked_for_itself(django_assert_num_queries):
    body = a_body(mark="示卫健")
    with guards.reading(), django_assert_num_queries(3):
        assert [how_many(body.mark), how_many("无"), how_many("无", at_least=2)] == [1, 0, 2]


def test_next_page_asks_afresh():
    body = a_body(mark="示卫健")
    with guards.reading():
        assert how_many(body.mark) == 1
    a_body(mark=body.mark)
    with guards.reading():
        assert how_many(body.mark) == 2


def test_act_that_changes_rows_asks_every_time():
    body = a_body(mark="示卫健")
    assert how_many(body.mark) == 1
    a_body(mark=body.mark)
    assert how_many(body.mark) == 2

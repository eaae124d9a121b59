"""`yangguang duties` is honest: a duty said to be kept names the page that keeps it and the tests that prove it."""

import pytest

from structure.duties import marked_tests
from yangguang.__main__ import COMMANDS
from yangguang.base import duties, pages

DUTIES = duties.all_duties()


def ids(duty):
    return duty.id


def test_all_57_duties_are_listed():
    assert len({duty.id for duty in DUTIES}) == 57


@pytest.mark.parametrize("duty", DUTIES, ids=ids)
def test_duty_said_to_be_kept_is_proved(duty):
    assert duty.status in duties.LABELS
    assert bool(duty.kept_by) is (duty.status != duties.NOT_YET)
    assert bool(duty.tests) is (duty.status != duties.NOT_YET)


@pytest.mark.parametrize("duty", DUTIES, ids=ids)
def test_duty_kept_partly_says_what_it_lacks(duty):
    assert bool(duty.lacks) is (duty.status == duties.PARTLY)


@pytest.mark.parametrize("duty", DUTIES, ids=ids)
def test_page_or_command_that_keeps_a_duty_exists(duty):
    commands = {f"yangguang {address.rpartition('.')[2]}" for address in COMMANDS}
    assert set(duty.kept_by) <= set(pages.register()) | commands


def test_tests_of_a_duty_are_those_marked_with_it():
    assert {duty.id: list(duty.tests) for duty in DUTIES if duty.tests} == marked_tests(), (
        "run `make docs` (python -m structure.duties)"
    )

"""Tests that prove a history of the specification name one that exists, and all of them are listed."""

from structure import marked
from structure.histories import PARTS, histories

EVERY = {one.number: one for one in histories()}


def test_all_140_histories_are_listed():
    assert {part: sum(one.part == part for one in EVERY.values()) for part in ("P9", "P10")} == {"P9": 90, "P10": 50}
    assert {one.part for one in EVERY.values()} == set(PARTS)


def test_every_history_a_test_names_exists():
    assert set(marked.tests_marked("history")) <= set(EVERY)

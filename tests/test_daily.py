"""A day's run takes its share of every file, cheapest first, and never nothing of a file that has a cheap test."""

from types import SimpleNamespace

import pytest

from tests import daily


def a_test(path, name, *, always=False):
    marker = object() if always else None
    return SimpleNamespace(path=path, nodeid=f"{path}::{name}", get_closest_marker=lambda _: marker)


@pytest.fixture(autouse=True)
def _measured(monkeypatch):
    seconds = {
        "a::test_dear": 9.0,
        "a::test_half": 0.7,
        "a::test_other_half": 0.9,
        "b::test_dear": 9.0,
        "c::test_dear": 9.0,
        "d::test_b": 1.0,
        "d::test_a": 1.0,
    }
    monkeypatch.setattr(daily, "known_durations", lambda: seconds)
    for name, share in (("SHARE", 1.2), ("SHARE_OF_THE_SECOND_DATABASE", 0.5), ("DEAR", 8.0)):
        monkeypatch.setattr(daily, name, share)  # whatever a day's share is at the moment


def test_day_takes_the_cheapest_of_each_file_and_what_nobody_measured():
    tests = [
        a_test("a", "test_dear"), a_test("a", "test_other_half[1]"), a_test("a", "test_half"), a_test("a", "test_new[x]"),
        a_test("b", "test_dear"), a_test("c", "test_dear", always=True), a_test("c", "test_new"),
    ]  # fmt: skip
    chosen = [one.nodeid for one in daily.of_the_day(tests, second=False)]
    assert chosen == ["a::test_half", "a::test_new[x]", "c::test_dear", "c::test_new"]


def test_second_database_is_asked_little_of_each_file():
    tests = [a_test("e", f"test_new_{number}") for number in range(9)]
    assert len(daily.of_the_day(tests, second=True)) == 5
    assert len(daily.of_the_day(tests, second=False)) == 9


def test_of_two_that_take_as_long_every_process_chooses_the_same():
    tests = [a_test("d", "test_b"), a_test("d", "test_a")]
    assert [one.nodeid for one in daily.of_the_day(tests, second=False)] == ["d::test_a"]


def test_files_that_take_longest_come_first_and_every_test_keeps_its_place_in_its_file():
    tests = [a_test("c", "test_new"), a_test("a", "test_half"), a_test("a", "test_dear"), a_test("d", "test_a")]
    assert [one.nodeid for one in daily.longest_first(tests)] == [
        "a::test_half",
        "a::test_dear",
        "d::test_a",
        "c::test_new",
    ]


def test_every_measured_test_is_still_there():
    assert len(daily.KEPT.read_text().splitlines()) > 500

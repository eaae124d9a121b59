"""Instants of recordings as words, and gaps between recordings."""

from datetime import UTC, datetime, timedelta

import pytest

from yangguang.records.rules.instants import Gap, Taken, began, gaps_between, read, told

NOON = datetime(2026, 11, 18, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("00:12:40", 760_000), ("12:40", 760_000), ("1:02:03.5", 3_723_500), ("00：00：01", 1000), ("00:00:00", 0),
        ("12", None), ("00:61:00", None), ("-1:00", None), ("", None), ("١٢:٤٠", None),
    ],
)  # fmt: skip
def test_instant_is_read(words, at):
    assert read(words) == at


@pytest.mark.parametrize("at", [0, 999, 760_000, 3_723_500, 86_399_999])
def test_instant_told_is_read_again(at):
    assert read(told(at)) == at


def test_clock_that_was_ahead_is_put_right():
    assert began(NOON, 48) == NOON - timedelta(seconds=48)
    assert began(NOON, -48) == NOON + timedelta(seconds=48)
    assert began(NOON, None) == NOON


def taken(ref, minute, lasts):
    return Taken(ref, NOON + timedelta(minutes=minute), lasts and lasts * 60_000)


def test_gap_is_told_between_recordings_that_do_not_touch():
    rows = [taken("b", 11, 5), taken("a", 0, 10), taken("c", 16, 1)]
    assert gaps_between(rows) == [Gap("a", "b", timedelta(minutes=1))]


def test_second_camera_covers_the_gap_of_the_first():
    assert gaps_between([taken("a", 0, 10), taken("b", 5, 20), taken("c", 12, 1), taken("d", 25, 1)]) == []


def test_no_gap_is_told_after_a_recording_of_unknown_length():
    assert gaps_between([taken("a", 0, None), taken("b", 30, 1), taken("c", 60, 1)]) == []


@pytest.mark.parametrize(("seconds", "words"), [(36, "36 秒"), (185, "3 分 05 秒"), (7800, "2 小时 10 分")])
def test_gap_in_words(seconds, words):
    assert Gap("a", "b", timedelta(seconds=seconds)).words == words

"""Case numbers: written from a body's pattern, read back, found by fragments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.kernel.case_numbers import NumberPattern, matches, search_form
from yangguang.kernel.refusal import Refused

CASE = NumberPattern("示人社监案〔{year}〕{n}号")
PENALTY = NumberPattern("示人社监罚字〔{year}〕第{n:3}号")


def test_numbers_follow_the_pattern_of_their_body() -> None:
    assert CASE.render(2026, 118) == "示人社监案〔2026〕118号"
    assert PENALTY.render(2026, 19) == "示人社监罚字〔2026〕第019号"


@pytest.mark.parametrize(
    "typed",
    ["示人社监案〔2026〕118号", "示人社监案[2026]118号", "示人社监案（２０２６）１１８号", "示人社监案 【2026】 118号"],
)
def test_numbers_are_read_back_whatever_their_brackets(typed: str) -> None:
    assert CASE.parse(typed) == (2026, 118)


def test_a_number_of_another_pattern_is_not_read() -> None:
    assert CASE.parse("示人社监罚字〔2026〕第19号") is None


@pytest.mark.parametrize(
    "pattern", ["示人社监案〔{year}〕号", "{n}", "{year}{n}{n}", "{year}{n}{x}", "{year}{n", "{year}{n}}"]
)
def test_a_pattern_without_year_or_place_is_refused(pattern: str) -> None:
    with pytest.raises(Refused, match="编号格式"):
        NumberPattern(pattern)


@pytest.mark.parametrize(
    "typed",
    ["2026 19", "罚字〔2026〕第19号", "罚字2026第19", "罚字202619", "罚字[2026]019", "监罚字（２０２６）", "19号"],
)
def test_fragments_find_the_number(typed: str) -> None:
    assert matches(typed, "示人社监罚字〔2026〕第019号")


@pytest.mark.parametrize("typed", ["", "〔〕", "第号", "2025", "案2026"])
def test_other_fragments_do_not(typed: str) -> None:
    assert not matches(typed, "示人社监罚字〔2026〕第19号")


@given(st.integers(1000, 9999), st.integers(1, 10**6))
def test_what_was_written_is_read_back_and_found(year: int, n: int) -> None:
    for pattern in (CASE, PENALTY):
        number = pattern.render(year, n)
        assert pattern.parse(number) == (year, n)
        assert search_form(f"{year}{n}") in search_form(number)

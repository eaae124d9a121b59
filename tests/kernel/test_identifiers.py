"""Credit codes and identity numbers: the right ones pass, the wrong ones learn which character is wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.kernel import credit_codes, person_ids
from yangguang.kernel.credit_codes import is_credit_code, parse_credit_code
from yangguang.kernel.person_ids import is_person_id, parse_person_id
from yangguang.kernel.refusal import Refused

PERSON = "11010519491231002"
CODE = "91350100M000100Y4"


def test_a_credit_code_is_read_in_full_width_and_lower_case() -> None:
    assert parse_credit_code("９１３５0100m000100y43") == CODE + "3"
    assert parse_credit_code("9135 0100 M000 100Y 43") == CODE + "3"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (CODE + "C", "最后一位应为 3，请核对营业执照"),
        ("123", "应为18位，现有3位"),
        ("91350100MO00100Y43", "第10位是字母 O，代码中没有这个字母，可能是 0"),
        ("9135010AM000100Y43", "行政区划码"),
        ("91350100M000100Y4?", "只能有数字和大写字母"),
    ],
)
def test_a_wrong_credit_code_is_refused_naming_the_slip(code: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        parse_credit_code(code)


def test_an_identity_number_tells_birth_date_and_sex() -> None:
    person = parse_person_id(PERSON + "x")

    assert (person.number, person.born_on, person.is_female) == (PERSON + "X", date(1949, 12, 31), True)
    assert person.masked == "110105********002X"


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("810000199408230021", "港澳台居民居住证（香港）"),
        ("820000199408230021", "港澳台居民居住证（澳门）"),
        ("830000199408230021", "港澳台居民居住证（台湾）"),
        ("911124198108030024", "外国人永久居留身份证"),
    ],
)
def test_permits_of_residents_without_household_are_accepted(number: str, kind: str) -> None:
    right = number[:17] + person_ids.check_character(number)

    assert parse_person_id(right).kind == kind


def test_the_published_sample_permit_is_accepted() -> None:
    assert is_person_id("810000199408230021")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (PERSON + "1", "最后一位应为 X"),
        ("110105491231002", "15位的旧号码"),
        ("1101051949123100", "现有16位"),
        ("11010519491331002X", "第7至14位 19491331 不是出生日期"),
        ("19010519491231002X", "中的 19 不是省级"),
        ("1101051949123l002X", "第14位“L”不是数字"),
        (PERSON + "A", "应为数字或者 X"),
    ],
)
def test_a_wrong_identity_number_is_refused_naming_the_slip(number: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        parse_person_id(number)


def test_a_birth_in_the_future_is_refused() -> None:
    future = "11010520301231002"

    with pytest.raises(Refused, match="晚于今天"):
        parse_person_id(future + person_ids.check_character(future), today=date(2026, 11, 21))


@given(st.integers(0, 17), st.integers(0, 9))
def test_one_wrong_digit_in_an_identity_number_is_noticed(position: int, digit: int) -> None:
    right = "810000199408230021"
    wrong = right[:position] + str(digit) + right[position + 1 :]

    assert is_person_id(wrong) == (wrong == right)


@given(st.integers(8, 16), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_one_wrong_character_in_a_credit_code_is_noticed(position: int, sign: str) -> None:
    right = CODE + credit_codes.check_character(CODE)
    wrong = right[:position] + sign + right[position + 1 :]

    assert is_credit_code(wrong) == (wrong == right)


@given(st.text(max_size=22))
def test_any_text_is_an_identifier_or_refused(text: str) -> None:
    assert is_person_id(text) in {True, False}
    assert is_credit_code(text) in {True, False}

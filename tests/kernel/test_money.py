"""Money: what people type, what documents print, and that nothing is lost on the way."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.kernel.money import in_capitals, in_figures, of_yuan, parse_yuan, share, wan_yuan, yuan
from yangguang.kernel.refusal import Refused

FEN = st.integers(0, 10**15)


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (60 * 420_00, "贰万伍仟贰佰元整"),
        (60_000_00, "陆万元整"),
        (9_600_00, "玖仟陆佰元整"),
        (8_000_00, "捌仟元整"),
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角整"),
        (1_05, "壹元零伍分"),
        (1_10, "壹元壹角整"),
        (10_010_00, "壹万零壹拾元整"),
        (1_000_100_00, "壹佰万零壹佰元整"),
        (1_000_010_000_00, "壹拾亿零壹万元整"),
        (10_000_000_001_00, "壹佰亿零壹元整"),
        (1_050_000_000_000_00, "壹万零伍佰亿元整"),
        (123_456_789_012_34, "壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰元叁角肆分"),
        (-3_00, "负叁元整"),
    ],
)
def test_amounts_are_written_in_capitals(fen: int, words: str) -> None:
    assert in_capitals(fen) == words


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("１，２３４.５元", 1_234_50),
        ("12,600.00", 12_600_00),
        (" 12 600 ", 12_600_00),
        ("￥12,600.00", 12_600_00),
        ("人民币100元整", 100_00),
        ("1.26万元", 12_600_00),
        ("５０００元", 5_000_00),
        ("0.01", 1),
        (".5", 50),
        ("100.", 100_00),
        ("0", 0),
    ],
)
def test_amounts_are_read_as_people_type_them(typed: str, fen: int) -> None:
    assert parse_yuan(typed) == fen


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "没有填写金额"),
        ("元", "只有单位"),
        ("-5", "负数"),
        ("12,60", "逗号不在千位上"),
        ("1O0", "可能把数字0写成了字母O"),
        ("1..2", "两个小数点"),
        ("1.2.3", "两个小数点"),
        ("0.001", "精确到了分以下"),
        ("0.00000001万元", "精确到了分以下"),
        ("1万2", "单位只能写一次"),
        ("一百", "“一”不是数字"),
        ("1e5", "“e”不是数字"),
        ("١٢", "不是数字"),
        ("9" * 30, "过大"),
        (".", "读不出来"),
    ],
)
def test_an_unreadable_amount_is_refused_naming_the_slip(typed: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refusal:
        parse_yuan(typed, field="fine")

    assert refusal.value.field == "fine"


def test_amounts_are_printed_with_two_decimals() -> None:
    assert in_figures(12_600_00) == "12,600.00"
    assert in_figures(-5) == "-0.05"
    assert str(yuan(12_600_00)) == "12600.00"
    assert wan_yuan(12_600_00) == Decimal("1.26")


def test_a_share_is_rounded_half_up() -> None:
    assert share(333_452_00, 50) == 166_726_00
    assert share(1, 50) == 1


def test_yuan_with_three_decimals_are_refused() -> None:
    with pytest.raises(Refused, match="多于两位"):
        of_yuan(Decimal("1.005"))


@given(FEN)
def test_figures_and_yuan_come_back_as_they_were(fen: int) -> None:
    assert parse_yuan(in_figures(fen)) == fen
    assert of_yuan(yuan(fen)) == fen
    assert parse_yuan(f"{wan_yuan(fen)}万元") == fen


@given(FEN)
def test_capitals_read_back_to_the_amount(fen: int) -> None:
    assert _read_capitals(in_capitals(fen)) == fen


def _read_capitals(words: str) -> int:
    digits = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
    units = {"拾": 10, "佰": 100, "仟": 1000}
    whole, cents = words.split("元") if "元" in words else ("", words)
    total = section = digit = 0
    for sign in whole:
        if sign in digits:
            digit = digits[sign]
        elif sign in units:
            section, digit = section + digit * units[sign], 0
        else:
            size = {"万": 10**4, "亿": 10**8}[sign]
            section, digit = section + digit, 0
            total, section = (total + section) * size if sign == "亿" else total + section * size, 0
    fen, digit = (total + section + digit) * 100, 0
    for sign in cents:
        if sign in digits:
            digit = digits[sign]
        elif sign in "角分":
            fen, digit = fen + digit * {"角": 10, "分": 1}[sign], 0
    return fen


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(Refused):
        assert parse_yuan(text) >= 0

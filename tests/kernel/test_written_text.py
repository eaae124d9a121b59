"""Typed text: hidden characters are named and refused, rare names survive."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean, folded, is_rare, rare_in


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("甲\u202e乙", "第2个字符是改变文字方向的控制字符（右至左强制，U\\+202E）"),
        ("甲\u2066乙", "左至右隔离"),
        ("甲\x00", "空字符，U\\+0000"),
        ("甲\x1b[31m", "转义符"),
        ("甲\u200b乙", "零宽空格"),
        ("甲\ufeff乙", "字节顺序标记"),
        ("甲\ufffd乙", "乱码"),
        ("甲\u2028乙", "控制字符"),
        ("甲\ud800乙", "残缺的字符"),
        ("甲\U0001fffe", "无效字符"),
        ("甲😀", "表情符号"),
        ("甲\n乙", "换行"),
        ("甲\u200d乙", "零宽连接符"),
    ],
)
def test_hidden_and_hostile_characters_are_refused_by_name(typed: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refusal:
        clean(typed, label="单位名称", most=100, field="name")

    assert refusal.value.field == "name"


@pytest.mark.parametrize("name", ["䶮", "𬱟", "㐀工", "禤𬭎", "\U00030edd\U00030ede面", "买买提·吐尔逊", "é", "☑ 是"])
def test_rare_names_and_official_signs_are_kept(name: str) -> None:
    assert clean(name, label="姓名", most=20) == name


def test_line_breaks_are_kept_where_they_belong_and_made_alike() -> None:
    assert clean(" 甲\r\n乙\r丙 ", label="事实", most=20, lines=True) == "甲\n乙\n丙"


def test_pictographs_are_kept_where_a_field_allows_them() -> None:
    assert clean("好👨‍👩‍👧", label="评价", most=20, emoji=True) == "好👨‍👩‍👧"


def test_composed_and_decomposed_letters_become_one() -> None:
    assert clean("e\u0301", label="姓名", most=1) == "é"


def test_length_counts_characters_and_says_how_many() -> None:
    assert clean("𬱟" * 5, label="姓名", most=5) == "𬱟" * 5
    with pytest.raises(Refused, match="姓名最多5个字，现有6个字"):
        clean("𬱟" * 6, label="姓名", most=5)


def test_an_empty_required_field_is_refused() -> None:
    with pytest.raises(Refused, match="没有填写理由"):
        clean("  ", label="理由", most=5, least=1)
    with pytest.raises(Refused, match="至少4个字，现有1个字"):
        clean("好", label="理由", most=5, least=4)


def test_markup_is_plain_text() -> None:
    assert clean("<script>alert(1)</script>", label="事实", most=100) == "<script>alert(1)</script>"


def test_rare_characters_are_pointed_out_once() -> None:
    assert rare_in("䶮王䶮𬱟") == ("䶮", "𬱟")
    assert not is_rare("王")


def test_comparing_ignores_width_case_and_blanks() -> None:
    assert folded("ＡＢｃ 有限公司") == folded("abc有限公司")


@given(st.text(max_size=60))
def test_any_text_is_cleaned_once_and_for_all_or_refused(text: str) -> None:
    with suppress(Refused):
        plain = clean(text, label="内容", most=100, lines=True)
        assert clean(plain, label="内容", most=100, lines=True) == plain

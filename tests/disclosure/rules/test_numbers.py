"""A number is judged by its check and by the words before it; an endless one costs no more than its length."""

from time import process_time

import pytest

from yangguang.disclosure.rules.aliases import aliases_of
from yangguang.disclosure.rules.number_words import told_before
from yangguang.disclosure.rules.numbers import judged
from yangguang.disclosure.rules.redaction import Known, find, redacted


@pytest.mark.parametrize(
    ("number", "kind", "checked"),
    [
        ("110101199003071233", "证件号码", True), ("110101199003071230", "证件号码", False),
        ("110101900307123", "证件号码", True), ("13800138000", "电话号码", True), ("8613800138000", "电话号码", True),
        ("05718765432", "电话号码", True), ("01065432100", "电话号码", True),
    ],
)  # fmt: skip
def test_number_with_a_check_of_its_own_needs_no_words(number, kind, checked):
    found = judged(number)
    assert (found.kind, found.checked) == (kind, checked)


@pytest.mark.parametrize(
    "number", ["15412345678", "14012345678", "110101901307123", "99991231235959", "20260301083015", "2026030120260531",
               "1234567890123456", "91990101MA7C4K2R0K"],
)  # fmt: skip
def test_number_that_fails_every_check_stays_without_words_before_it(number):
    assert judged(number) is None


def test_words_before_a_number_say_what_it_is():
    assert judged("123456789", "card").kind == "银行账号"
    assert judged("87654321", "phone").kind == "电话号码"
    assert judged("13800138000", "other") is None
    assert judged("13800138000", "sum").kind == "电话号码"  # a sum is one by the unit after it
    assert judged("13800138000", "sum", amount=True) is None
    assert judged("1234567", "phone", amount=True) is None
    assert judged("110101199003071233", "other").checked  # an identity number is one under any name


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("联系电话：", "phone"), ("账号6222020200112233445、", "card"), ("举报投诉电话", "other"), ("合同编号：", "other"),
        ("项目经理李某", ""), ("合同签订人", ""), ("工程款打到", ""), ("工程号", "other"), ("联系人罚款由其", "phone"),
        ("编号为ht2026-", "other"), ("电话已停机。账号", "card"), ("电话已停机。共计", "sum"), ("于上午", ""),
        ("统一社会信用代码", "other"),
    ],
)  # fmt: skip
def test_nearest_word_of_the_sentence_counts(before, told):
    assert told_before(before, len(before)) == told


@pytest.mark.parametrize(
    "text",
    ["1-" * 500_000, "13800138000 " * 8_000, "王小芸说" * 25_000, "劳动者张三、" * 16_000, "a@" * 50_000, "住址：某某，" * 16_000,
     "5栋2单元" * 16_000, "又名" * 50_000],
    ids=lambda text: text[:8],
)  # fmt: skip
def test_endless_text_is_read_in_seconds(text):
    began = process_time()
    find(text, [Known("王小芸")])
    assert process_time() - began < 20  # seconds; what is not linear takes hours


def test_what_a_text_too_full_of_numbers_leaves_unread_is_hidden():
    text = "电话 " + " ".join(["1380013800"] * 40_000) + " 13900139000"
    assert "13900139000" not in redacted(text)


def test_two_numbers_beside_each_other_are_two():
    assert [span.original for span in find("电话13800138000 13900139000")] == ["13800138000", "13900139000"]


def test_letter_that_follows_makes_a_run_of_digits_no_number():
    assert find("批次13800138000a") == []


def test_other_names_of_a_person_are_known_and_those_of_an_organisation_are_not():
    text = "王小芸（以下简称“小芸姐”）系示范县晨曦电子有限公司（以下简称晨曦公司）员工，又名王芸。"
    assert list(aliases_of("王小芸", text)) == ["小芸姐"]
    assert list(aliases_of("示范县晨曦电子有限公司", text, organisation=True)) == ["晨曦公司"]


def test_part_that_a_person_plays_is_no_other_name():
    assert list(aliases_of("王小芸", "王小芸（以下简称申请人）到场")) == []

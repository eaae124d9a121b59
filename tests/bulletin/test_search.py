"""Public search finds every word of two characters and more, and nothing that has been taken down."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yangguang.base.search import bigrams, matches, query_bigrams
from yangguang.bulletin.api import (
    NoticeCopy,
    Search,
    expire_notice,
    find,
    notices_by_number,
    receive_notice,
    withdraw_notice,
)

pytestmark = pytest.mark.django_db(databases=["default", "public"], transaction=False)
DAY = date(2026, 11, 18)


def a_copy(ref="a" * 26, **changes):
    copy = NoticeCopy(
        ref=ref, kind="penalty", kind_label="行政处罚", number="示人社监罚字〔2026〕第19号",
        title="违法延长劳动者工作时间", body_ref="b" * 26, body_name="示范县人力资源和社会保障局",
        party_name="示范县晨曦电子有限公司", party_kind="法人", conclusion="警告；罚款 25,200 元", basis="劳动保障监察条例第二十五条",
        decided_on=date(2026, 11, 10), published_on=DAY, text=["经查明，当事人安排六十名劳动者超时加班。"],
    )  # fmt: skip
    return replace(copy, **changes)


@pytest.mark.parametrize(
    "words", ["晨曦", "罚款", "示人社监罚字2026第19号", "〔2026〕第19号", "超时加班", "晨曦电子有限", "曦", "班"]
)
def test_words_of_the_decision_are_found(words):
    receive_notice(a_copy(), version=1)
    assert [n.ref for n in find(Search(words)).notices] == ["a" * 26]


def test_words_not_next_to_each_other_are_not_found():
    receive_notice(a_copy(text=["晨光照耀，曦日东升。"], party_name="某公司"), version=1)
    assert find(Search("晨曦")).total == 0


def test_newest_decisions_come_first():
    for number in range(1, 26):
        receive_notice(a_copy(ref=f"{'a' * 24}{number:02d}".replace("0", "b").replace("1", "c"),
                              published_on=date(2026, 10, number)), version=1)  # fmt: skip
    found = find(Search("晨曦"))
    assert found.total == 25
    assert [n.published_on.day for n in found.notices[:3]] == [25, 24, 23]


def test_withdrawn_notice_is_not_found_by_its_content():
    receive_notice(a_copy(), version=1)
    withdraw_notice(ref="a" * 26, reason="复议机关撤销", basis="行政处罚法第四十八条第二款", on=DAY)
    assert find(Search("晨曦")).total == 0
    assert find(Search()).total == 0
    (tombstone,) = notices_by_number("示人社监罚字〔2026〕第19号")
    assert tombstone.party_name == ""
    assert tombstone.text == []


def test_expired_notice_keeps_its_number_only():
    receive_notice(a_copy(), version=1)
    expire_notice(ref="a" * 26, on=DAY)
    (left,) = notices_by_number("示人社监罚字2026第19号")
    assert left.conclusion == ""
    assert find(Search("晨曦")).total == 0


def test_a_copy_sent_twice_or_late_is_kept_once():
    receive_notice(a_copy(), version=2, correction="更正门牌号", corrected_on=DAY)
    receive_notice(a_copy(title="旧案由"), version=1)
    (kept,) = find(Search("晨曦")).notices
    assert kept.title == "违法延长劳动者工作时间"
    assert kept.status == "corrected"


def test_a_withdrawn_notice_does_not_come_back_by_a_late_copy():
    receive_notice(a_copy(), version=1)
    withdraw_notice(ref="a" * 26, reason="复议机关撤销", basis="", on=DAY)
    receive_notice(a_copy(), version=2, correction="更正", corrected_on=DAY)
    assert find(Search("晨曦")).total == 0


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="甲乙丙丁《》〔〕，。ab12 ", max_size=30),
    st.text(alphabet="甲乙丙丁《》ab12", min_size=2, max_size=6),
)
def test_bigrams_never_lose_a_text_that_holds_the_words(text, words):
    pairs = query_bigrams(words)
    if pairs and matches(text, words):
        tokens = bigrams(text)
        assert all(any(token.startswith(pair) for token in tokens) for pair in pairs)

"""Conditions read what they write, and say no to what they cannot know."""

import pytest

from yangguang.catalogues.rules import conditions
from yangguang.catalogues.rules.conditions import Condition, Operator
from yangguang.catalogues.rules.facts import FACTS
from yangguang.kernel.refusal import Refused

SENTENCES = [
    "受害劳动者人数不超过10人",
    "受害劳动者人数超过10人且不超过50人",
    "受害劳动者人数超过50人，或者一年内同类违法次数不少于1次",
    "受害劳动者人数不超过2人且一年内同类违法次数为0次且及时改正",
    "不是适用简易程序",
    "危害后果为轻微",
    "违法所得少于10000元",
    "当事人为公民且拟处罚款不少于5000元",
    "其他情形",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_condition_reads_back_what_it_says(sentence):
    assert conditions.says(conditions.parse(sentence)) == sentence


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("受害劳动者人数≤10", "受害劳动者人数不超过10人"),
        ("受害劳动者人数 >= １０人", "受害劳动者人数不少于10人"),
        ("违法所得<1万元", "违法所得少于10000元"),
        ("受害劳动者人数超过10人且受害劳动者人数不超过50人", "受害劳动者人数超过10人且不超过50人"),
        ("受害劳动者人数>50人或者一年内同类违法次数≥1", "受害劳动者人数超过50人，或者一年内同类违法次数不少于1次"),
    ],
)
def test_condition_understands_signs_and_full_width_figures(typed, said):
    assert conditions.says(conditions.parse(typed)) == said


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("人很多", "读不出来"),
        ("天气为晴", "不是系统认识的事实"),
        ("受害劳动者人数不超过十人", "不是受害劳动者人数的值"),
        ("受害劳动者人数不超过-1人", "不是受害劳动者人数的值"),
        ("危害后果为很大", "不是危害后果的值"),
        ("及时改正为3", "不是系统认识的事实"),
        ("受害劳动者人数不超过" + "9" * 30, "不是受害劳动者人数的值"),
    ],
)
def test_condition_that_cannot_be_read_is_refused(typed, why):
    with pytest.raises(Refused, match=why):
        conditions.parse(typed)


@pytest.mark.parametrize(
    ("operator", "known", "met"),
    [
        (Operator.AT_MOST, 10, True),
        (Operator.AT_MOST, 11, False),
        (Operator.LESS, 10, False),
        (Operator.AT_LEAST, 10, True),
        (Operator.MORE, 10, False),
        (Operator.MORE, 11, True),
        (Operator.IS, 10, True),
    ],
)
def test_bounds_belong_to_at_most_and_at_least_only(operator, known, met):
    assert Condition("workers", operator, 10).holds({"workers": known}) is met


def test_missing_fact_is_asked_for_by_its_name():
    groups = conditions.parse("受害劳动者人数超过50人，或者一年内同类违法次数不少于1次")
    with pytest.raises(Refused, match="一年内同类违法次数"):
        conditions.any_holds(groups, {"workers": 3})


def test_missing_fact_does_not_matter_once_another_group_holds():
    groups = conditions.parse("受害劳动者人数超过50人，或者一年内同类违法次数不少于1次")
    assert conditions.any_holds(groups, {"workers": 60}) == groups[0]


def test_fact_that_is_known_to_be_unknown_is_missing():
    with pytest.raises(Refused, match="受害劳动者人数"):
        conditions.any_holds(conditions.parse("受害劳动者人数超过50人"), {"workers": None})


def test_no_fact_is_named_so_that_it_could_be_read_as_two():
    words = [fact.label for fact in FACTS.values()] + [label for fact in FACTS.values() for _, label in fact.choices]
    assert not [word for word in words if any(joint in word for joint in ("且", "或者", "：", "不是"))]

"""What is told of a counterpart is cleaned or refused; names that look alike are found, whatever is typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.cases import a_credit_code
from tests.builders.labour import a_person_id
from tests.builders.typed import HOSTILE, NUMBERS_OF_PEOPLE, ODD
from yangguang.cases.rules.agency import checked_hearing_agents, stands_on
from yangguang.cases.rules.counterpart_facts import Told, checked_code, refined, same_sort
from yangguang.cases.rules.look_alikes import core, likeness, looks_alike, pieces
from yangguang.kernel.person_ids import check_character
from yangguang.kernel.refusal import Refused

TODAY = date(2026, 11, 16)
KINDS = st.sampled_from(["organisation", "branch", "unregistered", "individual_business", "person"])
TYPED = st.sampled_from(HOSTILE + ODD + NUMBERS_OF_PEOPLE) | st.text(max_size=60)


@pytest.mark.parametrize("head", ["81000019940823002", "82000019921120004", "83000019810322005"])
def test_residence_permits_are_identity_numbers(head):
    number = head + check_character(f"{head}0")
    assert checked_code("person", "", number, TODAY) == ("identity", number)


@pytest.mark.parametrize(
    ("kind", "code_kind", "typed", "kept"),
    [
        ("organisation", "", f" {a_credit_code(3).lower()} ", ("credit_code", a_credit_code(3))),
        ("person", "identity", a_person_id(4), ("identity", a_person_id(4))),
        ("person", "passport", "e 123-45678", ("passport", "E12345678")),
        ("person", "travel_permit", "Ｈ1234567", ("travel_permit", "H1234567")),
        ("person", "passport", "  ", ("", "")),
    ],
)
def test_code_is_kept_in_its_plain_form(kind, code_kind, typed, kept):
    assert checked_code(kind, code_kind, typed, TODAY) == kept


@pytest.mark.parametrize(
    ("kind", "code_kind", "typed", "words"),
    [
        ("unregistered", "", a_credit_code(1), "未登记的单位没有统一社会信用代码"),
        ("organisation", "", a_person_id(1), "统一社会信用代码"),
        ("person", "", a_credit_code(1), "身份证号码"),
        ("person", "credit_code", a_credit_code(1), "公民没有统一社会信用代码"),
        ("person", "passport", "护照", "5至20位字母和数字"),
        ("organisation", "", a_credit_code(1)[:-1] + ("0" if a_credit_code(1)[-1] != "0" else "1"), "最后一位应为"),
    ],
)
def test_code_that_does_not_fit_is_refused(kind, code_kind, typed, words):
    with pytest.raises(Refused, match=words):
        checked_code(kind, code_kind, typed, TODAY)


@given(kind=KINDS, code_kind=st.sampled_from(["", "identity", "passport", "x"]), name=TYPED, code=TYPED)
def test_whatever_is_told_is_cleaned_or_refused_in_chinese(kind, code_kind, name, code):
    kept, refused = None, ""
    try:
        kept = Told(kind, name, code, code_kind).checked(TODAY)
    except Refused as refusal:
        refused = refusal.reason
    assert kept is not None or any("一" <= sign <= "鿿" for sign in refused)
    assert kept is None or (kept.name == kept.name.strip() and bool(kept.code) == bool(kept.code_kind))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("示范县宏基建筑工程有限公司", "宏基建筑工程", True),
        ("示范县宏基建筑工程有限公司", "示范县宏碁建筑工程公司", True),
        ("示范县永安酒店（普通合伙）", "示范县永安酒店(普通合伙)", True),
        ("示范县宏基建筑工程有限公司", "示范县晨曦建筑工程有限公司", False),
        ("王建国", "王建军", False),
        ("示范县永安酒店", "示范县康平药房", False),
    ],
)
def test_names_look_alike_by_what_people_remember(one, other, alike):
    assert looks_alike(one, other) is looks_alike(other, one) is alike


@given(name=TYPED, other=TYPED)
def test_likeness_is_even_handed_and_within_bounds(name, other):
    assert 0 <= likeness(name, other) <= 1
    assert likeness(name, other) == likeness(other, name)
    assert likeness(name, name) in {0.0, 1.0}
    assert all(piece in core(name) for piece in pieces(name))


def test_person_is_never_an_organisation():
    assert not same_sort("person", "branch")
    assert same_sort("unregistered", "organisation")
    assert refined("organisation", "individual_business") == "individual_business"
    assert refined("branch", "organisation") == "branch"


@pytest.mark.clause("APL-2021:64.1.5")
@pytest.mark.parametrize(("number", "allowed"), [(0, True), (1, True), (2, True), (3, False)])
def test_party_sends_at_most_two_agents_to_a_hearing(number, allowed):
    if allowed:
        checked_hearing_agents(number)
    else:
        with pytest.raises(Refused, match="当事人可以委托一至二人代理"):
            checked_hearing_agents(number)


@pytest.mark.parametrize(("day", "stands"), [(9, False), (10, True), (20, True), (21, False)])
def test_power_of_attorney_carries_acts_within_its_term(day, stands):
    term = {"from_on": date(2026, 11, 10), "until_on": date(2026, 11, 20), "ended_on": None}
    assert stands_on(date(2026, 11, day), **term) is stands


def test_ended_agency_carries_nothing_from_that_day_on():
    term = {"from_on": date(2026, 11, 1), "until_on": None, "ended_on": date(2026, 11, 10)}
    assert stands_on(date(2026, 11, 9), **term)
    assert not stands_on(date(2026, 11, 10), **term)

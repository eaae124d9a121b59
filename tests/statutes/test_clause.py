"""Asking a clause: right unit or error, dated values, citations, one keeper."""

from __future__ import annotations

from datetime import date

import pytest

from yangguang.statutes import (
    NoSuchValue,
    NotInForce,
    NotSet,
    WrongUnit,
    clause,
    keepers,
    keeps,
    keeps_clocks,
    kept_by_people,
)


def test_a_number_is_given_in_the_unit_the_clause_counts_in() -> None:
    assert clause("APL-2021:48.2").amount("withdraw_within", unit="workday") == 3
    assert clause("APL-2021:48.2").amount(unit="workday") == 3


def test_a_number_asked_in_another_unit_is_an_error() -> None:
    with pytest.raises(WrongUnit, match="workday"):
        clause("APL-2021:48.2").amount("withdraw_within", unit="calendar_day")


def test_a_number_that_is_not_there_is_an_error() -> None:
    with pytest.raises(NoSuchValue):
        clause("APL-2021:48.2").amount("publish_within", unit="workday")
    with pytest.raises(NoSuchValue, match="range"):
        clause("LSR-2004:25#fine").amount(unit="yuan")
    with pytest.raises(NoSuchValue, match="one amount"):
        clause("APL-2021:51#citizen").bounds(unit="yuan")
    with pytest.raises(NoSuchValue):
        clause("SIL-2018:84").amount(unit="percent")


def test_a_number_left_to_the_province_is_refused_until_it_is_set() -> None:
    with pytest.raises(NotSet, match="还没有设定.*APL-2021:63.1.1.*系统管理员") as refusal:
        clause("APL-2021:63.1.1").amount(unit="yuan")

    assert refusal.value.clause == "APL-2021:63.1.1"


def test_ranges_and_money_come_in_fen_when_asked() -> None:
    assert clause("LSR-2004:25#fine").bounds("fine", unit="yuan") == (100, 500)
    assert clause("LSR-2004:25#fine").fen_bounds() == (100_00, 500_00)
    assert clause("APL-2021:51#organisation").fen("cap") == 3_000_00


@pytest.mark.parametrize(
    ("clause_id", "cited", "short"),
    [
        ("APL-2021:48.2", "行政处罚法第四十八条第二款", "处罚法 48"),
        ("APL-2021:64.1.1", "行政处罚法第六十四条第一项", "处罚法 64"),
        ("CL-2023:276-1.1", "刑法第二百七十六条之一第一款", "刑法 276-1"),
        ("LSR-2004:25#fine", "劳动保障监察条例第二十五条", "监察条例 25"),
        (
            "TSO-2018:review_scope",
            "国务院办公厅关于全面推行行政执法三项制度的指导意见法制审核范围",
            "三项制度意见 法制审核范围",
        ),
    ],
)
def test_a_clause_is_cited_in_documents_and_beside_fields(clause_id: str, cited: str, short: str) -> None:
    assert clause(clause_id).cite() == cited
    assert clause(clause_id).short() == short


def test_a_paragraph_kept_in_parts_can_be_cited_whole_but_not_asked_for_numbers() -> None:
    whole = clause("APL-2021:33.1")

    assert (whole.cite(), whole.short()) == ("行政处罚法第三十三条第一款", "处罚法 33")
    assert clause("APL-2021:33.1#minor").text in whole.text
    assert clause("APL-2021:33.1#first_time").text in whole.text
    assert clause("APL-2021:33").cite() == "行政处罚法第三十三条"
    assert clause("APL-2021:72.1").cite() == "行政处罚法第七十二条第一款"
    with pytest.raises(NoSuchValue):
        clause("LSR-2004:17").amount(unit="workday")


@pytest.mark.parametrize(
    ("clause_id", "before", "since"),
    [("APL-2021:51#citizen", 50, 200), ("APL-2021:51#organisation", 1000, 3000), ("APL-2021:68.1.1", 20, 100)],
)
def test_a_rule_is_asked_as_of_the_day_of_the_act(clause_id: str, before: int, since: int) -> None:
    found = clause(clause_id)

    assert found.on(date(2021, 7, 14)).amount("cap", unit="yuan") == before
    assert found.on(date(2021, 7, 15)).amount("cap", unit="yuan") == since
    assert found.on(date(2021, 7, 14)).article != found.article
    with pytest.raises(NotInForce):
        found.on(date(2017, 12, 31))


def test_a_repealed_clause_is_not_in_force_any_more() -> None:
    assert clause("ENV-2010:67").on(date(2023, 6, 30))
    with pytest.raises(NotInForce):
        clause("ENV-2010:67").on(date(2023, 7, 1))


@pytest.fixture
def _own_keepers(monkeypatch: pytest.MonkeyPatch) -> None:
    for register in ("KEPT_BY", "CLOCKS_OF", "KEPT_BY_PEOPLE"):
        monkeypatch.setattr(keepers, register, {})


@pytest.mark.usefixtures("_own_keepers")
def test_a_clause_has_one_keeper() -> None:
    @keeps("APL-2021:42.1#officers")
    def two_officers() -> bool:
        return True

    assert keepers.keeper_of("APL-2021:42.1#officers").endswith("two_officers")
    with pytest.raises(LookupError, match="one keeper"):
        keeps("APL-2021:42.1#officers")(print)
    with pytest.raises(LookupError, match="one keeper"):
        keeps_clocks("cases", "APL-2021:42.1#officers")
    with pytest.raises(LookupError, match="one keeper"):
        kept_by_people("desk:today", "APL-2021:42.1#officers")


@pytest.mark.usefixtures("_own_keepers")
def test_a_clause_that_does_not_exist_cannot_be_kept() -> None:
    with pytest.raises(LookupError, match="not a clause"):
        keeps("APL-2021:999")(print)

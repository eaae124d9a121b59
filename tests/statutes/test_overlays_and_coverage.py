"""Which provision governs where, and the honest register of what is kept."""

from __future__ import annotations

from datetime import date

import pytest

import yangguang
from yangguang.statutes import clause, keepers
from yangguang.statutes.coverage import BY_CODE, COMPUTABLE, NOT_YET, PARTLY, coverage, in_scope, listing, uncovered
from yangguang.statutes.keepers import gather
from yangguang.statutes.overlays import covers, governing

gather(yangguang)

TODAY = date(2026, 11, 18)


def test_without_a_local_provision_the_national_one_governs() -> None:
    found = governing("LSP-2004:18#accept", region="430100", on=TODAY)

    assert (found.governing.id, found.level) == ("LSP-2004:18#accept", "nation")
    assert found.considered == (clause("LSP-2004:18#accept"),)


@pytest.mark.parametrize(("region", "governs"), [("370281", "QD-LSR-2011:26"), ("370100", "LSP-2004:18#accept")])
def test_a_city_provision_governs_in_its_own_city_only(region: str, governs: str) -> None:
    assert governing("LSP-2004:18#accept", region=region, on=TODAY).governing.id == governs


def test_both_sides_are_kept_with_the_reason() -> None:
    found = governing("CPL-2023:95.1", region="370202", on=TODAY)

    assert (found.governing.amount(unit="calendar_day"), found.national.amount(unit="calendar_day")) == (60, 30)
    assert "青岛市劳动保障监察条例第三十三条" in found.why


def test_a_provincial_amount_takes_the_place_of_the_national_range() -> None:
    found = governing("WPI-2013:3#one", region="430100", on=TODAY)

    assert found.governing.amount("one", unit="yuan") == 6000
    assert governing("WPI-2013:3#one", region="430100", on=date(2013, 12, 31)).level == "nation"


@pytest.mark.parametrize(
    ("area", "region", "inside"),
    [
        ("370000", "370281", True),
        ("370200", "370281", True),
        ("370200", "370100", False),
        ("500000", "500112", True),
        ("510000", "500112", False),
        ("000000", "650102", True),
    ],
)
def test_an_area_covers_what_lies_in_it(area: str, region: str, inside: bool) -> None:
    assert covers(area, region) is inside


def test_the_register_tells_kept_from_computable_from_not_yet() -> None:
    status = {row.clause.id: row.status for row in coverage()}

    assert status["LSR-2004:25#fine"] == BY_CODE
    assert status["SD-SUP-2014:28"] in {COMPUTABLE, BY_CODE}
    assert status["PSB-2019:134"] == NOT_YET


def test_a_clause_is_kept_when_all_its_gates_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keepers, "GATES", {"notice_complete": "cases"})
    monkeypatch.delitem(keepers.KEPT_BY, "APL-2021:44", raising=False)
    status = {row.clause.id: (row.status, row.keeper) for row in coverage()}
    assert status["APL-2021:44"] == (PARTLY, "gate notice_complete (cases)")

    keepers.keeps_gate("same_as_notified", "cases")
    status = {row.clause.id: (row.status, row.keeper) for row in coverage()}
    assert status["APL-2021:44"][0] == BY_CODE


def test_every_clause_in_scope_exists_and_has_a_keeper() -> None:
    assert in_scope() <= {row.clause.id for row in coverage()}
    assert uncovered() == ()


def test_the_register_is_plain_rows_for_machines() -> None:
    row = next(row for row in listing() if row["id"] == "APL-2021:48.2")

    assert row["citation"] == "行政处罚法第四十八条第二款"
    assert row["values"] == {"withdraw_within": "3 workday"}
    assert row["in_force"] == "2021-07-15"

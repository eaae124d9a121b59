"""What each column counts: one decision once, under its heaviest kind; money as the paper has it; nothing is a silent 0."""

from datetime import date

import pytest

from yangguang.reporting.rules.counting import HandValue, Tally, figures_of, heaviest
from yangguang.reporting.rules.due import due_on, is_late
from yangguang.reporting.rules.templates import templates

pytestmark = pytest.mark.duty("D18")
JIN, LU = templates()["shanxi"], templates()["shandong"]
TALLIES = [
    Tally("penalty", "warning+fine", 3, 90_000_00), Tally("penalty", "warning", 2, 0),
    Tally("penalty", "fine+other", 1, 10_000_00), Tally("penalty", "other", 1, 0),
    Tally("penalty", "licence_revocation+closure", 1, 0), Tally("penalty_fallen", "warning+fine", 1, 30_000_00),
]  # fmt: skip


def values(template, table, tallies=TALLIES, **given):
    found = figures_of(template.table(table), template, tallies, given.get("entered", {}), given.get("officers", {}))
    return {one.column.name: one.value for one in found}


def test_several_kinds_in_one_decision_count_once_as_the_heaviest():
    found = values(JIN, "penalties")
    assert (found["warning"], found["fine"], found["total"]) == (2, 4, 8)


def test_a_named_kind_goes_before_other():
    assert values(JIN, "penalties")["other"] == 1
    assert heaviest(["other", "warning"], JIN.order) == "warning"


def test_provinces_rank_revocation_and_closure_differently():
    jin, lu = values(JIN, "penalties"), values(LU, "penalties_shandong")
    assert (jin["licence_revocation"], jin["closure"]) == (1, 0)
    assert (lu["licence_revocation"], lu["closure"]) == (0, 1)


def test_money_is_what_the_papers_say_in_fen():
    assert values(JIN, "penalties")["money"] == 100_000_00


def test_decisions_that_fell_stay_counted_and_are_told_besides():
    found = values(JIN, "penalties")
    assert (found["fine"], found["total"], found["money"]) == (4, 8, 100_000_00)
    assert values(JIN, "supplement")["fallen"] == 1


def test_table_of_penalties_of_shandong_counts_what_is_contested_of_penalties_only():
    contested = [Tally("reconsideration", "", 3), Tally("penalty_reconsideration", "", 2),
                 Tally("litigation_lost", "annulled", 2), Tally("penalty_litigation_lost", "annulled", 1)]  # fmt: skip
    found = values(LU, "penalties_shandong", contested)
    assert (found["reconsideration"], found["litigation_lost"]) == (2, 1)
    assert values(JIN, "remedies", contested)["reconsideration"] == 3


def test_what_nobody_filled_in_is_missing_and_no_zero():
    table = JIN.table("licensing")
    found = figures_of(
        table, JIN, [], {"licensing.applied": HandValue(0), "licensing.granted": HandValue(not_held=True)}, {}
    )
    told = {one.column.name: (one.value, one.how) for one in found}
    assert told["applied"] == (0, "entered")
    assert told["granted"] == (None, "not_held")
    assert told["accepted"] == (None, "missing")


def test_what_is_computed_and_did_not_happen_is_zero():
    assert values(JIN, "coercion")["seizure"] == 0


def test_only_one_kind_of_measure_is_counted_in_its_column():
    found = values(
        JIN, "coercion", [Tally("coercive_measure", "seizure", 2), Tally("coercive_measure", "sealing_up", 5)]
    )
    assert (found["seizure"], found["sealing_up"]) == (2, 5)


def test_share_of_certified_officers_is_told_to_a_hundredth():
    zhejiang = templates()["zhejiang"]
    assert values(zhejiang, "certificates", officers={"in_post": 80, "certified": 79})["share"] == 9875
    assert values(zhejiang, "certificates", officers={})["share"] is None


@pytest.mark.parametrize(("published", "late"), [(date(2026, 1, 31), False), (date(2026, 2, 1), True)])
def test_the_report_is_due_on_the_last_of_january_whatever_day_it_is(published, late):
    assert due_on(2025) == date(2026, 1, 31)
    assert is_late(2025, published) is late

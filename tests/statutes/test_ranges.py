"""Ranges of money: per worker, per worker and month, by base, fixed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.kernel.refusal import Refused
from yangguang.statutes import WrongUnit
from yangguang.statutes.keepers import KEPT_BY
from yangguang.statutes.ranges import MoneyRange, money_range


@pytest.mark.clause("LSR-2004:25#fine")
def test_overtime_of_sixty_workers_is_fined_between_six_and_thirty_thousand() -> None:
    found = money_range("LSR-2004:25#fine", people=60)

    assert found == MoneyRange(6_000_00, 30_000_00)
    assert 60 * 420_00 in found
    assert 30_000_01 not in found


@pytest.mark.clause("UCL-2002:6.1")
def test_child_labour_is_a_fixed_amount_per_child_and_month() -> None:
    assert money_range("UCL-2002:6.1", people=2, months=3) == MoneyRange(30_000_00, 30_000_00)


@pytest.mark.clause("SIL-2018:84")
def test_a_clause_with_two_amounts_is_asked_by_name() -> None:
    assert money_range("SIL-2018:84", base_fen=50_000_00) == MoneyRange(50_000_00, 150_000_00)
    assert money_range("SIL-2018:84", "person_fine", people=2) == MoneyRange(1_000_00, 6_000_00)


@pytest.mark.clause("LSR-2004:26#compensation")
def test_a_share_without_its_base_is_refused() -> None:
    with pytest.raises(Refused, match="没有填写计算基数"):
        money_range("LSR-2004:26#compensation")


def test_no_people_is_refused() -> None:
    with pytest.raises(Refused, match="至少是1"):
        money_range("LSR-2004:25#fine", people=0)


def test_a_clause_without_money_is_an_error() -> None:
    with pytest.raises(WrongUnit):
        money_range("APL-2021:60")


@given(
    st.sampled_from(sorted(k for k, f in KEPT_BY.items() if f is money_range)), st.integers(1, 500), st.integers(1, 24)
)
def test_more_people_or_months_never_lower_the_range(clause_id: str, people: int, months: int) -> None:
    least = money_range(clause_id, base_fen=1_000_00)
    most = money_range(clause_id, people=people, months=months, base_fen=people * 1_000_00)

    assert 0 < least.low_fen <= least.high_fen
    assert least.low_fen <= most.low_fen
    assert least.high_fen <= most.high_fen

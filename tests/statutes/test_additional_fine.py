"""The additional fine grows by the day, stands still with its reasons, and stops at the fine."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.statutes.additional_fine import additional_fine

DUE = date(2026, 3, 25)


@pytest.mark.clause("APL-2021:72.1.1#rate")
def test_payment_on_the_last_day_costs_nothing_more() -> None:
    assert additional_fine(fine_fen=10_000_00, due_on=DUE, paid_on=DUE) == 0
    assert additional_fine(fine_fen=10_000_00, due_on=DUE, paid_on=date(2026, 3, 20)) == 0


@pytest.mark.clause("APL-2021:72.1.1#rate")
def test_days_of_reconsideration_do_not_count() -> None:
    assert additional_fine(fine_fen=10_000_00, due_on=DUE, paid_on=date(2026, 4, 4), days_not_counted=4) == 1_800_00


@pytest.mark.clause("APL-2021:72.1.1#cap")
@given(st.integers(1, 10**12), st.dates(DUE, date(2036, 1, 1)))
def test_it_never_exceeds_the_fine(fine_fen: int, paid_on: date) -> None:
    assert 0 <= additional_fine(fine_fen=fine_fen, due_on=DUE, paid_on=paid_on) <= fine_fen

"""What a roster adds up to: totals, compensation, the criminal line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.cases.rules.disposition_content import annex_of, digest_of, sums, totals_match
from yangguang.cases.rules.wage_arrears import WageClaim, compensation_of, criminal_line, percent_fault, totals
from yangguang.kernel.refusal import Refused

MAY, JULY = date(2026, 5, 1), date(2026, 7, 1)
CLAIMS = st.lists(
    st.builds(
        WageClaim, ref=st.uuids().map(str), name=st.just("工人"), owed_fen=st.integers(1, 10**9),
        paid_fen=st.integers(0, 10**9), from_month=st.just(MAY), to_month=st.just(JULY),
    ),
    max_size=30,
)  # fmt: skip


@pytest.mark.clause("LSR-2004:26#compensation")
@pytest.mark.parametrize(("percent", "yuan"), [(50, 166_726), (100, 333_452)])
def test_compensation_stands_between_half_and_the_whole_of_what_is_overdue(percent, yuan):
    assert compensation_of(WageClaim("a", "甲", 333_452_00), percent) == yuan * 100


@pytest.mark.clause("LCL-2012:85")
@pytest.mark.parametrize("percent", [-1, 0, 49, 101])
def test_compensation_outside_the_range_is_refused(percent):
    assert percent_fault(percent) == "加付赔偿金应当为应付金额的百分之五十以上一倍以下。"
    with pytest.raises(Refused, match="LSR-2004:26"):
        compensation_of(WageClaim("a", "甲", 100), percent)


def test_compensation_is_counted_on_the_unpaid_balance():
    assert compensation_of(WageClaim("a", "甲", 10_000, 4_000), 50) == 3_000


@given(CLAIMS, st.integers(50, 100))
def test_annex_always_adds_up(claims, percent):
    annex = annex_of(claims, percent)
    wages, extra, total = sums(annex)
    assert wages == totals(claims).unpaid_fen
    assert wages + extra == total
    content = {"annex": annex, "wages_fen": wages, "extra_fen": extra, "total_fen": total}
    assert totals_match(content)
    assert not totals_match(content | {"total_fen": total + 1})


@given(CLAIMS)
def test_totals_never_lose_a_fen(claims):
    found = totals(claims)
    assert found.unpaid_fen == sum(max(c.owed_fen - c.paid_fen, 0) for c in claims)
    assert found.workers == len(claims)


def test_any_change_of_the_content_changes_its_fingerprint():
    assert digest_of({"percent": 50}) != digest_of({"percent": 51})
    assert digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})


def claim(owed, months=3, paid=0):
    return WageClaim("a", "甲", owed * 100, paid * 100, MAY, date(2026, 5 + months - 1, 1))


@pytest.mark.clause("WPI-2013:3#one")
@pytest.mark.parametrize(
    ("claims", "reached"),
    [([claim(14_596)], True), ([claim(14_596, months=2)], False), ([claim(9_999)], False), ([claim(20_000, paid=15_000)], False)],
)  # fmt: skip
def test_one_worker_of_three_months_reaches_the_line(claims, reached):
    assert criminal_line(claims, one_fen=1_000_000, many_fen=6_000_000).reached is reached


@pytest.mark.clause("WPI-2013:3#many")
@pytest.mark.parametrize(("workers", "reached"), [(28, True), (10, True), (9, False)])
def test_ten_workers_reach_the_line_together(workers, reached):
    claims = [claim(6_000, months=1) for _ in range(workers)]
    assert criminal_line(claims, one_fen=1_000_000, many_fen=6_000_000).reached is reached


@pytest.mark.clause("WPI-2013:3#one")
@pytest.mark.parametrize(
    ("owed", "figure", "in_doubt", "reached"),
    [(8_000, None, True, False), (4_999, None, False, False), (99_999, None, False, True), (8_000, 1_000_000, False, False),
     (8_000, 600_000, False, True), (8_000, 100, True, False), (8_000, "六千", True, False)],
)  # fmt: skip
def test_province_s_figure_is_asked_for_only_where_it_decides(owed, figure, in_doubt, reached):
    line = criminal_line([claim(owed)], one_fen=figure, many_fen=None)
    assert (line.in_doubt, line.reached) == (in_doubt, reached)
    assert ("没有设定" in line.reason) is in_doubt


def test_nothing_owed_reaches_no_line():
    assert not criminal_line([], one_fen=None, many_fen=None).in_doubt

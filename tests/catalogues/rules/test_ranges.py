"""Ranges as the law writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yangguang.catalogues.rules import ranges
from yangguang.catalogues.rules.ranges import Range, RangeKind
from yangguang.kernel.refusal import Refused


@pytest.mark.parametrize(
    ("said", "kind", "lower", "upper", "base"),
    [
        ("每人100元以上500元以下", RangeKind.PER_PERSON, 100_00, 500_00, ""),
        ("2000元以上20000元以下", RangeKind.AMOUNT, 2000_00, 20000_00, ""),
        ("50000元以下", RangeKind.AMOUNT, 0, 50000_00, ""),
        ("10000元", RangeKind.AMOUNT, 10000_00, 10000_00, ""),
        ("每人每月5000元", RangeKind.PER_PERSON_MONTH, 5000_00, 5000_00, ""),
        ("违法所得的1倍以上5倍以下", RangeKind.MULTIPLE, 100, 500, "gains_fen"),
        ("应付未付金额的50%以上1倍以下", RangeKind.MULTIPLE, 50, 100, "owed_fen"),
        ("应缴社会保险费的1倍以上1.5倍以下", RangeKind.MULTIPLE, 100, 150, "premium_fen"),
        ("不罚款", RangeKind.NO_FINE, 0, 0, ""),
    ],
)
def test_range_reads_back_what_it_says(said, kind, lower, upper, base):
    found = ranges.parse(said)
    assert found == Range(kind, lower, upper, base)
    assert found.says() == said
    assert Range.from_json(found.as_json()) == found


@pytest.mark.parametrize(
    ("typed", "said"), [("处２万元以上5万元以下罚款", "20000元以上50000元以下"), ("1万元", "10000元")]
)
def test_range_understands_wan_yuan_and_full_width_figures(typed, said):
    assert ranges.parse(typed).says() == said


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "很多",
        "500元以上100元以下",
        "每人",
        "月亮的1倍以上5倍以下",
        "100元以上500元",
        "违法所得的百倍",
        "-5元",
        "0元",
    ],
)
def test_range_that_cannot_be_read_is_refused(typed):
    with pytest.raises(Refused):
        ranges.parse(typed)


@pytest.mark.parametrize(
    ("said", "facts", "ends"),
    [
        ("每人100元以上500元以下", {"workers": 60}, (6000_00, 30000_00)),
        ("每人100元以上500元以下", {"workers": 2}, (200_00, 1000_00)),
        ("每人每月5000元", {"worker_months": 6}, (30000_00, 30000_00)),
        ("违法所得的1倍以上5倍以下", {"gains_fen": 30000_00}, (30000_00, 150000_00)),
        ("应付未付金额的50%以上1倍以下", {"owed_fen": 333452_00}, (166726_00, 333452_00)),
        ("2000元以上20000元以下", {}, (2000_00, 20000_00)),
    ],
)
def test_range_is_worked_out_for_a_case(said, facts, ends):
    assert ranges.parse(said).of(facts) == ends


def test_range_without_the_number_of_workers_is_refused():
    with pytest.raises(Refused, match="受害劳动者人数"):
        ranges.parse("每人100元以上500元以下").of({})


@given(st.integers(1, 10**9), st.integers(0, 10**9))
def test_any_amount_in_fen_survives_print_and_reading(lower, more):
    found = Range(RangeKind.AMOUNT, lower, lower + more)
    assert ranges.parse(found.says()) == found

"""The tier follows from the facts; a standard that does not fit the law is named."""

import pytest

from yangguang.catalogues.lists.discretion_standards import read_tiers, tiers_of
from yangguang.catalogues.rules import conditions, ranges, tiers
from yangguang.catalogues.rules.tiers import Leniency, Measure, Standard
from yangguang.kernel.refusal import Refused

OVERTIME_TIERS = (
    "轻微：受害劳动者人数不超过10人：每人100元以上200元以下\n"
    "一般：受害劳动者人数超过10人且不超过50人：每人201元以上400元以下\n"
    "严重：受害劳动者人数超过50人，或者一年内同类违法次数不少于1次：每人401元以上500元以下"
)
OVERTIME = Standard(
    code="LD-01",
    violation="违法延长劳动者工作时间",
    basis=("LSR-2004:25#fine",),
    measure=Measure.FINE,
    statutory=ranges.parse("每人100元以上500元以下"),
    tiers=tiers_of(read_tiers(OVERTIME_TIERS)),
    leniency=Leniency(
        "APL-2021:33.1#first_time",
        conditions.parse("受害劳动者人数不超过2人且一年内同类违法次数为0次且及时改正且危害后果为轻微"),
    ),
)


@pytest.mark.parametrize(
    ("workers", "prior", "tier"),
    [(1, 0, "轻微"), (10, 0, "轻微"), (11, 0, "一般"), (50, 0, "一般"), (51, 0, "严重"), (3, 1, "严重")],
)
def test_heaviest_tier_that_fits_is_taken(workers, prior, tier):
    assert tiers.tier_of(OVERTIME, {"workers": workers, "prior_violations": prior}).tier.name == tier


def test_reasons_tell_the_condition_and_the_fact():
    choice = tiers.tier_of(OVERTIME, {"workers": 60, "prior_violations": 0})
    assert choice.clause == "APL-2021:34"
    assert choice.reasons == (
        "受害劳动者人数超过50人，属于“严重”阶次，幅度为每人401元以上500元以下。",
        "本案受害劳动者人数为60人。",
    )


def test_range_of_sixty_workers_is_that_of_the_serious_tier():
    facts = {"workers": 60, "prior_violations": 0}
    assert tiers.range_of(OVERTIME, facts) == (24060_00, 30000_00)
    assert tiers.statutory_range_of(OVERTIME, facts) == (6000_00, 30000_00)


def test_tier_without_the_needed_facts_is_refused():
    with pytest.raises(Refused, match="一年内同类违法次数"):
        tiers.tier_of(OVERTIME, {"workers": 3})


@pytest.mark.clause("APL-2021:33.1#first_time")
@pytest.mark.parametrize(
    ("change", "open_"),
    [({}, True), ({"workers": 3}, False), ({"prior_violations": 1}, False), ({"rectified": False}, False)],
)
def test_leniency_opens_only_when_everything_holds(change, open_):
    facts = {"workers": 2, "prior_violations": 0, "rectified": True, "harm": "minor"} | change
    assert (tiers.leniency_open(OVERTIME, facts) is not None) is open_


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        (OVERTIME_TIERS.replace("500元以下", "600元以下"), "超出法定幅度"),
        (OVERTIME_TIERS.replace("每人100元", "每人150元"), "没有从法定下限开始"),
        (OVERTIME_TIERS.replace("500元以下", "450元以下"), "没有到法定上限"),
        (OVERTIME_TIERS.replace("每人201元", "每人250元"), "没有首尾相接"),
        (OVERTIME_TIERS.replace("每人201元", "每人150元"), "没有首尾相接"),
        (OVERTIME_TIERS.replace("一般：", "轻微："), "重复"),
        (OVERTIME_TIERS.replace("每人", ""), "超出法定幅度"),
        (OVERTIME_TIERS.replace("受害劳动者人数超过10人且不超过50人", "其他情形"), "只能放在最前面"),
    ],
)
def test_tiers_that_do_not_fit_the_statutory_range_are_named(written, fault):
    assert any(fault in sentence for sentence in tiers.faults(OVERTIME.statutory, tiers_of(read_tiers(written))))


def test_tiers_that_cover_the_statutory_range_have_no_fault():
    assert tiers.faults(OVERTIME.statutory, OVERTIME.tiers) == []


def test_tier_line_that_cannot_be_read_names_its_line():
    with pytest.raises(Refused, match="第2行"):
        read_tiers("轻微：其他情形：100元\n严重：很重：200元")

"""Penalties other than fines are carried out, recorded with their voucher, and keep the case open until then."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.cases.refusing import refusal_of
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Case
from yangguang.cases.plugs.closing import unsettled_of
from yangguang.cases.rules.other_penalties import WITHOUT_VOUCHER, execution_fault, left_to_carry_out
from yangguang.cases.use_cases.record_execution import CarriedOut, record_execution

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 18)
GAINS = {"penalties": ["warning", "fine", "confiscation_of_gains"], "confiscated_fen": 100000}


def carried_out(case, *, day=DAY, officers=None, actor=None, **changes):
    told = {
        "decision_ref": build.the_decision(case).public_id, "penalty": "confiscation_of_gains", "way": "paid_in",
        "words": "当事人缴入国库。", "voucher": "缴款书8号",
    } | changes  # fmt: skip
    with build.on(day) as at:
        return record_execution(
            case_id=case.pk, done=CarriedOut(**told), officers=officers or build.officers_of(case.body),
            actor=actor or build.handler_of(case), at=at,
        )  # fmt: skip


@pytest.mark.clause("APL-2021:74.2")
def test_confiscated_gains_keep_the_case_open_until_they_are_accounted_for():
    case = build.a_served_case(proposal=GAINS, draft=GAINS)
    assert "没收违法所得的执行" in unsettled_of(case)
    assert (refusal_of(carried_out, case, voucher="").reason, refusal_of(carried_out, case, way="checked").field) == (
        WITHOUT_VOUCHER, "way",
    )  # fmt: skip
    assert refusal_of(carried_out, case, penalty="business_halt").field == "penalty"
    assert "两" in refusal_of(carried_out, case, officers=build.officers_of(case.body)[:1]).reason
    row = carried_out(case)
    assert (row.document.kind, row.officer_names) == ("execution_record", ["陈立", "周敏"])
    assert LedgerEntry.objects.get(event="PenaltyCarriedOut").summary.endswith("款项已缴入国库（缴款书8号）")
    assert "没收违法所得的执行" not in unsettled_of(Case.objects.get(pk=case.pk))
    assert refusal_of(carried_out, case).field == "penalty"  # once


@pytest.mark.parametrize(
    ("penalty", "way", "voucher", "holds"),
    [
        ("confiscation_of_goods", "destroyed", "销毁记录1号", True), ("confiscation_of_goods", "destroyed", "", False),
        ("licence_revocation", "licence_collected", "", True), ("business_halt", "checked", "", True),
        ("business_halt", "auctioned", "x", False), ("fine", "paid_in", "x", False),
    ],
)  # fmt: skip
def test_ways_fit_their_penalties(penalty, way, voucher, holds):
    assert (not execution_fault(penalty, way, voucher)) == holds


def test_warning_and_fine_are_not_carried_out_this_way():
    assert left_to_carry_out({"penalties": ["warning", "fine", "business_halt"]}, ()) == ["business_halt"]
    assert left_to_carry_out({"penalties": ["business_halt"]}, {"business_halt"}) == []

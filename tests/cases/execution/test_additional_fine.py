"""The additional fine of a case: decided by the head, computed each day, paid apart from the fine."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.cases.refusing import failing, refusal_of
from tests.cases.test_remedies import contested, ended
from yangguang.base.models import LedgerEntry
from yangguang.cases.owing import owing_of
from yangguang.cases.plugs.closing import unsettled_of
from yangguang.cases.standing import papers_to_serve
from yangguang.cases.use_cases.record_additional_payment import record_additional_payment
from yangguang.kernel import clock
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
TENTH = date(2026, 12, 4)


def paid_on_top(decision, amount, day, **facts):
    told = {"payee": fine.AGENT, "receipt_number": f"J.{day}", "paid_on": day} | facts
    with build.on(day, 16) as at:
        return record_additional_payment(
            decision=decision, amount_fen=amount, actor=build.handler_of(decision.case), at=at, **told
        )


@pytest.mark.clause("APL-2021:72.1.1#rate")
def test_additional_fine_is_decided_by_the_head_with_its_computation_in_the_file():
    """Ten days late on 4 December: 5 000 × 3 % × 10 = 1 500."""
    decision = fine.an_overdue_fine()
    row = fine.imposed(decision, TENTH)
    assert row.imposed_on == TENTH
    paper = Document.objects.get(kind="additional_fine_decision")
    sheet = str(paper.sheet)
    assert (paper.title, "监加字〔2026〕" in paper.number) == ("加处罚款决定书", True)
    for told in (
        decision.number,
        "第七十二条第一款第一项",
        "行政强制法》第四十五条第一款",
        "60日内",
        "6个月内",
    ):
        assert told in sheet
    assert paper in papers_to_serve(decision.case)
    assert "1,500.00" in sheet
    assert "2026-11-25—2026-12-04" in sheet
    assert LedgerEntry.objects.filter(event="ExecutionMoved").last().summary.endswith("计算至2026-12-04为1,500.00元")
    assert refusal_of(fine.imposed, decision, date(2026, 12, 5)).reason == "已经决定加处罚款。"


@pytest.mark.clause("FCS-1997:7.1")
@pytest.mark.clause("FCS-1997:9.1")
@pytest.mark.clause("ACL-2011:45.1")
@pytest.mark.history("P9.52")
def test_additional_fine_the_decision_did_not_tell_of_is_refused():
    decision = fine.an_overdue_fine(draft={"additional_fine": False})
    assert owing_of(decision, on=TENTH).additional_fen == 0
    refusal = refusal_of(fine.imposed, decision, TENTH)
    assert "决定书没有明确逾期加处罚款，不得加处。" in {one.reason for one in failing(refusal).values()}


@pytest.mark.history("P9.51")
@pytest.mark.clause("APL-2021:67.3")
def test_nothing_is_added_to_a_decision_that_was_not_served():
    case = build.a_decided_case()
    decision = build.the_decision(case)
    owing = owing_of(decision, on=date(2027, 3, 1))
    assert (owing.due_on, owing.accrual) == (None, None)


@pytest.mark.clause("APL-2021:72.1.1#cap")
@pytest.mark.history("P9.52")
def test_payment_on_top_beyond_the_fine_is_refused():
    decision = fine.an_overdue_fine()
    refusal = refusal_of(paid_on_top, decision, 500001, date(2027, 3, 1))
    assert refusal.reason == "加处罚款不得超过罚款数额。"
    assert paid_on_top(decision, 500000, date(2027, 3, 1)).amount_fen == 500000


@pytest.mark.clause("APL-2021:73.3")
@pytest.mark.history("P9.53")
def test_payment_on_top_for_days_of_a_reconsideration_is_refused():
    """Late from 25 November; contested from 28 November to 10 December: three days count before it, two after it until
    the 12th: 5 000 × 3 % × 5 = 750. All eighteen days would be 2 700."""
    decision = fine.an_overdue_fine()
    remedy = contested(decision.case, day=date(2026, 11, 28))
    ended(remedy, "upheld", day=date(2026, 12, 10), outcome_words="维持。")
    decision = fine.fine_of(decision.case)
    day = date(2026, 12, 12)
    assert owing_of(decision, on=day).additional_fen == 75000
    refusal = refusal_of(paid_on_top, decision, 270000, day)
    assert refusal.reason == "行政复议或者行政诉讼期间不计算加处罚款。"
    assert paid_on_top(decision, 75000, day).amount_fen == 75000


@pytest.mark.clause("APL-2021:67.1")
def test_payment_on_top_to_the_body_itself_is_refused():
    decision = fine.an_overdue_fine()
    refusal = refusal_of(paid_on_top, decision, 15000, fine.LATE, payee=decision.case.body.name)
    assert refusal.reason == "作出罚款决定的机关不得自行收缴罚款。"


@pytest.mark.clause("FCS-1997:9.1")
def test_payment_on_top_is_refused_twice_for_one_receipt_in_the_future_or_beyond_what_was_added():
    decision = fine.an_overdue_fine()
    assert refusal_of(paid_on_top, decision, 15001, fine.LATE).field == "amount_fen"
    assert refusal_of(paid_on_top, decision, 15000, fine.LATE, paid_on=TENTH).field == "paid_on"
    paid_on_top(decision, 15000, fine.LATE, receipt_number="J1")
    assert refusal_of(paid_on_top, decision, 15000, TENTH, receipt_number="J1").field == "receipt_number"


@pytest.mark.clause("APL-2021:72.1.1#rate")
def test_case_is_fulfilled_when_the_fine_and_what_was_decided_on_top_are_paid():
    """Ten days late when the fine is paid; the 1 500 stop growing there and keep the case open until they are paid."""
    decision = fine.an_overdue_fine()
    fine.imposed(decision, date(2026, 12, 1))
    fine.paid(decision, 500000, TENTH)
    decision = fine.fine_of(decision.case)
    assert decision.case.status == "unfulfilled"
    with clock.frozen(clock.beijing(date(2026, 12, 20))):
        assert unsettled_of(decision.case) == ["加处罚款缴纳"]
    paid_on_top(decision, 150000, date(2026, 12, 20))
    decision = fine.fine_of(decision.case)
    assert (decision.case.status, fine.execution(decision).status) == ("fulfilled", "fulfilled")
    assert owing_of(decision, on=date(2027, 1, 1)).paid_fen == 500000


def test_fine_paid_late_without_a_decision_on_top_fulfils_the_case():
    decision = fine.an_overdue_fine()
    fine.paid(decision, 500000, TENTH)
    decision = fine.fine_of(decision.case)
    assert (decision.case.status, fine.execution(decision).status) == ("fulfilled", "fulfilled")


@pytest.mark.history("P10.26")
@pytest.mark.clause("APL-2021:73.1")
def test_fine_may_be_paid_while_a_reconsideration_runs():
    decision = fine.fine_of(build.a_served_case())
    contested(decision.case)
    fine.paid(decision, 500000, date(2026, 11, 20))
    assert fine.fine_of(decision.case).case.status == "fulfilled"

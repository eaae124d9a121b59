"""What the line of a fine cannot do, and how penalties on the spot and dispositions share it."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.builders import summary
from tests.cases.labour.test_court_and_closing import an_unfulfilled_disposition, applied, demanded
from tests.cases.refusing import refusal_of
from yangguang.cases.kinds.execution.acts import ACTS
from yangguang.cases.kinds.execution.stages import EXECUTION
from yangguang.cases.models import Clock
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.record_remedy import record_remedy
from yangguang.cases.use_cases.record_remedy_outcome import record_remedy_outcome

pytestmark = pytest.mark.django_db


@pytest.mark.clause("ACL-2011:13.2")
@pytest.mark.clause("ACL-2011:46.3")
@pytest.mark.history("P9.67")
def test_body_without_power_to_execute_has_no_way_to_take_money_itself(client):
    """The only way to the end is a receipt of the collecting agent, or the court's word; nobody is offered another."""
    ends = {step.act for step in EXECUTION.steps if step.to == "fulfilled"}
    assert ends == {"fulfil_execution"}
    assert not ends & ACTS.keys()
    decision = fine.an_overdue_fine()
    with build.on(fine.LATE) as at:
        refusal = refusal_of(
            record_payment, case_id=decision.case_id, amount_fen=500000, paid_on=fine.LATE, payee=decision.case.body.name,
            receipt_number="划拨1号", actor=build.handler_of(decision.case), at=at,
        )  # fmt: skip
    assert refusal.reason == "作出罚款决定的机关不得自行收缴罚款。"
    client.force_login(fine.head_of(decision))
    for act in ("fulfil_execution", "order_execution", "end_by_annulment"):
        where = reverse("cases:fulfilment_act", args=[decision.case.public_id, decision.public_id, act])
        assert client.get(where).status_code == 404


@pytest.mark.clause("ACL-2011:53")
def test_fine_on_the_spot_waits_for_the_term_of_reconsideration_only():
    """Delivered on Friday 8 May 2026: sixty days end on 7 July, three months after it on 7 October."""
    case = summary.a_case_on_the_spot()
    fine.marked(date(2026, 5, 26))
    decision = fine.fine_of(case)
    assert decision.case.status == "unfulfilled"
    term = Clock.objects.get(kind="apply_for_court_execution_by")
    assert (term.started_on, term.due_on) == (date(2026, 7, 7), date(2026, 10, 7))
    fine.demanded(decision, date(2026, 6, 10), pay_by_on=date(2026, 6, 30))
    assert refusal_of(fine.applied, decision, date(2026, 7, 7)).reason == "当事人申请复议、提起诉讼的期限未满。"
    fine.applied(decision, date(2026, 7, 8))
    assert fine.fine_of(case).case.status == "in_execution"


@pytest.mark.clause("AJL-2017:45")
def test_disposition_upheld_in_reconsideration_waits_for_fifteen_days_instead_of_six_months():
    """Received on 25 November 2026: fifteen days end on 10 December."""
    row = an_unfulfilled_disposition()
    case = row.case
    with build.on(date(2026, 11, 2)) as at:
        remedy = record_remedy(
            case_id=case.pk, decision_ref=row.decision.public_id, kind="reconsideration", authority="示范县人民政府",
            number="示政复受字〔2026〕第9号", received_on=at.day, actor=build.handler_of(case), at=at,
        )  # fmt: skip
    demanded(row, date(2026, 11, 3), pay_by_on=date(2026, 11, 20))
    assert refusal_of(applied, row, date(2026, 11, 24)).reason == "当事人申请复议、提起诉讼的期限未满。"
    with build.on(date(2026, 11, 25)) as at:
        record_remedy_outcome(
            case_id=case.pk, remedy_ref=remedy.public_id, outcome="upheld", outcome_paper="复议决定书",
            outcome_received_on=at.day, outcome_words="维持。", actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert Clock.objects.get(kind="sue_after_reconsideration_by").due_on == date(2026, 12, 10)
    assert refusal_of(applied, row, date(2026, 12, 10)).reason == "当事人申请复议、提起诉讼的期限未满。"
    assert applied(row, date(2026, 12, 11)).status == "in_execution"

"""Lines of one case side by side: what one of them has reached binds, or does not bind, the others."""

from datetime import date

import pytest

from tests.builders import labour
from tests.builders.cases import handler_of, on, person_of
from tests.cases.refusing import asked, refusal_of
from yangguang.cases.use_cases.annul_case_opening import annul_case_opening
from yangguang.cases.use_cases.check_rectification import OrderFinding, check_rectification
from yangguang.cases.use_cases.record_complaint_withdrawal import record_complaint_withdrawal
from yangguang.cases.use_cases.record_worker_payments import WagePayment, record_worker_payments
from yangguang.cases.use_cases.request_end import request_end
from yangguang.cases.use_cases.transfer_case import transfer_case
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.mark.clause("LSR-2004:30.1#fine")
def test_order_that_led_to_a_disposition_was_still_unheeded():
    disposition = labour.a_decided_disposition()
    case, instruction = disposition.case, disposition.instruction
    instruction.refresh_from_db()
    case.matter_code = "LDJC-04"
    at = Moment.on(labour.DECIDED, 15)
    assert instruction.status == "disposed"
    assert asked("order_unheeded_first", case, at=at).holds


@pytest.mark.clause("CPL-2023:85.3")
def test_day_of_an_order_that_is_a_rest_day_gives_way_to_the_next_working_day():
    case = labour.a_roster(labour.an_accepted_complaint())
    instruction = labour.a_running_instruction(case, due=date(2026, 10, 3))
    assert case.clocks.get(kind="fulfil_by").due_on == date(2026, 10, 8)
    findings = [OrderFinding(order.public_id, "未支付。") for order in instruction.orders.order_by("pk")]
    for day, holds in ((date(2026, 10, 8), False), (date(2026, 10, 9), True)):
        with on(day) as at:
            check = {"instruction": instruction, "findings": findings, "actor": handler_of(case), "at": at}
            if holds:
                assert check_rectification(**check).status == "unrectified"
            else:
                assert refusal_of(check_rectification, **check).reason == "限期改正的期限未满。"


@pytest.mark.clause("LSR-2004:18.2")
def test_case_with_a_decision_is_neither_transferred_nor_struck():
    case = labour.a_decided_disposition().case
    case.refresh_from_db()
    head = person_of(case.body, "agency_head")
    with on(labour.DECIDED, 15) as at:
        sent = refusal_of(
            transfer_case, case=case, to="邻县人力资源和社会保障局", reason="管辖", papers="全卷", actor=head, at=at
        )
        struck = refusal_of(annul_case_opening, case_id=case.pk, reason="已改正", actor=head, at=at)
    assert sent.reason == "已作出决定的案件不得移送管辖。"
    assert struck.reason == "已作出决定的案件不得撤销立案。"


@pytest.mark.clause("LSR-2004:9.2")
def test_complaint_taken_back_does_not_end_the_case_while_workers_are_owed():
    case = labour.a_roster(labour.an_accepted_complaint())
    actor = handler_of(case)
    told = {
        "case_id": case.pk,
        "act": "annul_case_opening",
        "opinion": "建议。",
        "reason": "投诉人撤回。",
        "actor": actor,
    }
    with on(labour.ISSUED) as at:
        record_complaint_withdrawal(lead=case.leads.get(), reason="已经和解。", actor=actor, at=at)
        with pytest.raises(Refused, match="投诉人撤回不当然终止查处。"):
            request_end(at=at, **told)
        paid = [WagePayment(ref, 10_000_00, at.day, "转账") for ref in labour.refs_of(case)]
        record_worker_payments(case=case, payments=paid, actor=actor, at=at)
        assert request_end(at=at, **told).pk

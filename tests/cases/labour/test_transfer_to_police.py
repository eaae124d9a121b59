"""Unpaid wages over the criminal line: what the case shows, what is refused, and the transfer to the police."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import approve, handler_of, on, person_of
from tests.builders.criminal import a_principal, an_approved_transfer, reported, suspected, with_a_task_force
from tests.builders.criminal import a_sent_transfer as sent
from tests.builders.labour import (
    CHECKED,
    CONCLUDED,
    DUE,
    a_concluded_labour_case,
    a_labour_agency,
    a_roster,
    a_running_instruction,
    an_accepted_complaint,
    an_unheeded_instruction,
    handler,
    refs_of,
)
from yangguang.base.models import LocalValue
from yangguang.cases.gates import Attempt, judge
from yangguang.cases.kinds.labour.criminal import suspicion_of
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import Clock
from yangguang.cases.rules.criminal_suspicion import SuspicionStage
from yangguang.cases.use_cases.record_worker_payments import WagePayment, record_worker_payments
from yangguang.cases.use_cases.request_end import request_end
from yangguang.directory.models import Appointment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document

pytestmark = pytest.mark.django_db


def verdict(case, name, day=CHECKED):
    with on(day) as at:
        return judge((name,), Attempt(case, "decide_penalty", handler_of(case), at, {}))[0]


@pytest.mark.clause("WPI-2013:4.1")
def test_amount_alone_is_watched_and_becomes_a_suspicion_when_the_order_is_unheeded():
    case = a_roster(an_accepted_complaint(), workers=1, owed=14_596_00)
    assert suspicion_of(case, CHECKED).stage == SuspicionStage.WATCHED
    a_running_instruction(case)
    assert suspicion_of(case, DUE).stage == SuspicionStage.WATCHED
    seen = suspicion_of(case, CHECKED)
    assert seen.stage == SuspicionStage.SUSPECTED
    assert "涉嫌拒不支付劳动报酬罪" in seen.words
    assert "WPI-2013:3#one" in seen.clauses


@pytest.mark.history("P9.74")
@pytest.mark.clause("APL-2021:8.2")
def test_penalty_and_closing_are_refused_while_suspected_and_free_once_all_is_paid():
    case = a_roster(an_accepted_complaint(), workers=1, owed=14_596_00)
    an_unheeded_instruction(case)
    said = verdict(case, "no_penalty_instead")
    assert not said.holds
    assert said.reason.startswith("涉嫌犯罪的案件不得以行政处罚代替移送。")
    assert {"WPI-2013:3#one", "APL-2021:8.2"} <= set(said.clauses)
    with on(CHECKED, 15) as at:
        paid = WagePayment(refs_of(case)[0], 14_596_00, CHECKED, "转账1")
        record_worker_payments(case=case, payments=[paid], actor=handler_of(case), at=at)
    assert verdict(case, "no_penalty_instead").holds


def test_small_arrears_raise_no_suspicion():
    case = a_roster(an_accepted_complaint(), workers=1, owed=4_000_00)
    an_unheeded_instruction(case)
    assert suspicion_of(case, CHECKED).stage == SuspicionStage.NONE
    assert verdict(case, "no_penalty_instead").holds


@pytest.mark.clause("WPI-2013:3#one")
def test_missing_figure_of_the_province_is_asked_for_and_refuses_until_it_is_set():
    case = a_roster(an_accepted_complaint(), workers=1, owed=8_000_00)
    LocalValue.objects.filter(name__startswith="crime_").delete()
    assert "本地参数" in suspicion_of(case, CHECKED).follows
    assert verdict(case, "no_penalty_instead").holds
    an_unheeded_instruction(case)
    said = verdict(case, "no_penalty_instead")
    assert not said.holds
    assert "没有设定" in said.reason


def test_case_and_roster_pages_show_the_suspicion_with_its_clauses(client):
    case = a_concluded_labour_case(owed=14_596_00)
    client.force_login(handler(case.body))
    with on(CONCLUDED, 15):
        for name in ("cases:case", "cases:roster"):
            shown = client.get(reverse(name, args=[case.public_id])).content.decode()
            assert "涉嫌拒不支付劳动报酬罪" in shown
            assert "不得以行政处罚代替" in shown


@pytest.mark.clause("TCR-2020:5.2#decide")
def test_principal_head_sends_the_case_to_the_police_and_wages_are_still_pursued():
    case = a_concluded_labour_case(owed=14_596_00)
    a_principal(case.body)
    line = with_a_task_force(suspected(case))
    approval = reported(line)
    clock = Clock.objects.get(case=case, kind="decide_criminal_transfer_by")
    assert clock.due_on == date(2026, 9, 25)
    approve(approval, case.body, date(2026, 9, 23))
    line.refresh_from_db()
    sent(line)
    case.refresh_from_db()
    assert (case.status, case.outcome) == ("transferred_to_police", "criminal_transfer")
    letter = Document.objects.get(kind="criminal_transfer_letter")
    assert letter.number
    with on(date(2026, 9, 24)) as at:
        paid = WagePayment(refs_of(case)[0], 14_596_00, date(2026, 9, 24), "转账1")
        record_worker_payments(case=case, payments=[paid], actor=handler_of(case), at=at)
    assert totals_of(case).unpaid_fen == 2 * 14_596_00


@pytest.mark.history("P9.74")
def test_deputy_head_may_not_approve_a_criminal_transfer():
    case = a_concluded_labour_case(owed=14_596_00)
    line = with_a_task_force(suspected(case))
    Appointment.objects.filter(account=person_of(case.body, "agency_head")).update(is_principal=False)
    with pytest.raises(Refused, match="正职负责人"):
        an_approved_transfer(line)
    case.refresh_from_db()
    line.refresh_from_db()
    assert (case.status, line.status) == ("concluded", "report_submitted")


@pytest.mark.history("P9.72", "P9.73")
@pytest.mark.parametrize(
    ("owed", "heeded", "words"), [(4_000_00, False, "未达到移送标准"), (14_596_00, True, "责令支付的期限未满")]
)
def test_transfer_is_refused_below_the_line_and_before_the_order_is_unheeded(owed, heeded, words):
    case = a_roster(an_accepted_complaint(a_labour_agency()), workers=1, owed=owed)
    if not heeded:
        an_unheeded_instruction(case)
    with pytest.raises(Refused, match=words):
        suspected(case)


def test_closing_a_suspected_case_is_refused_with_the_way_out():
    case = a_concluded_labour_case(owed=14_596_00)
    with on(CONCLUDED, 16) as at, pytest.raises(Refused) as caught:
        request_end(case_id=case.pk, act="close_case", opinion="结案", ground="fulfilled", summary="结案", actor=handler_of(case),
                    at=at)  # fmt: skip
    assert any(v.gate == "no_penalty_instead" and not v.holds for v in caught.value.verdicts)

"""Transfers of suspected crimes through the browser's door: every act has its form, supervisors see and change nothing."""

import pytest
from django.urls import reverse

from tests.builders import criminal as build
from tests.builders.cases import handler_of, officers_of, on
from tests.builders.directory import a_body, an_account
from tests.builders.labour import a_concluded_labour_case
from yangguang.base.models import LedgerEntry
from yangguang.cases.kinds.criminal_transfer.acts import ACTS, possible
from yangguang.cases.kinds.criminal_transfer.stages import CRIMINAL_TRANSFER
from yangguang.cases.models import CriminalTransfer
from yangguang.directory.models import Body
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db
BY_SIGNATURE = {
    "approve_criminal_transfer", "refuse_criminal_transfer", "suspect_crime", "deem_transfer_paper_served"
}  # fmt: skip


def test_every_act_of_the_table_has_a_form_but_those_that_are_signed():
    assert {step.act for step in CRIMINAL_TRANSFER.steps} == set(ACTS) | BY_SIGNATURE


def test_handler_puts_a_suspicion_on_record_and_the_head_names_the_task_force(client):
    case = a_concluded_labour_case(owed=build.OWED)
    client.force_login(handler_of(case))
    with on(build.REPORTED, 15):
        shown = client.get(reverse("cases:criminal_transfer", args=[case.public_id])).content.decode()
        assert "登记涉嫌犯罪线索" in shown
        address = reverse("cases:suspect_crime", args=[case.public_id])
        assert "涉嫌拒不支付劳动报酬罪" in client.get(address).content.decode()
        when = f"{build.REPORTED}T15:00"
        posted = client.post(address, {"grounds": build.GROUNDS, "occurred_at": when})
        assert posted.status_code == 302
        line = CriminalTransfer.objects.get(case=case)
        client.force_login(build.a_principal(case.body))
        act = reverse("cases:transfer_act", args=[case.public_id, line.public_id, "form_task_force"])
        one = officers_of(case.body)[0].public_id
        refused = client.post(act, {"officers": [one], "occurred_at": when})
        assert "移送案件应当指定两名以上执法人员组成专案组。" in refused.content.decode()
        both = [officer.public_id for officer in officers_of(case.body)]
        assert client.post(act, {"officers": both, "occurred_at": when}).status_code == 302
    line.refresh_from_db()
    assert line.status == "task_force"


def test_empty_package_form_says_the_sentence_of_the_law_and_keeps_what_was_typed(client):
    line = build.an_approved_transfer()
    client.force_login(handler_of(line.case))
    with on(build.APPROVED, 15):
        act = reverse("cases:transfer_act", args=[line.case.public_id, line.public_id, "transfer_to_police"])
        told = {
            "investigation": "已查明。",
            "items": "无",
            "examination": "",
            "others": "无",
            "occurred_at": f"{build.APPROVED}T15:00",
        }
        shown = client.post(act, told).content.decode()
    assert "移送材料不全。" in shown
    assert "已查明。" in shown


def test_taking_the_package_out_is_written_in_the_ledger(client):
    line = build.a_sent_transfer()
    client.force_login(handler_of(line.case))
    with on(build.APPROVED, 16):
        answer = client.get(reverse("cases:criminal_package", args=[line.case.public_id, line.public_id]))
    assert answer["Content-Type"] == "application/zip"
    assert answer.content.startswith(b"PK")
    assert LedgerEntry.objects.filter(event="DataExported", summary__contains="移送材料包").count() == 1


def test_supervisor_reads_the_register_with_the_reasons_of_a_refusal_and_takes_no_act(client):
    line = build.with_a_task_force()
    approval, head = build.reported(line), build.a_principal(line.case.body)
    build.refused_by_the_head(approval, head, "金额有争议。")
    justice = a_body(named="示范县司法局", supervises=True)
    Body.objects.filter(pk=line.case.body_id).update(parent=justice)
    watcher = an_account(role="supervisor", body=justice)
    client.force_login(watcher)
    with clock.frozen(clock.beijing(build.RECEIVED)):
        shown = client.get(reverse("cases:criminal_transfers")).content.decode()
        page = client.get(reverse("cases:criminal_transfer", args=[line.case.public_id]))
    assert "不批准移送" in shown
    assert "金额有争议。" in shown
    assert page.status_code == 200
    line.refresh_from_db()
    assert possible(line, watcher) == []


def test_a_term_that_has_passed_stands_in_the_register(client):
    line = build.an_approved_transfer()
    client.force_login(handler_of(line.case))
    with clock.frozen(clock.beijing(build.RECEIVED, 12)):
        assert "期限已过" in client.get(reverse("cases:criminal_transfers")).content.decode()


def test_clock_of_hours_explains_its_minute(client):
    line = build.an_approved_transfer()
    one = line.case.clocks.get(kind="transfer_to_police_by")
    client.force_login(handler_of(line.case))
    with clock.frozen(clock.beijing(build.APPROVED, 18)):
        shown = client.get(reverse("cases:clock", args=[one.public_id])).content.decode()
    assert "11:00 届满" in shown
    assert "剩 17 小时" in shown

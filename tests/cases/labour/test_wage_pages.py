"""Roster, instructions and dispositions on screen, to the decision."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders.cases import on, person_of
from tests.builders.directory import an_account, fresh_code, with_second_factor
from tests.builders.labour import (
    HEARD,
    ISSUED,
    a_concluded_labour_case,
    a_decided_disposition,
    a_heard_disposition,
    a_labour_agency,
    a_person_id,
    a_reviewed_disposition,
    a_roster,
    an_accepted_complaint,
    handler,
    refs_of,
)
from tests.cases.labour.test_roster import a_row, a_sheet
from yangguang.base.models import Approval
from yangguang.cases.kinds.labour.queries import totals_of, workers_of
from yangguang.cases.models import Decision, Disposition, Instruction
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db
MOMENT = {"occurred_at": "2026-09-03T09:30", "late_reason": ""}


@pytest.fixture
def case():
    return an_accepted_complaint(a_labour_agency())


@pytest.fixture
def page(client, case):
    client.force_login(handler(case.body))
    with on(date(2026, 9, 3), 10):
        yield client


def test_worker_is_registered_changed_and_paid_on_screen(page, case):
    add = reverse("cases:roster_act", args=[case.public_id, "add"])
    typed = {
        "name": "万春山", "person_id": a_person_id(7), "phone": "", "from_month": "2026-05", "to_month": "2026年7月",
        "owed_fen": "1万", "agent": "", **MOMENT,
    }  # fmt: skip
    assert page.post(add, typed | {"person_id": "1"}).status_code == 200
    assert page.post(add, typed).status_code == 302
    ref = workers_of(case).get().public_id
    change = f"{reverse('cases:roster_act', args=[case.public_id, 'change'])}?worker={ref}"
    assert "2026-05" in page.get(change).content.decode()
    assert "请填写更正理由" in page.post(change, typed | {"owed_fen": "12,000.00"}).content.decode()
    assert page.post(change, typed | {"owed_fen": "12,000.00", "reason": "漏算六月。"}).status_code == 302
    pay = reverse("cases:roster_act", args=[case.public_id, "pay"])
    given = {"paid_on": "2026-09-03", "voucher": "转账1", f"wages_{ref}": "5,000", **MOMENT}
    assert page.post(pay, given).status_code == 302
    assert totals_of(case).unpaid_fen == 7_000_00
    shown = page.get(reverse("cases:roster", args=[case.public_id])).content.decode()
    assert "万春山" in shown
    assert "7,000.00" in shown


def kept_in(shown):
    return re.search(r'name="kept" value="([^"]*)"', shown)[1]


def test_sheet_is_checked_first_and_then_imported_without_choosing_it_again(page, case):
    address = reverse("cases:import_roster", args=[case.public_id])
    file = SimpleUploadedFile("名册.xlsx", a_sheet([a_row(1), a_row(2)]))
    shown = page.post(address, {"file": file, "check": "1", **MOMENT}).content.decode()
    assert "共2人，应付合计20,000.00元" in shown
    assert totals_of(case).workers == 0
    assert page.post(address, {"kept": kept_in(shown), **MOMENT}).status_code == 302
    assert totals_of(case).workers == 2


def test_checked_sheet_serves_its_own_case_and_person_only(page, case, client):
    address = reverse("cases:import_roster", args=[case.public_id])
    file = SimpleUploadedFile("名册.xlsx", a_sheet([a_row(1)]))
    token = kept_in(page.post(address, {"file": file, "check": "1", **MOMENT}).content.decode())
    for wrong in (token[:-2] + "xx", "", "a" * 500):
        assert page.post(address, {"kept": wrong, **MOMENT}).status_code == 200
    with on(date(2026, 9, 3), 12):
        assert "已经过期" in page.post(address, {"kept": token, **MOMENT}).content.decode()
    assert totals_of(case).workers == 0


def test_faulty_sheet_names_every_row_and_imports_none(page, case):
    content = a_sheet([a_row(1), a_row(2, person_id="1"), a_row(3, to_month="x")])
    answer = page.post(
        reverse("cases:import_roster", args=[case.public_id]),
        {"file": SimpleUploadedFile("名册.xlsx", content), **MOMENT},
    )
    shown = answer.content.decode()
    assert "第 5 行" in shown
    assert "第 6 行" in shown
    assert "工人3" in shown
    assert totals_of(case).workers == 0


def test_roster_comes_as_a_sheet_and_as_a_template(page, case):
    a_roster(case)
    for form in ("xlsx", "template"):
        assert page.get(reverse("cases:roster", args=[case.public_id]), {"format": form}).content[:2] == b"PK"


def test_chain_of_contracts_is_shown_with_who_pays(page, case):
    address = reverse("cases:roster_act", args=[case.public_id, "link"])
    known = {"relation": "contract", "qualified": "on", "code": "", "note": "", "price_overdue_fen": "", **MOMENT}
    page.post(address, known | {"level": "general_contractor", "name": "总包公司"})
    above = case.contract_chain.get().public_id
    page.post(address, known | {"level": "subcontractor", "name": "分包公司", "above": above, "hired_workers": "on"})
    shown = page.get(reverse("cases:roster", args=[case.public_id])).content.decode()
    assert "谁应当支付" in shown
    assert "先行清偿" in shown


def test_instruction_goes_from_draft_to_check_on_screen(page, case):
    a_roster(case)
    draft = {
        "party": case.parties.get().public_id, "facts_found": "拖欠工资。",
        "basis": ["LSR-2004:18.1", "LCL-2012:85"], "pays": "on", "pay_due_on": "2026-09-18", "order_1": "",
        "due_1": "", "order_2": "", "due_2": "", **MOMENT,
    }  # fmt: skip
    address = reverse("cases:draft_instruction", args=[case.public_id])
    offered = page.get(address).context["form"].fields["basis"]
    assert offered.initial == ["LSR-2004:18.1", "LL-2018:50", "LSR-2004:26#compensation", "LCL-2012:85"]
    assert "请从列表中选择依据" in page.post(address, draft | {"basis": ["HRM-2018:43"]}).content.decode()
    assert page.post(address, draft).status_code == 302
    row = Instruction.objects.get()
    assert row.basis == draft["basis"]
    shown = page.get(reverse("cases:orders", args=[case.public_id])).content.decode()
    assert "提请作出指令" in shown
    act = reverse("cases:order_act", args=[case.public_id, row.public_id, "issue_instruction"])
    assert page.post(act, {"opinion": "建议责令支付。", **MOMENT}).status_code == 302


@pytest.mark.parametrize(
    "act",
    ["issue_instruction", "serve_instruction", "check_rectification", "annul_instruction", "replace_instruction",
     "instruct_on_the_spot", "hand_over_papers", "post_order", "extend_instruction"],
)  # fmt: skip
def test_every_act_on_an_instruction_has_a_form(client, act):
    case = a_concluded_labour_case()
    client.force_login(handler(case.body))
    with on(HEARD):
        address = reverse("cases:order_act", args=[case.public_id, case.instructions.get().public_id, act])
        assert client.get(address).status_code == 200
        propose = reverse("cases:propose_disposition", args=[case.public_id, case.instructions.get().public_id])
        assert client.get(propose).status_code == 200


@pytest.mark.parametrize(
    "act",
    ["give_disposition_notice", "record_disposition_statement", "re_examine_disposition", "redraft_disposition",
     "decide_disposition", "serve_disposition", "check_fulfilment", "request_disposition_closing",
     "annul_disposition", "demand_fulfilment", "apply_for_court_execution", "issue_disposition_notice", "issue_demand"],
)  # fmt: skip
def test_every_act_on_a_disposition_has_a_form(client, act):
    disposition = a_decided_disposition()
    client.force_login(handler(disposition.case.body))
    with on(date(2026, 10, 13)):
        address = reverse("cases:order_act", args=[disposition.case.public_id, disposition.public_id, act])
        assert client.get(address).status_code == 200


def test_unit_head_confirms_on_screen_that_a_disposition_needs_no_review(client):
    disposition = a_heard_disposition()
    client.force_login(person_of(disposition.case.body, "unit_head"))
    with on(HEARD, 15):
        address = reverse("legal_review:exempt", args=[disposition.case.public_id])
        answer = client.post(address, {"occurred_at": "2026-10-09T14:00", "late_reason": ""})
        assert answer.status_code == 302
    disposition.refresh_from_db()
    assert disposition.status == "review_passed"


def test_handler_asks_and_the_agency_head_signs_a_disposition_on_screen_with_a_fresh_code(client):
    disposition = a_reviewed_disposition()
    body, head = disposition.case.body, with_second_factor(person_of(disposition.case.body, "agency_head"))
    client.force_login(handler(body))
    with on(date(2026, 10, 12), 9):
        shown = client.get(reverse("cases:orders", args=[disposition.case.public_id])).content.decode()
        assert "提请作出行政处理决定" in shown
        address = reverse(
            "cases:order_act", args=[disposition.case.public_id, disposition.public_id, "decide_disposition"]
        )
        typed = {"occurred_at": "2026-10-12T09:00", "late_reason": "", "overdue_reason": "", "opinion": "建议处理。"}
        assert client.post(address, typed).status_code == 302
        approval = Approval.objects.get(purpose="decide_disposition")
        unit_head = person_of(body, "unit_head")
        sign_approval(approval=approval, agrees=True, opinion="同意。", actor=unit_head, at=Moment.now())
    client.force_login(head)
    with on(date(2026, 10, 12), 10):
        shown = client.get(reverse("cases:approval", args=[approval.public_id])).content.decode()
        assert "劳动报酬" in shown
        sign = reverse("cases:sign_approval", args=[approval.public_id])
        for code in ("", "000000"):
            assert client.post(sign, {"agrees": "yes", "opinion": "同意。", "code": code}).status_code in {200, 409}
        assert not Decision.objects.exists()
        assert client.post(sign, {"agrees": "yes", "opinion": "同意。", "code": fresh_code(head)}).status_code == 302
    assert Decision.objects.get().kind == "disposition"
    assert Disposition.objects.get().status == "decided"


def test_case_page_shows_roster_and_orders(client):
    case = a_concluded_labour_case()
    client.force_login(handler(case.body))
    with on(HEARD):
        shown = client.get(reverse("cases:case", args=[case.public_id])).content.decode()
    assert "看名册和承包关系" in shown
    assert "看指令和行政处理" in shown
    assert "30,000.00" in shown


def test_pages_of_another_body_s_case_are_not_found(client, case):
    client.force_login(an_account(role="case_handler", body=a_labour_agency(mark="示邻")))
    with on(ISSUED):
        for name in ("cases:roster", "cases:orders", "cases:draft_instruction", "cases:import_roster"):
            assert client.get(reverse(name, args=[case.public_id])).status_code == 404
    assert refs_of(case) == []


def test_agency_head_transfers_a_case_on_screen(client, case):
    client.force_login(person_of(case.body, "agency_head"))
    with on(date(2026, 9, 3), 10):
        address = reverse("cases:transfer", args=[case.public_id])
        typed = {"to": "示范县公安局", "reason": "涉嫌犯罪", "papers": "全卷", **MOMENT}
        assert "专门程序" in client.post(address, typed).content.decode()
        assert client.post(address, typed | {"to": "示范县住建局", "reason": "属其职责。"}).status_code == 302
    case.refresh_from_db()
    assert case.status == "transferred"

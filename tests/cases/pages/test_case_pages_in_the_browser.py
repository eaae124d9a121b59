"""The reading pages of cases in a real browser: no accessibility violation, nothing sticks out, drawers open."""

from datetime import date

import pytest
from django.urls import reverse

from tests.browser import look, sign_in
from tests.builders.cases import a_case_ready_to_decide, an_open_case, handler_of, on, person_of, with_records
from yangguang.base.models import Approval
from yangguang.cases.use_cases.request_decision import request_decision

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def signed_in(open_tab, live_server, account):
    """A tab of this person."""
    tab = open_tab()
    sign_in(tab, account, live_server.url)
    return tab


@pytest.fixture
def pictured_case(transactional_db):
    """A labour case whose investigation runs, with papers and evidence."""
    return with_records(an_open_case(day=date(2026, 11, 9)))


def test_handler_reads_list_case_reason_and_due_date(open_tab, live_server, pictured_case):
    case, handler = pictured_case, handler_of(pictured_case)
    tab = signed_in(open_tab, live_server, handler)
    clock = case.clocks.get(kind="investigate_by")
    for name, address in {
        "list": reverse("cases:list"), "case": reverse("cases:case", args=[case.public_id]),
        "evidence-tab": reverse("cases:case", args=[case.public_id]) + "?tab=evidence",
        "catalogue-tab": reverse("cases:case", args=[case.public_id]) + "?tab=catalogue&history=all",
        "why": reverse("cases:why", args=[case.public_id, "decide_penalty"]),
        "clock": reverse("cases:clock", args=[clock.public_id]),
        "form": reverse("cases:act", args=[case.public_id, "collect_evidence"]),
    }.items():  # fmt: skip
        tab.goto(live_server.url + address)
        look(tab, name)


def test_handler_reads_a_document_and_a_piece_of_evidence(open_tab, live_server, pictured_case):
    tab = signed_in(open_tab, live_server, handler_of(pictured_case))
    tab.goto(live_server.url + reverse("cases:case", args=[pictured_case.public_id]))
    tab.get_by_role("link", name="询问笔录").first.click()
    look(tab, "document")
    tab.goto(live_server.url + reverse("cases:case", args=[pictured_case.public_id]) + "?tab=evidence")
    tab.get_by_role("link", name="考勤记录").first.click()
    look(tab, "evidence")


def test_head_of_unit_reads_the_form_and_signs_it(open_tab, live_server, transactional_db):
    case = a_case_ready_to_decide()
    with on(date(2026, 11, 17)) as at:
        request_decision(
            case_id=case.pk,
            kind="penalty",
            opinion="建议处罚。",
            actor=handler_of(case),
            at=at,
            recording_note="未配备。",
            overdue_reason="等候当事人补充材料。",
        )
    tab = signed_in(open_tab, live_server, person_of(case.body, "unit_head"))
    tab.goto(live_server.url + reverse("cases:approvals"))
    look(tab, "approvals")
    tab.get_by_role("link", name="去签署").first.click()
    look(tab, "approval")
    tab.get_by_role("button", name="签署").click()
    tab.get_by_text("已签署。").wait_for()
    approval = Approval.objects.get(purpose="decide")
    assert approval.steps.exclude(signed_at=None).count() == 2
    tab.goto(live_server.url + reverse("cases:case", args=[case.public_id]))
    look(tab, "ready-case")


def test_explanation_of_a_due_day_opens_beside_the_case(open_tab, live_server, pictured_case):
    tab = signed_in(open_tab, live_server, handler_of(pictured_case))
    tab.goto(live_server.url + reverse("cases:case", args=[pictured_case.public_id]))
    tab.get_by_role("link", name="怎么算的").first.click()
    tab.get_by_role("dialog").wait_for()
    assert tab.get_by_text("开始的当日不计").is_visible()
    look(tab, "drawer")

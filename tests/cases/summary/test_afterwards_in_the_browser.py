"""After the scene, on screen: a form written wrongly is voided and written anew; what was collected goes to agency and bank."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.browser import look
from tests.builders import summary as build
from tests.builders.cases import PAGE
from tests.cases.pages.test_case_pages_in_the_browser import signed_in
from yangguang.cases.models import OnTheSpotCollection
from yangguang.kernel import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def agency(transactional_db):
    """An agency whose officer holds a run of numbers of this year."""
    body = build.an_agency()
    build.a_run(body, day=clock.today() - timedelta(days=2))
    return body


def a_case(body, *, collected=False):
    """Of yesterday: decided and not handed over, or collected on the spot."""
    day = clock.today() - timedelta(days=1)
    case = build.begun(body, day=day)
    build.notified(case, day=day)
    build.heard(case, day=day)
    build.penalised(case, day=day)
    if collected:
        build.delivered(case, day=day)
        build.collected(case, day=day)
    case.refresh_from_db()
    return case


@pytest.mark.clause("APL-2021:47")
def test_form_written_wrongly_is_voided_and_the_next_number_is_written(open_tab, live_server, agency):
    case = a_case(agency)
    tab = signed_in(open_tab, live_server, build.actor_of(agency))
    tab.goto(live_server.url + reverse("cases:case", args=[case.public_id]))
    tab.get_by_role("link", name="作废决定书").first.click()
    tab.get_by_text("要作废的决定书").wait_for()
    old = case.decisions.get()
    for words in (old.number, "警告；罚款 600.00 元"):
        tab.locator("main").get_by_text(words).first.wait_for()
    look(tab, "void")
    tab.locator("[name=reason]").fill("金额写错。")
    tab.get_by_role("button", name="作废决定书").click()
    tab.get_by_role("dialog").get_by_role("button", name="作废决定书").click()
    tab.get_by_text("决定书已作废，号码留痕。").wait_for()
    look(tab, "case-voided")
    tab.get_by_role("link", name="当场决定").first.click()
    tab.get_by_role("button", name="作出当场处罚决定").wait_for()
    look(tab, "decide-again")
    tab.locator("[name=rectification_note]").fill("立即停止安排超时加班。")
    tab.get_by_role("button", name="作出当场处罚决定").click()
    tab.get_by_role("dialog").get_by_role("button", name="作出当场处罚决定").click()
    tab.get_by_role("button", name="已当场交付").wait_for()
    numbers = list(case.decisions.order_by("pk").values_list("number", "status"))
    assert [status for _, status in numbers] == ["voided", "decided"]
    assert numbers[0][0] != numbers[1][0]


@pytest.mark.clause("APL-2021:71#body")
def test_fine_collected_on_the_spot_goes_to_the_agency_and_to_the_bank(open_tab, live_server, agency):
    case = a_case(agency, collected=True)
    tab = signed_in(open_tab, live_server, build.actor_of(agency))
    tab.goto(live_server.url + reverse("cases:case", args=[case.public_id]))
    look(tab, "case-to-remit")
    tab.get_by_role("link", name="交机关").first.click()
    tab.get_by_text("当场收缴的罚款").first.wait_for()
    look(tab, "to-agency")
    tab.locator("[name=voucher]").fill("〔2026〕1号")
    tab.get_by_role("button", name="登记交机关").click()
    tab.get_by_text("已登记。机关应当在期限内缴付银行。").wait_for()
    tab.get_by_role("link", name="缴银行").first.click()
    tab.get_by_text("〔2026〕1号").first.wait_for()
    look(tab, "to-bank")
    tab.locator("[name=voucher]").fill("NO.0001")
    tab.get_by_role("button", name="登记缴银行").click()
    tab.get_by_text("已登记，收缴的罚款已经缴付银行。").first.wait_for()
    for words in ("交款单〔2026〕1号", "回单NO.0001"):
        tab.get_by_text(words).first.wait_for()
    assert not tab.get_by_text("登记缴纳加处罚款").count()  # nothing was added to it
    look(tab, "case-banked")
    panel = tab.locator("main section", has_text="尚缺的票据凭证").last
    for words in ("交款单（〔2026〕1号）", "银行缴款回单（NO.0001）"):
        panel.get_by_text(words).wait_for()
    panel.get_by_role("link", name="补存票据凭证").click()
    tab.locator("[name=voucher]").select_option(label="银行缴款回单（NO.0001）")
    tab.locator("[name=proof]").set_input_files({"name": "回单.pdf", "mimeType": "application/pdf", "buffer": PAGE})
    look(tab, "supply-voucher")
    tab.get_by_role("button", name="补存入卷").click()
    tab.get_by_text("凭证已入卷。").first.wait_for()
    tab.locator("main section", has_text="尚缺的票据凭证").last.get_by_text("交款单（〔2026〕1号）").wait_for()
    assert not tab.locator("main section", has_text="尚缺的票据凭证").last.get_by_text("银行缴款回单").count()
    row = OnTheSpotCollection.objects.get()
    assert (row.remittance_number, row.bank_receipt_number) == ("〔2026〕1号", "NO.0001")

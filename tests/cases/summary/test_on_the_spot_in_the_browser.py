"""Two officers on a phone: from the scene to the fine collected, page after page, at 390 px, with nothing axe objects to."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.browser import look
from tests.builders import summary as build
from tests.builders.cases import a_credit_code, person_of
from tests.cases.pages.test_case_pages_in_the_browser import signed_in
from yangguang.cases.models import Case
from yangguang.kernel import clock

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def agency(transactional_db):
    """An agency whose officer holds a run of numbers of this year."""
    body = build.an_agency()
    build.a_run(body, day=clock.today() - timedelta(days=1))
    return body


def filled_in(tab, **values):
    for name, value in values.items():
        tab.locator(f"[name={name}]").fill(value)


def test_officers_penalise_on_the_spot_from_the_scene_to_the_receipt(open_tab, live_server, agency):
    tab = signed_in(open_tab, live_server, build.actor_of(agency))
    tab.goto(live_server.url + reverse("cases:list"))
    tab.get_by_role("link", name="当场查处").click()
    look(tab, "begin")
    tab.get_by_label("周敏（监察员）").check()
    tab.get_by_label("已主动出示执法证件").check()
    filled_in(tab, party_name="示范县好味餐饮有限公司", party_code=a_credit_code(701), address="示范县人民路12号", place="后厨",
              legal_representative="孟广文", began_on="2026-11-01", found="4月安排3名劳动者每人加班42小时。")  # fmt: skip
    tab.locator("[name=violation_code]").select_option("LD-01")
    tab.get_by_role("button", name="登记，下一步").click()
    tab.get_by_text("违法事实不确凿，不适用简易程序。").first.wait_for()
    look(tab, "begin-refused")
    tab.get_by_label("违法事实确凿").check()
    tab.get_by_role("button", name="登记，下一步").click()
    tab.get_by_text("已登记。请口头告知当事人。").wait_for()
    look(tab, "notice")
    tab.get_by_label("警告", exact=True).check()
    tab.get_by_label("罚款", exact=True).check()
    filled_in(tab, fine="600", workers="3", reasons="加班超过法定上限，首次查处。")
    for box in tab.locator("[name=basis]").all()[:2]:
        box.check()
    tab.get_by_label("已口头告知").check()
    tab.get_by_role("button", name="已口头告知，下一步").click()
    tab.get_by_role("button", name="记下意见，下一步").wait_for()
    look(tab, "heard")
    tab.get_by_label("提出意见").check()
    look(tab, "heard-opinion")
    filled_in(tab, opinion="员工自愿。", re_examined="自愿也不能超过上限。")
    tab.get_by_role("button", name="记下意见，下一步").click()
    tab.get_by_role("button", name="作出当场处罚决定").wait_for()
    look(tab, "decide")
    filled_in(tab, rectification_note="立即停止安排超时加班。")
    tab.get_by_role("button", name="作出当场处罚决定").click()
    tab.get_by_role("dialog").get_by_role("button", name="作出当场处罚决定").click()
    tab.get_by_role("button", name="已当场交付").wait_for()
    look(tab, "deliver")
    tab.get_by_role("button", name="已当场交付").click()
    tab.get_by_text("已交付。缴款和复议期限从今天起算。").wait_for()
    look(tab, "case-delivered")
    tab.get_by_role("link", name="当场收缴").first.click()
    tab.locator("[name=ground]").select_option("hard_to_execute")
    filled_in(tab, reason="流动摊位。", receipt_number="省财0009")
    look(tab, "collect")
    tab.get_by_role("button", name="登记当场收缴").click()
    tab.get_by_text("已登记。请在期限内交机关。").wait_for()
    look(tab, "case-collected")
    assert Case.objects.get().status == "fulfilled"


def test_head_of_unit_gives_out_numbers_and_sees_every_one(open_tab, live_server, agency):
    tab = signed_in(open_tab, live_server, person_of(agency, "unit_head"))
    tab.goto(live_server.url + reverse("cases:number_ranges"))
    look(tab, "ranges")
    tab.get_by_role("link", name="发放号段").first.click()
    tab.locator("[name=holder]").select_option(label="周敏")
    look(tab, "allocate")
    tab.get_by_role("button", name="发放").click()
    tab.get_by_text("已经办理：发放号段。").wait_for()
    tab.get_by_role("link", name="第1号至20号").click()
    look(tab, "range")
    tab.get_by_role("link", name="作废空白号码").click()
    filled_in(tab, reason="表格污损。")
    tab.get_by_role("button", name="作废").click()
    tab.get_by_text("表格污损。").wait_for()
    look(tab, "range-voided")

"""Real case 1: 435 workers of a building site owed 7,923,007.67 yuan by a contractor through its unregistered branch and a
gang; ordered on 2 November to pay by the 9th, unheeded, and sent to the police. 2015 became 2026."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.journeys import scenes
from tests.journeys.scenes import HANDLER, HEAD, Wrong
from yangguang.base.models import Approval

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]
OWED_FEN, WORKERS, POLICE = 792_300_767, 435, "示范县公安局"
RECEIVED, ORDERED, DUE, CHECKED = date(2026, 10, 22), date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 10)
SITE = Wrong(
    employer="示范县晨曦建设工程集团有限公司", code=scenes.employer(79), title="拖欠劳动者工资", matter="LDJC-03",
    violation="LD-03", workers=WORKERS, amount="7,923,007.67", account="2026年5月至8月在工地务工，435人的工资没有支付。",
    requests="请求责令支付拖欠的工资。", fact="2026年5月至8月，当事人拖欠435名劳动者工资7923007.67元。",
    basis=("LSR-2004:26#compensation",), suggestion="",
)  # fmt: skip


@pytest.mark.parametrize(
    "walk",
    [pytest.param(("real-case-1", "desktop"), marks=pytest.mark.long), ("real-case-1", "phone")],
    indirect=True,
    ids=["desktop", "phone"],
)
def test_building_site_case_goes_from_the_window_to_the_police(walk):
    walk.day = RECEIVED
    case = scenes.opened(walk, SITE)
    walk.later(1)
    scenes.rostered(walk, case, SITE, OWED_FEN)
    chained(walk, case)
    order = ordered(walk, case)
    transfer = reported(walk, case, order)
    received(walk, case, transfer)
    case.refresh_from_db()
    assert (case.status, transfer.unpaid_fen) == ("police_opened", OWED_FEN)


def chained(walk, case):
    """Owner, contractor, its branch nobody registered, the gang that hired: who answers for the wages follows."""
    above = ""
    for level, name, more in (
        ("general_contractor", SITE.employer, {"code": SITE.code}),
        ("subcontractor", f"{SITE.employer}示范分公司", {"qualified": False, "note": "未办理工商登记。"}),
        ("team", "钢筋班组（吴庆祥）", {"qualified": False, "hired_workers": True}),
    ):
        walk.act(
            HANDLER, f"/desk/cases/{case.public_id}/roster/link/", level=level, above=above, name=name,
            relation="contract" if level == "general_contractor" else "whole_handed_on", **more,
        )  # fmt: skip
        above = case.contract_chain.latest("pk").public_id
    tab = walk.person(HANDLER)
    for words in ("435", "7,923,007.67", "示范分公司", "吴庆祥"):
        expect(tab.locator("main")).to_contain_text(words)
    walk.picture(tab, "who-pays")


def ordered(walk, case):
    """Ordered to pay within seven days, on the labour law and the regulation; on the day after, nothing was paid."""
    walk.day, walk.hour = ORDERED, 9
    order = scenes.ordered_to_pay(walk, case, SITE, due=DUE, serve_on=ORDERED)
    walk.day, walk.hour = CHECKED, 9
    scenes.found_unheeded(walk, case, order)
    tab = walk.person(HANDLER)
    tab.goto(f"{walk.url}/desk/cases/{case.public_id}/orders/")
    for words in ("期满未支付。", "7,923,007.67", "未改正"):
        expect(tab.locator("main")).to_contain_text(words)
    walk.picture(tab, "unheeded")
    order.refresh_from_db()
    assert (order.status, order.served_on, order.orders.get().due_on) == ("unrectified", ORDERED, DUE)
    return order


def of_the_line(case, transfer, act):
    """The page of an act of a criminal transfer."""
    return f"/desk/cases/{case.public_id}/criminal-transfers/{transfer.public_id}/{act}/"


def reported(walk, case, order):
    """Suspected, two officers named by the head, reported in writing, approved by the principal head."""
    walk.later()
    walk.act(HANDLER, f"/desk/cases/{case.public_id}/criminal-transfers/suspect/", "suspicion")
    transfer = case.criminal_transfers.get()
    walk.later()
    walk.act(HEAD, of_the_line(case, transfer, "form_task_force"))
    walk.later()
    walk.act(
        HANDLER, of_the_line(case, transfer, "report_criminal_transfer"), police=POLICE,
        opinion="责令支付期满仍未支付，建议移送。",
    )  # fmt: skip
    walk.later(1)
    walk.sign(HEAD, Approval.objects.latest("pk"), deciding=True, picture="transfer-approval")
    return transfer


def received(walk, case, transfer):
    """The file goes, the police sign for it and open a case."""
    walk.later()
    walk.act(
        HANDLER, of_the_line(case, transfer, "transfer_to_police"), "package", items="无", examination="无",
        others="劳动者名册；限期改正指令书及送达回证。",
    )  # fmt: skip
    walk.later(1)
    walk.act(
        HANDLER, of_the_line(case, transfer, "record_acknowledgement"), number="示公收〔2026〕31号", receiver="丁志刚"
    )
    walk.later(2)
    walk.act(HANDLER, of_the_line(case, transfer, "record_police_opening"), number="示公立〔2026〕52号")
    transfer.refresh_from_db()
    walk.picture(walk.person(HANDLER), "police-opened")

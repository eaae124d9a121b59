"""Real cases 2, 3, 4 and 7 of labour inspectorates, each from the clue over every form to where the agency left it: facts and
intervals as published, years moved on. The employers are invented."""

from datetime import date

import pytest

from tests.builders.voices import PNG
from tests.journeys import scenes
from tests.journeys.by_forms import Forms
from tests.journeys.scenes import FRONT_DESK, HANDLER, HEAD, Wrong
from yangguang.base import outbox, verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import Approval
from yangguang.bulletin.api import PublicList
from yangguang.desk.demo import journal
from yangguang.desk.demo.county import make_county
from yangguang.kernel import clock
from yangguang.records.api import bind_waiting, bound_files_of, documents_of

pytestmark = pytest.mark.django_db(databases=["default", "public"])
PUBLISHER, ARCHIVIST, POLICE = "沈芳", "吴桂兰", "示范县公安局"


def wages(number, workers, amount, *, trade, months, began, ended):
    """Wages of so many workers that an invented employer owes."""
    return Wrong(
        employer=f"示范县晨曦{trade}有限公司", code=scenes.employer(number), title="拖欠劳动者工资", matter="LDJC-03",
        violation="LD-03", workers=workers, amount=amount, account=f"{months}务工，{workers}人的工资没有支付。",
        requests="请求责令支付拖欠的工资。", fact=f"{months}，当事人拖欠{workers}名劳动者工资{amount}元。",
        basis=("LSR-2004:26#compensation",), suggestion="责令支付期满未支付，建议移送公安机关。", began=began, ended=ended,
    )  # fmt: skip


@pytest.fixture
def forms(db, settings, tmp_path):
    """A walk over the forms whose clock everybody reads; in the end nothing is found wrong."""
    settings.PAGES_DIR = tmp_path / "pages"
    walking = Forms("by-forms", make_county(), start=date(2026, 9, 1))
    with clock.use(lambda: walking.now):
        yield walking
        assert [fault for _, _, faults in verifying.run() for fault in faults] == []


def on(forms, day, hour=9):
    forms.day, forms.hour = day, hour


def ordered(forms, case, wrong, *, day, due, checked):
    """Ordered to pay, served the same day, found unheeded on the day after."""
    on(forms, day)
    order = scenes.ordered_to_pay(forms, case, wrong, due=due, serve_on=day)
    on(forms, checked)
    scenes.found_unheeded(forms, case, order)
    return order


def posted(forms, case, order):
    """Nobody could be handed it; put up where they worked and lived, and filmed."""
    paper = documents_of(case.public_id).get(kind="rectification_instruction")
    for method in ("direct", "post"):
        forms.later()
        told = {"document_ref": paper.public_id, "method": method, "failure": "门锁无人，邻居称两月前搬离。"}
        forms.act(HANDLER, scenes.address(case, "record_service_failure"), **told)
    film = {"name": "张贴.png", "mimeType": "image/png", "buffer": PNG}
    forms.act(
        HANDLER, scenes.line(case, order, "post_order"), fled=True, fled_how="电话停机，停工，办公室搬空。", film=film,
        places="示范县创业路18号经营场所、法定代表人住所", tried_person="到住所，本人不在。", tried_family="住所无人居住。",
        tried_reception="经营场所无人。",
    )  # fmt: skip
    order.refresh_from_db()
    assert (order.status, order.posted_on) == ("running", forms.day)


def of_the_line(case, line, act):
    return f"/desk/cases/{case.public_id}/criminal-transfers/{line.public_id}/{act}/"


def sent_to_the_police(forms, case, *, overdue_reason=""):
    """Suspected, two named, reported, approved by the principal head, sent, signed for, and a case opened there."""
    forms.act(HANDLER, f"/desk/cases/{case.public_id}/criminal-transfers/suspect/")
    line = case.criminal_transfers.get()
    forms.later()
    forms.act(HEAD, of_the_line(case, line, "form_task_force"))
    forms.later()
    told = {"police": POLICE, "opinion": "责令支付期满仍未支付，建议移送。"}
    forms.act(HANDLER, of_the_line(case, line, "report_criminal_transfer"), **told)
    forms.later(1)
    forms.sign(HEAD, Approval.objects.latest("pk"), deciding=True)
    forms.later()
    late = {"overdue_reason": overdue_reason} if overdue_reason else {}
    package = {"items": "无", "examination": "无", "others": "劳动者名册；限期改正指令书及送达回证。"}
    forms.act(HANDLER, of_the_line(case, line, "transfer_to_police"), **package, **late)
    forms.later(1)
    forms.act(
        HANDLER, of_the_line(case, line, "record_acknowledgement"), number="示公收〔2026〕31号", receiver="丁志刚"
    )
    forms.later(1)
    forms.act(HANDLER, of_the_line(case, line, "record_police_opening"), number="示公立〔2026〕52号", **late)
    line.refresh_from_db()
    case.refresh_from_db()
    assert (line.status, case.status) == ("police_opened", "police_opened")
    return line


def archived(forms, case):
    """What is left of the file here is archived and bound."""
    outbox.deliver_all()
    forms.later(1)
    forms.act(
        ARCHIVIST, scenes.address(case, "archive_file"), kept_for="10_years", unsigned_reason="纸质原件另行装订。"
    )  # fmt: skip
    outbox.deliver_all()
    bind_waiting(actor=SYSTEM, at=journal.now())
    assert bound_files_of(case.public_id).get().pages > 10
    case.refresh_from_db()
    assert case.status == "archived"


def listed(forms, case, *, proposed_on, told_on, decided_on, overdue_reason=""):
    """Put forward, everybody told, decided by the head, let out by a publisher."""
    base = f"/desk/cases/{case.public_id}/sanctions"
    on(forms, proposed_on)
    forms.act(
        HANDLER, f"{base}/propose/", instruction=case.instructions.get().public_id, migrant_workers="yes",
        ground="拖欠农民工工资，责令限期支付后仍未支付。", representative="许景明",
    )  # fmt: skip
    line = case.listings.get()
    on(forms, told_on)
    for one in line.listed.order_by("position"):
        unit = one.part == "unit"
        handed = FRONT_DESK | {"recipient": "刘芳" if unit else one.name, "relation": "reception" if unit else "party"}
        told = {"who": one.public_id, "leave_off_told": True, "proof_number": "回证5号"}
        forms.act(HANDLER, f"{base}/{line.public_id}/notify_listing/", **told, **handed)
        forms.later()
    on(forms, decided_on)
    late = {"overdue_reason": overdue_reason} if overdue_reason else {}
    forms.act(HEAD, f"{base}/{line.public_id}/put_on_list/", sealed=True, code=forms.code(HEAD), **late)
    let_out(forms, "wage_arrears_sanctions", shared_with="县信用信息共享平台")
    line.refresh_from_db()
    assert (line.status, line.listed_on, line.listed_until) == (
        "listed",
        decided_on,
        decided_on.replace(year=decided_on.year + 3),
    )
    return line


def let_out(forms, kind, **told):
    """The publisher, who did nothing of it, checks what the public will read; then the public reads it."""
    outbox.deliver_all()
    forms.later()
    (link,) = forms.open(PUBLISHER, "/desk/standing/").xpath("//main//a[contains(@href, '/desk/standing/')]/@href")[-1:]
    place = f"{link.rstrip('/')}/release-entry"
    forms.act(PUBLISHER, place, secrecy_note="不涉密，已脱敏。", code=forms.code(PUBLISHER), **told)
    outbox.deliver_all()
    return [row["cells"] for row in PublicList.objects.get(list_kind=kind).rows]


def test_case_2_of_28_workers_goes_to_the_police_and_into_the_list_of_the_third_quarter(forms):
    wrong = wages(82, 28, "333,452", trade="装饰", months="2026年1月至4月", began="2026-01-01", ended="2026-04-30")
    on(forms, date(2026, 7, 6))
    case = scenes.opened(forms, wrong)
    forms.later()
    scenes.rostered(forms, case, wrong, 333_452_00)
    scenes.inquired(forms, case, wrong)
    ordered(forms, case, wrong, day=date(2026, 7, 13), due=date(2026, 7, 20), checked=date(2026, 7, 21))
    scenes.concluded(forms, case, wrong, rectified=False)
    forms.later()
    sent_to_the_police(forms, case)
    base = f"/desk/cases/{case.public_id}/major-violations"
    forms.later(1)
    forms.act(
        HANDLER, f"{base}/mark/", party=case.parties.get().public_id, kind="unpaid_wages", standard="涉及二十八名劳动者。",
        facts_found=wrong.fact, handling="已移送公安机关立案查处。",
    )  # fmt: skip
    line = case.major_violations.get()
    assert (line.year, line.quarter) == (2026, 3)
    forms.later(1)
    checks = {"scope_note": "应当公布。", "secrecy_note": "不涉密，已脱敏。", "code": forms.code(HEAD)}
    forms.act(HEAD, f"{base}/{line.public_id}/confirm_major_publication/", **checks)
    (row,) = let_out(forms, "major_labour_violations", until="2027-09-28", until_basis="示范省公布办法")
    assert row["name"] == wrong.employer
    archived(forms, case)


def test_case_3_goes_to_the_police_and_onto_the_list_for_three_years(forms):
    wrong = wages(
        83, 6, "203,610", trade="园林", months="2025年11月至2026年2月", began="2025-11-01", ended="2026-02-28"
    )
    on(forms, date(2026, 4, 20))
    case = scenes.opened(forms, wrong)
    forms.later()
    scenes.rostered(forms, case, wrong, 203_610_00)
    scenes.inquired(forms, case, wrong)
    ordered(forms, case, wrong, day=date(2026, 5, 11), due=date(2026, 5, 18), checked=date(2026, 5, 19))
    scenes.concluded(forms, case, wrong, rectified=False)
    transfer = sent_to_the_police(forms, case)
    assert transfer.unpaid_fen == 203_610_00
    days = {"proposed_on": date(2026, 5, 27), "told_on": date(2026, 5, 28), "decided_on": date(2026, 6, 8)}
    listed(forms, case, **days)
    (row,) = PublicList.objects.get(list_kind="wage_arrears_sanctions").rows
    assert (row["cells"]["name"], row["cells"]["until"]) == (wrong.employer, "2029-06-08")
    archived(forms, case)


def test_case_4_found_by_patrol_is_listed_late_with_its_reason(forms):
    wrong = wages(84, 13, "675,983.40", trade="服务", months="2026年2月至6月", began="2026-02-01", ended="2026-06-30")
    on(forms, date(2026, 8, 7))
    case = scenes.opened(forms, wrong, source="patrol", received_way="on_site", informant_name="", informant_phone="")
    forms.later()
    scenes.rostered(forms, case, wrong, 675_983_40)
    scenes.inquired(forms, case, wrong)
    ordered(forms, case, wrong, day=date(2026, 9, 15), due=date(2026, 9, 22), checked=date(2026, 9, 23))
    days = {"proposed_on": date(2026, 11, 24), "told_on": date(2026, 11, 25), "decided_on": date(2026, 12, 7)}
    listed(forms, case, overdue_reason="核实劳动者身份和金额用时较长。", **days)
    (row,) = PublicList.objects.get(list_kind="wage_arrears_sanctions").rows
    assert (row["cells"]["name"], row["cells"]["until"]) == (wrong.employer, "2029-12-07")


def test_case_7_of_one_worker_whose_employer_fled_goes_to_the_police(forms):
    wrong = wages(87, 1, "14,596", trade="餐饮", months="2024年8月至10月", began="2024-08-01", ended="2024-10-31")
    on(forms, date(2026, 10, 26))
    case = scenes.opened(forms, wrong)
    forms.later()
    scenes.rostered(forms, case, wrong, 14_596_00)
    on(forms, date(2027, 2, 22))
    scenes.drafted_to_pay(forms, case, wrong, due=date(2027, 3, 1))
    order = scenes.signed(forms, case, case.instructions.get(), serve_on=forms.day)
    posted(forms, case, order)
    on(forms, date(2027, 3, 2))
    scenes.found_unheeded(forms, case, order)
    on(forms, date(2027, 3, 18))
    transfer = sent_to_the_police(forms, case, overdue_reason="法定代表人逃匿，多次查找未果。")
    assert transfer.unpaid_fen == 14_596_00
    archived(forms, case)

"""Real case 8: a patrol asks for wage records, twice by interview notice, then by an order, each refused; fined below the
line of a hearing; the party pleads poverty, is granted instalments, pays both, and the file is closed and archived."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.builders.real_case_8 import FACT, PLACE, WANTED, a_photograph
from tests.journeys import scenes
from tests.journeys.scenes import HANDLER, HEAD, UNIT_HEAD, address
from tests.journeys.walking import PAGE
from yangguang.base import outbox
from yangguang.base.events import SYSTEM
from yangguang.base.models import Approval
from yangguang.cases.api import Case, Lead
from yangguang.desk.demo import journal
from yangguang.records.api import bind_waiting, bound_files_of, documents_of, evidence_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]
ARCHIVIST, PATROLLED = "吴桂兰", date(2026, 10, 9)
BASIS = ["LSR-2004:30.1#refusal", "LSR-2004:30.1#fine"]
ORDER = "提供2026年1月至9月工资支付台账、考勤记录"
PROPOSAL = {
    "penalties": ["fine"],
    "fine": "5,000.00",
    "basis": BASIS,
    "reasons": "经责令改正仍拒不提供工资支付台账、考勤记录。",
}


@pytest.mark.parametrize(
    "walk",
    [("real-case-8", "desktop"), pytest.param(("real-case-8", "phone"), marks=pytest.mark.long)],
    indirect=True,
    ids=["desktop", "phone"],
)
def test_refused_records_case_goes_from_the_patrol_to_the_archived_file(walk):
    walk.day = PATROLLED
    case = opened(walk)
    asked_twice(walk, case)
    visited(walk, case)
    ordered_in_vain(walk, case)
    concluded(walk, case)
    heard(walk, case)
    decided(walk, case)
    paid_in_parts(walk, case)
    archived(walk, case)


def opened(walk):
    """Found by the officers themselves: registered, proposed, approved."""
    walk.act(
        HANDLER, "/desk/leads/register/", source="patrol", received_way="on_site", employer_name="示范县晨曦食品有限公司",
        employer_code=scenes.employer(80), employer_address=PLACE, employer_contact="罗志平",
        account="日常巡视中当事人拒不提供工资支付台账、考勤记录。", violation_began_on=f"{PATROLLED}",
    )  # fmt: skip
    walk.later(1)
    officers = [str(walk.county.officers[name].public_id) for name in (HANDLER, "周文博")]
    walk.act(
        HANDLER, f"/desk/leads/{Lead.objects.get().public_id}/acts/propose_opening/",
        title="拒不配合劳动保障监察、拒不提供工资支付资料", matter_code="LDJC-04", violation_code="LD-04", officers=officers,
        party_kind="organisation", opinion="发现当事人拒不配合监察，建议立案。",
    )  # fmt: skip
    walk.later()
    walk.sign(UNIT_HEAD, Approval.objects.latest("pk"))
    return Case.objects.latest("pk")


def asked_twice(walk, case):
    """Two interview notices, each with its own day, each served with its own proof."""
    for number, due in enumerate((date(2026, 10, 15), date(2026, 10, 20)), start=1):
        walk.later(1)
        walk.act(
            HANDLER, address(case, "issue_interview_notice"), "interview-notice" if number == 2 else "",
            appear_at=f"{due}T09:00", materials=WANTED, due_on=f"{due}",
        )  # fmt: skip
        walk.later()
        scenes.served(walk, case)
        walk.day, walk.hour = due, 15
    assert case.services.count() == 2


def visited(walk, case):
    """The head allows a visit; nobody opens the office; the record and a photograph are verified."""
    walk.later(1)
    walk.act(HANDLER, address(case, "request_inspection"), purpose="核对工资支付台账，须到现场。", opinion="建议检查。")
    walk.later()
    walk.sign(HEAD, Approval.objects.latest("pk"))
    walk.later()
    walk.act(
        HANDLER, address(case, "inspect_on_site"), "visit", place=PLACE, present="刘芳（前台）", certificate_shown=True,
        badge_worn=True, findings="财务室上锁，在场人称负责人不在，拒绝提供工资支付台账和考勤记录。", proves="当事人拒绝提供资料",
    )  # fmt: skip
    record = documents_of(case.public_id).get(kind="on_site_record")
    page = {"name": "笔录.pdf", "mimeType": "application/pdf", "buffer": PAGE}
    walk.act(HANDLER, f"/desk/documents/{record.public_id}/signed-pages/", scan=page)
    photograph = {"name": "门锁.jpg", "mimeType": "image/jpeg", "buffer": a_photograph("财务室上锁")}
    walk.act(
        HANDLER, address(case, "collect_evidence"), kind="documentary_evidence", name="财务室门锁照片", source="执法人员现场拍摄",
        proves="当事人拒绝提供资料", obtained_on=f"{walk.day}", certificate_shown=True, file=photograph,
    )  # fmt: skip
    evidence = [one.public_id for one in evidence_of(case.public_id)]
    for ref in evidence:
        walk.act(HANDLER, f"/desk/evidence/{ref}/judging/", verified="yes", words="与原件核对一致。")
    walk.act(HANDLER, address(case, "find_facts"), text_1=FACT, evidence_1=evidence)


def ordered_in_vain(walk, case):
    """Ordered to hand the records over, on the day of the visit; on the day after the term, nothing came."""
    walk.later()
    due = date(2026, 10, 26)
    walk.act(
        HANDLER, f"/desk/cases/{case.public_id}/orders/draft/", facts_found=f"拒不{ORDER}。", pays=False, order_1=ORDER,
        due_1=f"{due}",
    )  # fmt: skip
    order = scenes.signed_and_served(walk, case, case.instructions.get(), serve_on=walk.day)
    walk.day, walk.hour = journal.workdays_after(due, 1), 9
    (one,) = order.orders.all()
    told = {f"finding_{one.public_id}": "期满仍未提供。", f"outcome_{one.public_id}": "unrectified"}
    walk.act(HANDLER, scenes.line(case, order, "check_rectification"), "check", **told)


def concluded(walk, case):
    """The report says for how many days nothing came: the standard's tier follows from it."""
    walk.later(1)
    walk.act(
        HANDLER, address(case, "conclude_investigation"), "report", established="yes", basis=BASIS,
        nature="经责令改正拒不改正，拒不配合劳动保障监察。", circumstances_told="首次查处，逾期未改正2日。", overdue_days="2",
        prior_violations="0", harm="minor", suggestion="建议处罚款5000元。",
    )  # fmt: skip


def heard(walk, case):
    """Told without a hearing, whose line is not reached; two points said, both answered."""
    walk.later(1)
    walk.act(HANDLER, address(case, "give_prior_notice"), "notice", **PROPOSAL)
    walk.later()
    scenes.served(walk, case)
    walk.later(1)
    walk.act(
        HANDLER, address(case, "record_statement"), way="written", made_by="罗志平",
        points="经营困难，请求减轻罚款。\n请求分期缴纳罚款。",
    )  # fmt: skip
    walk.later(3)
    poor, parts = case.notices.get().statements.get().points.order_by("pk")
    answers = {
        f"adopted_{poor.pk}": "no", f"answer_{poor.pk}": "没有提供证据，不符合减轻处罚的情形。",
        f"adopted_{parts.pk}": "no", f"answer_{parts.pk}": "不影响处罚；决定送达后可以另行书面申请分期缴纳。",
    }  # fmt: skip
    walk.act(HANDLER, address(case, "re_examine"), "re-examination", **answers)
    assert not case.hearings.exists()


def decided(walk, case):
    """Drafted, found to need no legal review, approved by both heads, served."""
    walk.later()
    judged = dict.fromkeys(("public_interest", "social_risk", "major_interest", "complex"), "no")
    walk.act(
        HANDLER, address(case, "prepare_draft"), kind="penalty", rectification="ordered",
        rectification_note="已经责令限期提供，期满未提供。", fulfilment="按缴款要求缴纳罚款。", **judged, **PROPOSAL,
    )  # fmt: skip
    walk.later()
    walk.act(UNIT_HEAD, f"/desk/cases/{case.public_id}/exempt-review/")
    walk.later()
    walk.act(
        HANDLER, address(case, "request_decision"), kind="penalty", opinion="建议决定。", recording_note=scenes.NO_FILM
    )
    approval = Approval.objects.latest("pk")
    walk.later()
    walk.sign(UNIT_HEAD, approval)
    walk.later(1)
    walk.sign(HEAD, approval, deciding=True)
    walk.later(1)
    scenes.served(walk, case)


def paid_in_parts(walk, case):
    """The party asks in writing, the head grants two parts, both are paid in time; meanwhile the records were handed over."""
    fine = f"/desk/cases/{case.public_id}/fulfilment/{case.decisions.get().public_id}"
    walk.later(3)
    walk.act(
        HANDLER, f"{fine}/request_deferred_payment/", "asks-for-parts", requested_on=f"{walk.day}",
        grounds="订单减少，账户余额不足，申请分两期缴纳。",
    )  # fmt: skip
    walk.later(1)
    days = [journal.workdays_after(walk.day, number) for number in (10, 30)]
    walk.act(
        HEAD, f"{fine}/grant_deferred_payment/", "grants-parts", plan=f"{days[0]} 2000\n{days[1]} 3000",
        reason="确有经济困难，准予分两期缴纳。",
    )  # fmt: skip
    walk.later()
    scenes.served(walk, case)
    for day, amount, receipt in zip(days, ("2,000", "3,000"), ("NO.0001", "NO.0002"), strict=True):
        walk.day, walk.hour = day, 10
        walk.act(HANDLER, address(case, "record_payment"), amount=amount, paid_on=f"{day}", receipt_number=receipt)
    tab = walk.person(HANDLER)
    tab.goto(f"{walk.url}/desk/cases/{case.public_id}/fulfilment/")
    for words in ("准予", "2,000.00", "3,000.00"):
        expect(tab.locator("main")).to_contain_text(words)
    walk.picture(tab, "paid-in-parts")


def archived(walk, case):
    """Found corrected, closed by the unit head, archived, bound: the page offers the whole file."""
    walk.later(1)
    order = case.instructions.get()
    (one,) = order.orders.all()
    told = {f"finding_{one.public_id}": "受处罚以后已经提供全部资料。", f"outcome_{one.public_id}": "rectified"}
    walk.act(HANDLER, scenes.line(case, order, "check_rectification"), **told)
    walk.act(
        HANDLER, address(case, "request_closing"), ground="fulfilled", summary="罚款已按批准分两期缴清。", opinion="建议结案。",
        recording_note=scenes.NO_FILM,
    )  # fmt: skip
    walk.later()
    walk.sign(UNIT_HEAD, Approval.objects.latest("pk"))
    outbox.deliver_all()
    walk.later(1)
    walk.act(
        ARCHIVIST, address(case, "archive_file"), "archive", kept_for="10_years", unsigned_reason="送达回证原件另存。"
    )
    outbox.deliver_all()
    bind_waiting(actor=SYSTEM, at=journal.now())
    assert bound_files_of(case.public_id).get().pages > 30
    tab = walk.person(HANDLER)
    tab.goto(f"{walk.url}/desk/cases/{case.public_id}/")
    walk.picture(tab, "archived")
    tab.goto(f"{walk.url}/desk/cases/{case.public_id}/file/")
    walk.picture(tab, "whole-file")
    case.refresh_from_db()
    assert (case.status, case.outcome) == ("archived", "penalty")

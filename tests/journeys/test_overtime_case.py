"""Real case 6: sixty workers kept beyond the hours, from the complaint at the window to the public warning and fine."""

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import PAGE
from yangguang.base import outbox
from yangguang.base.models import Approval
from yangguang.bulletin.api import Notice
from yangguang.cases.api import Case, Lead
from yangguang.desk.demo import fictions
from yangguang.disclosure.api import Publication
from yangguang.legal_review.api import ELEMENTS, LegalReview
from yangguang.records.api import documents_of, evidence_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]
EMPLOYER = "示范县晨曦电子有限公司"
HANDLER, UNIT_HEAD, HEAD, REVIEWER = "陈立", "赵文斌", "高建华", "林静"
FACT = "2026年6月至8月，当事人安排60名劳动者每月加班超过36小时。"
BASIS = ["LSR-2004:25#fine", "LSR-2004:25#warning"]
PROPOSAL = {
    "penalties": ["warning", "fine"], "fine": "27,000.00", "basis": BASIS, "tier": "严重",
    "reasons": "安排劳动者加班超过法定上限。", "tier_reasons": "涉及60人，已经改正，按“严重”档下限附近确定。",
}  # fmt: skip


@pytest.mark.parametrize(
    "walk", [("overtime", "desktop"), ("overtime", "phone")], indirect=True, ids=["desktop", "phone"]
)
def test_overtime_case_goes_from_the_window_to_the_public_record(walk):
    case = opened(walk)
    investigated(walk, case)
    heard(walk, case)
    reviewed(walk, case)
    decided(walk, case)
    published(walk, case)


def address(case, act):
    return f"/desk/cases/{case.public_id}/acts/{act}/"


def opened(walk):
    """Complaint at the window, proposal, approval."""
    walk.act(
        "窦敏", "/desk/leads/register/", "register", source="complaint", received_way="window", informant_name="万春山",
        informant_phone="10012345678", employer_name=EMPLOYER, employer_code=fictions.credit_code(77),
        employer_address="示范县创业路18号", employer_contact="卢志远", requests="请求查处超时加班。",
        account="2026年6月至8月，该公司安排60名工人每月加班超过36小时。", workers_count="60",
        violation_began_on="2026-06-01", violation_ended_on="2026-08-20",
    )  # fmt: skip
    lead = Lead.objects.get()
    walk.later()
    walk.act("窦敏", f"/desk/leads/{lead.public_id}/acts/pass_on_lead/", to=[str(walk.county.account(HANDLER).pk)])
    walk.later()
    officers = [str(walk.county.officers[name].pk) for name in (HANDLER, "周文博")]
    walk.act(
        HANDLER, f"/desk/leads/{lead.public_id}/acts/propose_opening/", "propose", title="违法延长劳动者工作时间",
        matter_code="LDJC-01", violation_code="LD-01", officers=officers, opinion="符合受理条件，建议立案。",
        party_kind="organisation",
    )  # fmt: skip
    walk.later()
    walk.sign(UNIT_HEAD, Approval.objects.latest("pk"), picture="opening-approval")
    return Case.objects.get()


def investigated(walk, case):
    """Inquiry, evidence, verification, facts, report."""
    walk.later(2)
    walk.act(
        HANDLER, address(case, "interview"), "interview", person="卢志远", person_role="party", place="示范县创业路18号",
        ended_at=f"{walk.day}T{walk.hour:02d}:30", certificate_shown=True, proves="60名劳动者的加班时间",
        record="问：是否安排加班？\n答：6月至8月安排60人加班，每月超过36小时。",
    )  # fmt: skip
    walk.later()
    record = documents_of(case.public_id).get(kind="interview_record")
    page = {"name": "笔录.pdf", "mimeType": "application/pdf", "buffer": PAGE}
    walk.act(HANDLER, f"/desk/documents/{record.public_id}/signed-pages/", scan=page)
    walk.act(
        HANDLER, address(case, "collect_evidence"), kind="documentary_evidence", name="6月至8月考勤记录",
        source="当事人提供", proves="60名劳动者的加班时间", obtained_on=f"{walk.day}",
    )  # fmt: skip
    walk.later()
    evidence = [one.public_id for one in evidence_of(case.public_id)]
    for ref in evidence:
        walk.act(HANDLER, f"/desk/evidence/{ref}/judging/", verified="yes", words="与原件核对一致。")
    walk.act(HANDLER, address(case, "find_facts"), text_1=FACT, evidence_1=evidence)
    walk.later(2)
    walk.act(
        HANDLER, address(case, "conclude_investigation"), "report", established="yes", nature="违法延长工作时间。",
        basis=BASIS, circumstances_told="调查期间及时改正。", suggestion="建议警告并处罚款。", workers="60",
        prior_violations="0", harm="minor", rectified=True,
    )  # fmt: skip


def heard(walk, case):
    """Notice with hearing right, service, defence, re-examination."""
    walk.later(1)
    walk.act(HANDLER, address(case, "give_prior_notice"), "notice", hearing_told=True, **PROPOSAL)
    walk.later()
    served(walk, case)
    walk.later(2)
    walk.act(
        HANDLER,
        address(case, "record_statement"),
        way="written",
        made_by="卢志远",
        points="已经足额支付加班费，请求从轻。",
    )
    walk.later(6)
    tab = walk.person(HANDLER)
    tab.goto(f"{walk.url}{address(case, 're_examine')}")
    (point,) = case.notices.get().statements.get().points.all()
    walk.act(
        HANDLER, address(case, "re_examine"),
        **{f"adopted_{point.pk}": "no", f"answer_{point.pk}": "支付加班费不影响超时加班的认定。"},
    )  # fmt: skip


def served(walk, case):
    """The newest paper is handed to the front desk."""
    walk.act(
        HANDLER, address(case, "serve_document"), method="direct", place="示范县创业路18号", recipient="刘芳",
        relation="reception", proof_number=f"回证{walk.day:%m%d}",
    )  # fmt: skip


def reviewed(walk, case):
    """Draft, submission, ten answers, opinion."""
    walk.later()
    judged = dict.fromkeys(("public_interest", "social_risk", "major_interest", "complex"), "no")
    walk.act(
        HANDLER, address(case, "prepare_draft"), "draft", kind="penalty", rectification="done",
        rectification_note="已经调整班次，核查无超时。", fulfilment="按缴款要求缴纳罚款。", **judged, **PROPOSAL,
    )  # fmt: skip
    walk.later()
    walk.act(HANDLER, f"/desk/cases/{case.public_id}/request-review/", note="材料齐全。")
    review = LegalReview.objects.get()
    walk.later(2)
    tab = walk.person(REVIEWER)
    for element in ELEMENTS:
        tab.goto(f"{walk.url}/desk/reviews/{review.public_id}/")
        form = tab.locator(f"form[action$='/elements/{element.code}/']")
        tab.locator(f"details:has(form[action$='/elements/{element.code}/'])").evaluate("e => { e.open = true }")
        walk.fill_in(form, "answer", "conforms")
        walk.fill_in(form, "reason", "经审查案卷，符合要求。")
        walk.press(tab, form.locator("button").last)
    form = tab.locator("form[action$='/opinion/']")
    walk.fill_in(form, "passes", "yes")
    walk.fill_in(form, "opinion", "事实清楚、程序合法，审核通过。")
    walk.picture(tab, "review")
    walk.press(tab, form.locator("button").last)
    case.refresh_from_db()
    assert case.status == "review_passed"


def decided(walk, case):
    """Approval form through all three places, then service."""
    walk.later()
    walk.act(HANDLER, address(case, "request_decision"), kind="penalty", opinion="建议决定。")
    approval = Approval.objects.latest("pk")
    walk.later()
    walk.sign(UNIT_HEAD, approval)
    walk.later(1)
    walk.sign(HEAD, approval, deciding=True, picture="decision-approval")
    walk.later(1)
    served(walk, case)
    outbox.deliver_all()


def published(walk, case):
    """Two publishers; then a citizen searches and reads."""
    walk.later(1)
    publication = Publication.objects.get()
    place = f"/desk/publications/{publication.public_id}"
    tab = walk.person("沈芳")
    tab.goto(f"{walk.url}{place}/prepare/")
    guesses = {name: "private" for name in question_names(tab)}
    walk.act(
        "沈芳", f"{place}/prepare/", "prepare", scope="full_text", scope_note="属于应当公开的处罚决定",
        state_secret="none", trade_secret="none", personal_privacy="none", personal_information="hidden", **guesses,
    )  # fmt: skip
    walk.later()
    walk.person("郑晓燕")
    walk.act("郑晓燕", f"{place}/release/", "release", code=walk.code("郑晓燕"))
    outbox.deliver_all()
    citizen = walk.open_tab("phone")
    citizen.goto(f"{walk.url}/search?q=晨曦电子")
    walk.picture(citizen, "search")
    citizen.get_by_role("link", name="晨曦电子").first.click()
    expect(citizen.locator("main")).to_contain_text("警告")
    expect(citizen.locator("main")).to_contain_text("27,000")
    assert "万春山" not in citizen.content()
    walk.picture(citizen, "decision")
    assert Notice.objects.get().number == case.decisions.get().number


def question_names(tab):
    """The fields that ask whether a guess is private."""
    names = tab.locator("form:has(button.primary) [name^=guess]").evaluate_all("all => all.map(e => e.name)")
    return list(dict.fromkeys(names))

"""Scenes both journeys share: the window, the opening, the inquiry, the service, the review, the publication."""

from dataclasses import dataclass
from random import Random

from playwright.sync_api import expect

from tests.journeys.walking import PAGE
from yangguang.base import outbox
from yangguang.base.models import Approval
from yangguang.base.sheets import write_rows
from yangguang.bulletin.api import Notice
from yangguang.cases.api import Case, Lead, verbs
from yangguang.desk.demo import fictions, publishing
from yangguang.disclosure.api import Publication
from yangguang.legal_review.api import ELEMENTS, LegalReview
from yangguang.records.api import documents_of, evidence_of

HANDLER, UNIT_HEAD, HEAD, REVIEWER = "陈立", "赵文斌", "高建华", "林静"
INFORMANT = "万春山"


@dataclass(frozen=True)
class Wrong:
    """What the employer did, as everybody types it."""

    employer: str
    code: str
    title: str
    matter: str
    violation: str
    workers: int
    account: str
    requests: str
    fact: str
    basis: tuple[str, ...]
    suggestion: str
    amount: str = ""
    began: str = "2026-05-01"
    ended: str = "2026-08-20"
    before: str = "首次查处。"
    prior: int = 0


def address(case, act):
    """The page of an act."""
    return f"/desk/cases/{case.public_id}/acts/{act}/"


def opened(walk, wrong, **how):
    """Complaint at the window, proposal, approval; `how` says that it came otherwise."""
    told = {
        "source": "complaint", "received_way": "window", "informant_name": INFORMANT, "informant_phone": "10012345678",
        "violation_began_on": wrong.began, "violation_ended_on": wrong.ended,
    } | how  # fmt: skip
    walk.act(
        "窦敏", "/desk/leads/register/", "register", employer_name=wrong.employer, employer_code=wrong.code,
        employer_address="示范县创业路18号", employer_contact="卢志远", requests=wrong.requests, account=wrong.account,
        workers_count=str(wrong.workers), amount_fen=wrong.amount, **told,
    )  # fmt: skip
    lead = Lead.objects.get()
    walk.later()
    walk.act(
        "窦敏", f"/desk/leads/{lead.public_id}/acts/pass_on_lead/", to=[str(walk.county.account(HANDLER).public_id)]
    )
    walk.later()
    officers = [str(walk.county.officers[name].public_id) for name in (HANDLER, "周文博")]
    walk.act(
        HANDLER, f"/desk/leads/{lead.public_id}/acts/propose_opening/", "propose", title=wrong.title,
        matter_code=wrong.matter, violation_code=wrong.violation, officers=officers, party_kind="organisation",
        opinion="符合受理条件，建议受理立案。",
    )  # fmt: skip
    walk.later()
    walk.sign(UNIT_HEAD, Approval.objects.latest("pk"), picture="opening-approval")
    return Case.objects.latest("pk")


def inquired(walk, case, wrong):
    """Inquiry with its signed page, evidence, verification, facts."""
    walk.later(2)
    walk.act(
        HANDLER, address(case, "interview"), "interview", person="卢志远", person_role="party", place="示范县创业路18号",
        ended_at=f"{walk.day}T{walk.hour:02d}:00", certificate_shown=True, proves=wrong.title,
        record=f"问：情况是否属实？\n答：属实。{wrong.fact}",
    )  # fmt: skip
    walk.later()
    record = documents_of(case.public_id).get(kind="interview_record")
    page = {"name": "笔录.pdf", "mimeType": "application/pdf", "buffer": PAGE}
    walk.act(HANDLER, f"/desk/documents/{record.public_id}/signed-pages/", scan=page)
    walk.act(
        HANDLER, address(case, "collect_evidence"), kind="documentary_evidence", name="考勤记录和工资表",
        source="当事人提供", proves=wrong.title, obtained_on=f"{walk.day}", certificate_shown=True,
    )  # fmt: skip
    walk.later()
    evidence = [one.public_id for one in evidence_of(case.public_id)]
    for ref in evidence:
        walk.act(HANDLER, f"/desk/evidence/{ref}/judging/", verified="yes", words="与原件核对一致。")
    walk.act(HANDLER, address(case, "find_facts"), text_1=wrong.fact, evidence_1=evidence)


def line(case, row, act):
    """The page of an act of a labour line."""
    return f"/desk/cases/{case.public_id}/orders/{row.public_id}/{act}/"


def rostered(walk, case, wrong, owed_fen):
    """The roster comes as a sheet; what is owed adds up."""
    source, share = Random(5), owed_fen // wrong.workers
    amounts = [share] * (wrong.workers - 1) + [owed_fen - share * (wrong.workers - 1)]
    rows = [
        {"name": fictions.person_name(source), "person_id": fictions.person_id(source, n), "phone": "", "agent": "",
         "from_month": wrong.began[:7], "to_month": wrong.ended[:7], "owed_fen": amount}
        for n, amount in enumerate(amounts)
    ]  # fmt: skip
    content = write_rows(verbs.ROSTER_COLUMNS, rows, title="劳动者名册", by=HANDLER, at=walk.now)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    sheet = {"name": "名册.xlsx", "mimeType": kind, "buffer": content}
    walk.act(HANDLER, f"/desk/cases/{case.public_id}/roster/import/", "roster", file=sheet)
    if not case.workers.exists():
        walk.confirm(HANDLER)
    assert case.workers.count() == wrong.workers


def ordered_to_pay(walk, case, wrong, *, due, serve_on=None):
    """Drafted, signed by three, served: the same day where `serve_on` says so."""
    drafted_to_pay(walk, case, wrong, due=due)
    return signed_and_served(walk, case, case.instructions.get(), serve_on=serve_on)


def drafted_to_pay(walk, case, wrong, *, due):
    """The order to pay by a day."""
    walk.act(
        HANDLER, f"/desk/cases/{case.public_id}/orders/draft/", "instruction", facts_found=wrong.fact, pays=True,
        pay_due_on=f"{due}",
    )  # fmt: skip


def signed_and_served(walk, case, instruction, *, serve_on=None):
    """Put before the unit head and the head, then handed to the front desk: the same day where `serve_on` says so."""
    signed(walk, case, instruction, serve_on=serve_on)
    walk.later()
    walk.act(HANDLER, line(case, instruction, "serve_instruction"), proof_number="回证1", **FRONT_DESK)
    return instruction


def signed(walk, case, instruction, *, serve_on=None):
    """Put before the unit head and the head."""
    walk.later()
    walk.act(HANDLER, line(case, instruction, "issue_instruction"), opinion="建议责令限期支付。")
    approval = Approval.objects.latest("pk")
    walk.later()
    walk.sign(UNIT_HEAD, approval)
    walk.later(0 if serve_on == walk.day else 1)
    walk.sign(HEAD, approval)
    return instruction


def found_unheeded(walk, case, instruction):
    """Checked after the last day: nothing was paid."""
    (order,) = instruction.orders.all()
    findings = {f"finding_{order.public_id}": "期满未支付。"}
    walk.act(HANDLER, line(case, instruction, "check_rectification"), "check", **findings)


def concluded(walk, case, wrong, *, rectified):
    """The report."""
    walk.later(2)
    walk.act(
        HANDLER, address(case, "conclude_investigation"), "report", established="yes", nature=f"{wrong.title}。",
        basis=list(wrong.basis), circumstances_told=wrong.before, suggestion=wrong.suggestion,
        workers=str(wrong.workers), prior_violations=f"{wrong.prior}", harm="minor", rectified="yes" if rectified else "no",
        **({"prior_reason": "前一案在系统启用以前办理，见旧案卷。"} if wrong.prior else {}),
    )  # fmt: skip


def served(walk, case):
    """The newest paper is handed to the front desk."""
    walk.act(HANDLER, address(case, "serve_document"), proof_number=f"回证{walk.day:%m%d}", sealed=True, **FRONT_DESK)


NO_FILM = "执法记录仪故障，已书面说明。"
FRONT_DESK = {"method": "direct", "place": "示范县创业路18号", "recipient": "刘芳", "relation": "reception"}


def reviewed(walk, case):
    """Submission, ten answers, opinion."""
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
    review.refresh_from_db()
    assert review.status == "passed"


def published(walk, case, *told):
    """Two publishers; then a citizen searches and reads what was told, and not who told."""
    outbox.deliver_all()
    walk.later(1)
    publication = Publication.objects.get(case=case)
    place = f"/desk/publications/{publication.public_id}"
    tab = walk.person("沈芳")
    tab.goto(f"{walk.url}{place}/prepare/")
    judged = {
        field: "harmless" if any(f"“{word}”" in label for word in publishing.NO_NAMES) else "private"
        for field, label in tab.locator("form:has(button.primary) [name^=guess]").evaluate_all(
            "all => all.map(e => [e.name, e.closest('fieldset').innerText])"
        )
    }  # fmt: skip
    walk.act(
        "沈芳", f"{place}/prepare/", "prepare", scope="full_text", scope_note="属于应当公开的决定", state_secret="none",
        trade_secret="none", personal_privacy="none", personal_information="hidden", **judged,
    )  # fmt: skip
    walk.later()
    walk.person("郑晓燕")
    walk.act("郑晓燕", f"{place}/release/", "release", code=walk.code("郑晓燕"))
    outbox.deliver_all()
    citizen = walk.person_outside()
    citizen.goto(f"{walk.url}/search?q=晨曦")
    walk.picture(citizen, "search")
    citizen.get_by_role("link", name="晨曦").first.click()
    for words in told:
        expect(citizen.locator("main")).to_contain_text(words)
    assert INFORMANT not in citizen.content()
    walk.picture(citizen, "decision")
    assert Notice.objects.latest("pk").number == case.decisions.get().number


def employer(number):
    """The code of an employer that does not exist."""
    return fictions.credit_code(number)

"""Decisions, and publications in every state, for tests."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from itertools import count

from tests.builders.directory import a_body, a_unit, an_account, fresh_code
from tests.builders.remembered import remembered
from yangguang.base import ledger, local_values, outbox
from yangguang.base.events import SYSTEM
from yangguang.base.press.blocks import Heading, Letterhead, SealPlace, Table, facts, paragraph
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.sheet import Sheet
from yangguang.bulletin.api import REPAIR, notice_by_ref, post_letter
from yangguang.cases.events.deciding import DecisionAnnulled, DecisionMade
from yangguang.cases.models import Case, Decision, DecisionDraft, Party
from yangguang.cases.rules.publicity import WILL_BE_PUBLIC
from yangguang.directory.models import Account, Body
from yangguang.directory.rules.roles import Role
from yangguang.disclosure import letter_box
from yangguang.disclosure.comparing import comparison_of
from yangguang.disclosure.examination_form import GUESS, asked_as
from yangguang.disclosure.models import CreditRepair, Objection, Publication, WithdrawalProposal
from yangguang.disclosure.queries import standing_of
from yangguang.disclosure.use_cases.bring_foreign_paper import bring_foreign_paper
from yangguang.disclosure.use_cases.prepare_publication import Examination, prepare_publication
from yangguang.disclosure.use_cases.propose_withdrawal import propose_withdrawal
from yangguang.disclosure.use_cases.release_publication import release_publication
from yangguang.disclosure.use_cases.withdraw_publication import withdraw_publication
from yangguang.kernel import chance, clock
from yangguang.kernel.moment import Moment
from yangguang.legal_review.models import ReviewExemption
from yangguang.records.api import make_document

DECIDED = date(2026, 11, 10)
SERVED = date(2026, 11, 12)
KANGPING = asked_as(GUESS, "康平")  # the field that asks whether this is a name
PARTY = "示范县晨曦电子有限公司"
CLEAN = {"state_secret": "none", "trade_secret": "none", "personal_privacy": "none", "personal_information": "hidden"}
ASKED = {"about": REPAIR, "done": "已经改正并通过复查", "commitment": "承诺守法诚信经营"}
_numbers = count(1)


def an_examination(*, private=("康平",), harmless=(), **changes) -> Examination:
    """A complete one."""
    given = {"scope": "full_text", "scope_note": "属于应当公开的处罚决定", "secrecy": CLEAN}
    return Examination(**(given | {"private": private, "harmless": harmless} | changes))


def content_of(body: Body, *, fine_fen=2_520_000, **changes):
    """What a penalty decision says."""
    given = {
        "body_name": body.name, "penalties": ["warning", "fine"], "fine_fen": fine_fen, "basis": ["LSR-2004:25"],
        "parties": [{"name": PARTY, "address": "示范县创业路18号"}],
        "facts": [{"text": "2026年6月安排60名劳动者超时加班，其中王小芸7月延长58.5小时。", "evidence": "考勤记录"}],
        "reasons": "证人康平的情况说明属实。", "discretion": {"tier": "严重", "reasons": "第二次实施同类行为"},
        "fulfilment": "收到决定书之日起15日内缴至代收机构（账号6210990100004471）。",
        "remedies": {"reconsideration_body": "示范县人民政府", "reconsideration_term": "60日",
                     "court": "示范县人民法院", "litigation_term": "6个月"},
    }  # fmt: skip
    return given | changes


def a_sheet(body: Body, *, told: bool = True) -> Sheet:
    """The paper of the decision, with names, numbers and a table of people; it says that it will be public unless not `told`."""
    people = Table(("姓名", "应付（元）"), (("王小芸", "1,000.00"), ("丁海", "2,000.00")), totals=("合计", "3,000.00"))
    text = [
        "经查，你单位安排王小芸（公民身份号码110101199003071233）等60名劳动者超时加班。",
        "以上事实有王小芸、丁海等人询问笔录、证人康平的情况说明证明。电话0999-0015210。",
        *([WILL_BE_PUBLIC] if told else []),
    ]
    blocks = (
        Letterhead(body.name), Heading("行政处罚决定书"),
        facts(("当事人", PARTY), ("法定代表人或者负责人", "卢志远"), ("住所", "示范县创业路18号"), bordered=False),
        *map(paragraph, text), people, SealPlace(body.name, DECIDED),
    )  # fmt: skip
    return Sheet(title="行政处罚决定书", blocks=blocks, dated_on=DECIDED, body_name=body.name)


def a_case(body: Body, *, party_kind="organisation", party_name=PARTY, **changes) -> Case:
    """A case with one party and two workers on its roster."""
    number = next(_numbers)
    given = {
        "number": f"示人社监案〔2026〕{number}号", "kind": "penalty", "title": "违法延长劳动者工作时间", "body": body,
        "unit": a_unit(body, named=f"大队{number}"), "field": "劳动保障监察", "area": "示范县", "matter_code": "LD-01",
        "opened_on": date(2026, 8, 20), "touched_at": clock.now(), "touched_by_name": "陈立", "status": "opened",
    }  # fmt: skip
    case = Case.objects.create(**(given | changes))
    Party.objects.create(case=case, kind=party_kind, name=party_name, legal_representative="卢志远",
                         address="示范县创业路18号", phone="13800138000", code="91990101MA7C4K2R0K")  # fmt: skip
    for position, name in enumerate(("王小芸", "丁海"), start=1):
        case.workers.create(position=position, name=name, person_id=f"11010119900307123{position}", owed_fen=100,
                            from_month=DECIDED, to_month=DECIDED)  # fmt: skip
    return case


def a_decision(body: Body | None = None, *, kind="penalty", served_on: date | None = SERVED, decided_on=DECIDED,
               announced=True, case: Case | None = None, told=True, **changes) -> Decision:  # fmt: skip
    """A decision of a body, reviewed as the law wants it, served unless told otherwise."""
    body = body or a_body()
    case = case or a_case(body)
    content = content_of(body, **changes)
    digest = hashlib.sha256(json.dumps([content, case.pk], sort_keys=True).encode()).hexdigest()
    ReviewExemption.objects.create(
        case=case, draft_digest=digest, edition_ref="e" * 26, confirmed_by_ref="account:x", confirmed_by_name="赵文斌",
        confirmed_on=decided_on,
    )  # fmt: skip
    document = make_document(kind="penalty_decision", title="行政处罚决定书", body=body, file_ref=case.public_id,
                             sheet=a_sheet(body, told=told), dated_on=decided_on, actor=SYSTEM, at=Moment.on(decided_on))  # fmt: skip
    DecisionDraft.objects.update_or_create(case=case, kind=kind, defaults={
        "content": content, "digest": digest, "prepared_by_ref": "account:drafter", "prepared_by_name": "陈立",
        "prepared_at": clock.beijing(decided_on, 9),
    })  # fmt: skip
    decision = Decision.objects.create(
        case=case, body=body, kind=kind, number=f"示人社监罚字〔2026〕第{next(_numbers)}号", content=content, digest=digest,
        document=document, decided_on=decided_on, decided_by_ref="account:x", decided_by_name="高建华",
        served_on=served_on, status="served" if served_on else "decided", fine_fen=content["fine_fen"],
    )  # fmt: skip
    if announced:
        announce(decision)
    return decision


def announce(decision: Decision) -> None:
    """Record that the decision was made, and let every listener hear of it."""
    event = DecisionMade(decision.public_id, decision.kind, decision.number, "penalty", decision.decided_on,
                         decision.fine_fen, decision.digest)  # fmt: skip
    record(event, decision)


def annul(decision: Decision, *, received_on: date, reason="示政复决字〔2026〕第12号撤销") -> None:
    """The decision loses its force."""
    decision.status = "annulled"
    decision.save(update_fields=["status"])
    record(DecisionAnnulled(decision.public_id, decision.number, reason, received_on), decision)


def record(event, decision: Decision) -> None:
    """One line in the ledger about a decision's case, delivered at once."""
    from django.db import transaction

    with transaction.atomic():
        ledger.record(event, subject=decision.case.subject, actor=SYSTEM, at=Moment.now())
    deliver()


def deliver() -> None:
    """Deliver everything; a listener that fails fails the test."""
    from yangguang.base.models import Delivery

    outbox.deliver_all()
    left = list(Delivery.objects.filter(done_at=None).values_list("listener", "last_error"))
    assert not left, left


@dataclass
class People:
    """Two publishers and a head of one body, whose publication period is set."""

    body: Body
    first: Account
    second: Account
    head: Account


@remembered
def the_people(body: Body | None = None) -> People:
    """Everyone a publication needs."""
    body = body or a_body(named=f"示范县人力资源和社会保障局{next(_numbers)}")
    for period in ("publication_period_months", "exemption_review_months", "credit_repair_workdays"):
        if local_values.find(period, chain=body.public_id, on=DECIDED) is None:
            local_values.set_value(period, 12, chain=body.public_id, source="示司发〔2020〕1号",
                                   in_force=date(2020, 1, 6), by_name="何管理")  # fmt: skip
    if local_values.find("impact_assessment", chain=body.public_id, on=DECIDED) is None:
        local_values.set_value("impact_assessment", "示人社评〔2020〕1号", chain=body.public_id, source="示人社评〔2020〕1号",
                               in_force=date(2020, 1, 6), by_name="何管理")  # fmt: skip
    first, second = (an_account(role=Role.PUBLISHER, body=body, named=name, second_factor=True)
                     for name in ("何晓东", "林国栋"))  # fmt: skip
    return People(body, first, second, an_account(role=Role.AGENCY_HEAD, body=body, named="高建华", second_factor=True))


def a_code(account: Account) -> str:
    """A code that has not been used, however many were used within the minute before."""
    return fresh_code(account)


@remembered
def a_publication(people: People, *, state="", **decision) -> Publication:
    """A publication in a state: pending (""), prepared, published, withdrawn."""
    publication = a_decision(people.body, **decision).publication
    if state in {"prepared", "published", "withdrawn"}:
        prepare(publication, people)
    if state in {"published", "withdrawn"}:
        release(publication, people)
    if state == "withdrawn":
        withdraw(publication, people)
    publication.refresh_from_db()
    return publication


@remembered
def made_public(decision: Decision) -> Publication:
    """The decision of a case worked through its use cases, prepared and released by two publishers of its body."""
    deliver()
    people = the_people(decision.body)
    publication = decision.publication
    asked = comparison_of(publication, None).questions
    prepare(publication, people, private=asked)
    late = standing_of(publication, clock.today()).overdue
    return release(publication, people, late_reason="公示员出差" if late else "")


def prepare(publication: Publication, people: People, *, by: Account | None = None, **examination):
    """The first publisher examines it, unless somebody else does."""
    return prepare_publication(publication_id=publication.pk, examination=an_examination(**examination),
                               actor=by or people.first, at=Moment.now())  # fmt: skip


def release(publication: Publication, people: People, *, by: Account | None = None, **given) -> Publication:
    """The second publisher releases it, and it reaches the public."""
    actor = by or people.second
    released = release_publication(publication_id=publication.pk, code=a_code(actor), actor=actor, at=Moment.now(),
                                   **given)  # fmt: skip
    deliver()
    return released


def withdraw(publication: Publication, people: People, **given) -> Publication:
    """It is taken back: the first publisher proposes it, the second approves."""
    code = given.pop("code", "") or a_code(people.second)
    proposal = withdrawal_proposed(publication, people, **given)
    taken = withdraw_publication(proposal_id=proposal.pk, code=code, actor=people.second, at=Moment.now())
    deliver()
    return taken


def withdrawal_proposed(publication: Publication, people: People, **given) -> WithdrawalProposal:
    """The first publisher wants it taken back; it waits for a second person."""
    values = {"reason": "复议机关撤销原决定", "ground": "annulled"} | given
    return propose_withdrawal(publication_id=publication.pk, actor=people.first, at=Moment.now(), **values)


@remembered
def an_objection(people: People, **told) -> Objection:
    """Somebody objected on the public site, and the desk has taken it over."""
    publication = a_publication(people, state="published")
    sent(publication, **told)
    letter_box.collect()
    return publication.objections.get()


@remembered
def a_repair(people: People, **told) -> CreditRepair:
    """Somebody asked on the public site that a slight penalty, a warning, be public no longer; the desk has taken it over."""
    publication = a_publication(people, state="published", penalties=["warning"], fine_fen=0)
    sent(publication, **(ASKED | told))
    letter_box.collect()
    return publication.repairs.get()


def sent(publication: Publication, *, slip="", sender="203.0.113.7", **told):
    """A letter as the public site keeps it."""
    letter_box.announce_key()
    given = {"relation": "party", "wrong": "罚款数额写错了", "wanted": "应为2万元，附决定书", "name": "卢志远",
             "contact": "13900001111"}  # fmt: skip
    notice = notice_by_ref(publication.notice_ref)
    return post_letter(notice, slip=slip or chance.public_id(), told=given | told, sender=sender)


def a_pdf(words="经查，拖欠工资，联系电话13800138000。") -> bytes:
    """A PDF from outside with a text layer."""
    sheet = Sheet(title="决定书", blocks=(Heading("决定书"), paragraph(words)), dated_on=DECIDED)
    return render_pdf(sheet)


def a_foreign_paper(publication: Publication, people: People, *, content=b"", label="决定书扫描件"):
    """A paper from outside, taken in by the first publisher."""
    return bring_foreign_paper(
        publication_id=publication.pk, label=label, content=content or a_pdf(), file_name="scan.pdf", actor=people.first,
        at=Moment.now(),
    )  # fmt: skip

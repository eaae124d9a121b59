"""Penalty cases for tests, each a little further on its way: every step is the use case the screens call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.builders.catalogues import the_labour_lists
from tests.builders.directory import AREA, FIELD, a_body, a_unit, an_account, an_officer, fresh_code
from tests.builders.remembered import remembered
from yangguang.base import local_values
from yangguang.base.models import Approval
from yangguang.cases.api import Case, Decision, DecisionDraft
from yangguang.cases.rules.opening import Opening, PartyFacts
from yangguang.cases.standing import open_points
from yangguang.cases.use_cases._meeting import Meeting, Said
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.conclude_investigation import conclude_investigation
from yangguang.cases.use_cases.discuss_collectively import discuss_collectively
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.cases.use_cases.give_prior_notice import give_prior_notice
from yangguang.cases.use_cases.interview import interview
from yangguang.cases.use_cases.judge_evidence import judge_evidence
from yangguang.cases.use_cases.prepare_draft import prepare_draft
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.record_statement import record_statement
from yangguang.cases.use_cases.request_decision import request_decision
from yangguang.cases.use_cases.request_inspection import request_inspection
from yangguang.cases.use_cases.request_opening import request_opening
from yangguang.cases.use_cases.serve_document import ServiceFacts, serve_document
from yangguang.cases.use_cases.sign_approval import decides, sign_approval
from yangguang.directory.api import accounts_holding
from yangguang.directory.models import Account, Body, Officer
from yangguang.kernel import clock
from yangguang.kernel.credit_codes import check_character
from yangguang.kernel.moment import Moment
from yangguang.legal_review.use_cases.exempt_from_review import exempt_from_review
from yangguang.records.api import attach_signed_page, documents_of

OPENED, CONCLUDED, NOTIFIED = date(2026, 10, 12), date(2026, 10, 23), date(2026, 10, 26)
HEARD, SIGNED, DECIDED, SERVED = date(2026, 11, 4), date(2026, 11, 5), date(2026, 11, 6), date(2026, 11, 9)
MATTER, VIOLATION = "LDJC-01", "LD-01"
BASIS = ["LSR-2004:25#fine", "LSR-2004:25#warning"]
PAGE = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
LOCAL = {
    "hearing_threshold_person_fen": 500000, "hearing_threshold_organisation_fen": 2000000,
    "statement_period_workdays": 3, "lead_triage_workdays": 7, "next_step_workdays": 10, "review_period_workdays": 7,
    "collective_discussion_fine_fen": 10000000, "collective_discussion_persons": 2,
    "collecting_agent": "示范县农村商业银行", "reconsideration_body": "示范县人民政府", "court": "示范县人民法院",
}  # fmt: skip
NO_FILM = "未配备执法记录仪，已书面说明。"
ONE_DAY = timedelta(days=1)


@contextmanager
def on(day: date, hour: int = 9) -> Iterator[Moment]:
    """Act on a day, recorded as it happens."""
    with clock.frozen(clock.beijing(day, hour)):
        yield Moment.now()


@remembered
def an_agency(*, settings: dict[str, Any] | None = None, without: Sequence[str] = (), **facts: Any) -> Body:
    """A body that can enforce: unit, heads, two certified officers, lists in force, local values set."""
    return equipped(a_body(**facts), settings=settings, without=without)


def equipped(body: Body, *, settings: dict[str, Any] | None = None, without: Sequence[str] = ()) -> Body:
    """A body given everything it needs to work a case."""
    unit = a_unit(body)
    the_labour_lists(body)
    for name, value in (LOCAL | (settings or {})).items():
        if name not in without:
            local_values.set_value(
                name, value, chain=body.public_id, source="示范省规定", in_force=date(2026, 1, 5), by_name="系统管理员"
            )
    an_officer(body=body, unit=unit, named="陈立")
    an_officer(body=body, unit=unit, named="周敏")
    an_account(role="unit_head", body=body, unit=unit, named="赵文斌")
    if not Account.objects.filter(body=body, appointments__role="agency_head").exists():
        an_account(role="agency_head", body=body, named="高建华")
    return body


def officers_of(body: Body) -> list[Officer]:
    """The officers of an agency, the lead handler first."""
    return list(Officer.objects.filter(body=body).order_by("pk")[:2])


def handler_of(case: Case) -> Account:
    """The lead handler's account."""
    return case.assignments.filter(ends_on=None).order_by("position").first().officer.account


def person_of(body: Body, role: str) -> Account:
    """The first account of a body that holds a role."""
    return Account.objects.filter(body=body, appointments__role=role).order_by("pk").first()


def a_credit_code(number: int = 1) -> str:
    """A valid unified social credit code."""
    bare = f"91990101MA6{number:06d}"
    return bare + check_character(bare)


def a_party(number: int = 1, **facts: Any) -> PartyFacts:
    """An employer as typed."""
    known = {
        "kind": "organisation", "name": f"示范县宏基建筑工程有限公司{number}", "code": a_credit_code(number),
        "legal_representative": "罗玉梅", "address": "示范县滨河路8号", "phone": "0000-7654321",
    }  # fmt: skip
    return PartyFacts(**(known | facts))


def an_opening(body: Body, **facts: Any) -> Opening:
    """A proposal to open a case about overtime; `facts` replaces single ones."""
    known = Opening(
        body_ref=body.public_id, kind="labour", title="违法延长劳动者工作时间", field=FIELD, area=AREA,
        matter_code=MATTER, violation_code=VIOLATION, facts="2026年6月至8月安排20名劳动者每月加班超过36小时。",
        source="日常巡视检查", discovered_on=date(2026, 9, 28), reported_on=date(2026, 9, 28),
        violation_began_on=date(2026, 6, 1), violation_ended_on=date(2026, 8, 31), parties=(a_party(),),
        officer_refs=tuple(o.public_id for o in officers_of(body)), unit_ref=body.units.order_by("pk").first().public_id,
    )  # fmt: skip
    return replace(known, **facts)


def approve(approval: Approval, body: Body, day: date, hour: int = 11) -> Approval:
    """Every place that waits is signed by whoever holds its role in the body."""
    with on(day, hour) as at:
        for step in approval.steps.filter(signed_at=None).order_by("order"):
            signer = person_of(body, step.role)
            code = fresh_code(signer) if decides(approval, step.role) else ""
            sign_approval(approval=approval, agrees=True, opinion="同意。", code=code, actor=signer, at=at)
    approval.refresh_from_db()
    return approval


@remembered
def an_open_case(*, body: Body | None = None, day: date = OPENED, **facts: Any) -> Case:
    """Opened with approval, two certified officers, under investigation."""
    body = body or an_agency()
    opening = an_opening(body, **facts)
    actor = Officer.objects.get(public_id=opening.officer_refs[0]).account
    with on(day) as at:
        approval = request_opening(opening=opening, opinion="建议立案。", actor=actor, at=at)
    approve(approval, body, day)
    return Case.objects.filter(body=body).order_by("-pk").first()


def inspection_allowed(
    case: Case, *, day: date, until: date | None = None, place: str = "示范县滨河路8号", purpose: str = "核对考勤原始记录，须到现场。"
) -> Case:  # fmt: skip
    """The head agreed to a visit on the day."""
    with on(day, 8) as at:
        approval = request_inspection(
            case_id=case.pk, place=place, purpose=purpose, from_day=day, until_day=until or day,
            opinion="建议检查。", actor=handler_of(case), at=at,
        )  # fmt: skip
    approve(approval, case.body, day, hour=8)
    return case


def with_records(case: Case, *, verified: bool = True, signed: bool = True) -> Case:
    """An inquiry record with its signed pages and a document, verified, and the fact they show."""
    handler, officers = handler_of(case), officers_of(case.body)
    with on(case.opened_on + ONE_DAY) as at:
        record = interview(
            case_id=case.pk, person="罗玉梅", person_role="party", place="示范县滨河路8号", ended_at=at.occurred_at,
            questions=[("是否安排加班？", "是，6月至8月每月超过36小时。")], officers=officers, certificate_shown=True,
            proves="安排加班的事实", actor=handler, at=at,
        )  # fmt: skip
        if signed:
            attach_signed_page(document_id=record.document_id, content=PAGE, file_name="笔录.pdf", actor=handler, at=at)
        sheet = collect_evidence(
            case_id=case.pk, kind="documentary_evidence", name="考勤记录", source="当事人提供", officers=officers,
            proves="20名劳动者的加班时间", obtained_on=at.day, certificate_shown=True, actor=handler, at=at,
        )  # fmt: skip
        if signed:
            slip = documents_of(case.public_id).get(kind="evidence_extraction")
            attach_signed_page(document_id=slip.pk, content=PAGE, file_name="提取单.pdf", actor=handler, at=at)
        for one in (record, sheet) if verified else ():
            judge_evidence(
                case_id=case.pk,
                evidence_ref=one.public_id,
                verified=True,
                words="与原件核对一致。",
                actor=handler,
                at=at,
            )
        fact = "2026年6月至8月，当事人安排20名劳动者每月加班超过36小时。"
        find_facts(case_id=case.pk, facts=[(fact, [record.public_id, sheet.public_id])], actor=handler, at=at)
    case.refresh_from_db()
    return case


@remembered
def a_concluded_case(*, day: date = CONCLUDED, workers: int = 20, **opening: Any) -> Case:
    """The investigation is over and its report is in the file."""
    return concluded(with_records(an_open_case(**opening)), day=day, workers=workers)


def concluded(case: Case, *, day: date = CONCLUDED, workers: int = 20, before: int = 0) -> Case:
    """The investigation of a case is concluded, once or again."""
    with on(day) as at:
        conclude_investigation(
            case_id=case.pk, actor=handler_of(case), at=at, circumstances=circumstances(workers) | {"prior_violations": before},
            content={
                "nature": "违法延长劳动者工作时间。", "basis": BASIS, "gains": "无", "circumstances": "首次查处。",
                "suggestion": "建议警告并处罚款。",
            },
        )  # fmt: skip
    case.refresh_from_db()
    return case


def circumstances(workers: int = 20) -> dict[str, Any]:
    """What discretion asks about, as found."""
    return {"workers": workers, "prior_violations": 0, "rectified": True, "harm": "minor", "gains_fen": 0}


def a_proposal(*, fine_fen: int = 500000, **changes: Any) -> dict[str, Any]:
    """What a notice proposes and a decision imposes: warning and fine, with tier, reasons and all the law asks for."""
    return {
        "penalties": ["warning", "fine"], "fine_fen": fine_fen, "basis": BASIS,
        "reasons": "安排劳动者加班超过法定上限。",
        "discretion": {"tier": "一般", "reasons": "受害劳动者20人，首次查处，已经改正，酌情确定。"},
        "rectification": {"status": "done", "note": "已经改正，9月起加班时间符合规定。"},
        "illegal_gains": {"fen": 0, "note": "无"}, "additional_fine": True,
        "fulfilment": "自收到本决定书之日起按缴款要求缴纳罚款。",
        "judged": {
            "public_interest": False, "social_risk": False, "major_interest": False, "complex": False,
            "legal_relations": 1,
        },
    } | changes  # fmt: skip


def notice_given(
    case: Case, *, day: date = NOTIFIED, hearing_told: bool = False, new_facts: str = "", **changes: Any
) -> Case:
    """The prior notice is written, not yet served."""
    with on(day) as at:
        give_prior_notice(
            case_id=case.pk, proposal=a_proposal(**changes), hearing_told=hearing_told, new_facts=new_facts,
            actor=handler_of(case), at=at,
        )  # fmt: skip
    case.refresh_from_db()
    return case


def served(case: Case, document_kind: str, day: date, *, hour: int = 14, **service: Any) -> Case:
    """The newest document of a kind is handed to every party's front desk; each party gets its own notice."""
    known = {
        "method": "direct",
        "recipient": "刘芳",
        "relation": "reception",
        "proof_number": "回证〔2026〕1号",
        "sealed": True,
    }
    newest = documents_of(case.public_id).filter(kind=document_kind).order_by("-position").first()
    with on(day, hour) as at:
        for party in case.parties.order_by("position"):
            own = party.notices.filter(superseded_on=None).first() if document_kind == "prior_notice" else None
            serve_document(
                case_id=case.pk, document_ref=(own.document if own else newest).public_id, party_ref=party.public_id,
                service=ServiceFacts(**(known | service)), actor=handler_of(case), at=at,
            )  # fmt: skip
    case.refresh_from_db()
    return case


@remembered
def a_notified_case(*, hearing_told: bool = False, proposal: dict[str, Any] | None = None, **facts: Any) -> Case:
    """The prior notice is served; the windows run."""
    case = notice_given(a_concluded_case(**facts), hearing_told=hearing_told, **(proposal or {}))
    return served(case, "prior_notice", NOTIFIED)


@remembered
def a_heard_case(*, points: Sequence[str] = (), **facts: Any) -> Case:
    """The windows are over and every point of the defence is answered."""
    case = a_notified_case(**facts)
    handler, notice = handler_of(case), case.notices.order_by("-pk").first()
    if points:
        with on(NOTIFIED + ONE_DAY) as at:
            record_statement(
                case_id=case.pk, notice_ref=notice.public_id, way="written", made_by="罗玉梅", points=points,
                actor=handler, at=at,
            )  # fmt: skip
    with on(HEARD) as at:
        answers = {point.pk: (False, "没有证据证明。") for point in open_points(case)}
        re_examine(case_id=case.pk, answers=answers, actor=handler, at=at)
    case.refresh_from_db()
    return case


def drafted(case: Case, *, kind: str = "penalty", day: date = HEARD, **changes: Any) -> DecisionDraft:
    """The draft of a decision."""
    with on(day, 15) as at:
        return prepare_draft(case_id=case.pk, kind=kind, proposal=a_proposal(**changes), actor=handler_of(case), at=at)


def exempted(case: Case, *, day: date = SIGNED) -> Case:
    """The draft was found to need no legal review, and the head of unit confirmed it."""
    draft = case.drafts.order_by("-pk").first()
    with on(day, 10) as at:
        exempt_from_review(case_id=case.pk, draft_id=draft.pk, actor=person_of(case.body, "unit_head"), at=at)
    case.refresh_from_db()
    return case


@remembered
def a_case_ready_to_decide(*, draft: dict[str, Any] | None = None, **facts: Any) -> Case:
    """Heard, drafted, exempt from review: what is left is the approval and the decision."""
    case = a_heard_case(**facts)
    drafted(case, **(draft or {}))
    case.refresh_from_db()
    return exempted(case)


def discussed(case: Case, *, kind: str = "penalty", day: date = SIGNED, signed: bool = True, **told: Any) -> Case:
    """Two heads of the body discussed the draft, and signed the record."""
    heads = list(accounts_holding("agency_head", case.body, day))
    while len(heads) < LOCAL["collective_discussion_persons"]:
        heads.append(an_account(role="agency_head", body=case.body, named=f"副局长{len(heads)}"))
    vote = {"changed": "against"}.get(told.get("conclusion", ""), "for")
    known = {
        "way": "meeting", "matter": "违法延长工作时间一案如何处理。", "conclusion": "agreed", "conclusion_words": "按代拟稿处罚。",
        "place": "三楼会议室", "presided_by": heads[0].public_id, "recorder_name": "林静", "others": ["赵文斌"],
        "said": {head.public_id: Said(vote, "事实清楚，同意。") for head in heads},
    } | told  # fmt: skip
    with on(day, 14) as at:
        held = discuss_collectively(case_id=case.pk, kind=kind, meeting=Meeting(**known), actor=handler_of(case), at=at)
        if signed:
            attach_signed_page(
                document_id=held.document_id, content=PAGE, file_name="讨论记录.pdf", actor=handler_of(case), at=at
            )
    case.refresh_from_db()
    return case


def decision_signed(
    case: Case, *, kind: str = "penalty", day: date = DECIDED, hour: int = 9, overdue_reason: str = "",
    recording_note: str = NO_FILM,
) -> Case:  # fmt: skip
    """The approval form goes through all its places; the last signature decides."""
    with on(day, hour) as at:
        approval = request_decision(
            case_id=case.pk,
            kind=kind,
            opinion="建议决定。",
            actor=handler_of(case),
            at=at,
            overdue_reason=overdue_reason,
            recording_note=recording_note,
        )
    approve(approval, case.body, day, hour=hour + 1)
    case.refresh_from_db()
    return case


@remembered
def a_decided_case(**facts: Any) -> Case:
    """A penalty decision is made, not yet served."""
    return decision_signed(a_case_ready_to_decide(**facts))


@remembered
def a_served_case(**facts: Any) -> Case:
    """The decision is served; the term of payment runs."""
    return served(a_decided_case(**facts), "penalty_decision", SERVED)


def the_decision(case: Case) -> Decision:
    """The newest decision of a case."""
    return case.decisions.order_by("-pk").first()

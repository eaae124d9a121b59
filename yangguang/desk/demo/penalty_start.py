"""Penalty cases of the county from the proposal to the end of the investigation."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from yangguang.cases.api import Case, Opening, PartyFacts, prior_violations, verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.films import filmed
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.work import Work
from yangguang.records.api import attach_signed_page

RECEIPT = "proof_of_service"


def filled(work: Work, template: str) -> str:
    """A sentence of the violation's pattern with this case's facts."""
    first, last = work.refs["violated"]
    month = f"{first:%Y年%-m月}至{last:%-m月}" if first.year == last.year else f"{first:%Y年%-m月}至{last:%Y年%-m月}"
    checked = f"{last + journal.ONE_DAY:%Y年%-m月}"
    return template.format(month=month, workers=work.plan["workers"], name=work.employer.name, checked=checked)


def whole_months(day: date, pattern: dict[str, Any]) -> tuple[date, date]:
    """When it went on: the calendar months that were over so many days before the day it was found."""
    last = (day - timedelta(days=pattern["ended"])).replace(day=1) - journal.ONE_DAY
    return (last - timedelta(days=pattern["lasted"])).replace(day=1), last


def asked(work: Work) -> Story:
    """The handler proposes to open."""
    yield work.at(0, 9)
    work.refs["violated"] = whole_months(work.day, work.plan["pattern"])
    work.refs["opening"] = verbs.request_opening(
        opening=opening_of(work), opinion="违法线索清楚，属于本机关管辖，建议立案调查。", actor=work.case_handler,
        at=journal.now(),
    )  # fmt: skip


def opening_of(work: Work) -> Opening:
    """What the proposal says."""
    pattern, (first, last), employer = work.plan["pattern"], work.refs["violated"], work.employer
    party = PartyFacts(
        kind="organisation", name=employer.name, code=employer.code, legal_representative=employer.representative,
        address=employer.address, phone=employer.phone,
    )  # fmt: skip
    office, bodies = work.office, work.county.bodies
    return Opening(
        body_ref=work.body.public_id, unit_ref=work.unit.public_id, kind=office["kind"],
        acting_body_ref=bodies[office["acting"]].public_id if "acting" in office else "",
        title=pattern["title"], field=office["field"], area=work.body.region_name,
        matter_code=pattern["matter"], violation_code=pattern["code"], facts=filled(work, pattern["facts"]),
        source=pattern["source"], discovered_on=work.day, reported_on=work.day, violation_began_on=first,
        violation_ended_on=last, parties=(party,), officer_refs=tuple(o.public_id for o in work.officers),
    )  # fmt: skip


def opened(work: Work) -> Story:
    """The head of unit agrees; the case has its number."""
    yield work.at(0, 15)
    work.sign(work.refs["opening"], work.unit_head, "同意立案。")
    work.refs["case"] = Case.objects.filter(parties__code=work.employer.code).latest("pk").pk


def investigated(work: Work) -> Story:
    """Inquiry with signed record, evidence, verification, facts found."""
    pattern, case_id = work.plan["pattern"], work.refs["case"]
    yield work.at(2, 9)
    at = journal.now()
    record = verbs.interview(
        case_id=case_id, person=work.employer.representative, person_role="party", place=work.employer.address,
        ended_at=at.occurred_at, questions=_questions(work), officers=work.officers, certificate_shown=True,
        proves=filled(work, pattern["proves"]), actor=work.case_handler, at=at,
    )  # fmt: skip
    yield work.at(0, 11)
    signed(work, "interview_record")
    yield work.at(0, 15)
    sheet = verbs.collect_evidence(
        case_id=case_id, kind="documentary_evidence", name=filled(work, pattern["evidence"]), source="当事人提供",
        officers=work.officers, proves=filled(work, pattern["proves"]), obtained_on=work.day, certificate_shown=True,
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    filmed(work, "询问和调取证据")
    yield work.at(2, 14)
    at = journal.now()
    for one in (record, sheet):
        verbs.judge_evidence(
            case_id=case_id, evidence_ref=one.public_id, verified=True, words="与原件核对一致，来源合法，内容真实。",
            actor=work.case_handler, at=at,
        )  # fmt: skip
    facts = [(filled(work, pattern["facts"]), [record.public_id, sheet.public_id])]
    verbs.find_facts(case_id=case_id, facts=facts, actor=work.case_handler, at=at)


def signed(work: Work, kind: str) -> None:
    """The signed scan of the newest paper of a kind is put with it."""
    paper = work.newest(kind)
    attach_signed_page(
        document_id=paper.pk, content=work.signed_page, file_name=f"{paper.title}签名页.pdf"[-80:],
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip


def _questions(work: Work) -> list[tuple[str, str]]:
    said = [(filled(work, question), filled(work, answer)) for question, answer in work.plan["pattern"]["said"]]
    return [
        (f"我们是{work.office['who']}的执法人员，这是我们的证件，请过目。你是否看清？", "看清了。"),
        ("你有权申请回避，有义务如实回答询问。你是否申请回避？", "不申请。"),
        ("请说明你的身份和职务。", f"我是{work.employer.name}的法定代表人{work.employer.representative}。"),
        *said,
        ("以上情况有无补充？", "没有补充，愿意配合改正。"),
    ]


def concluded(work: Work) -> Story:
    """The report of the investigation."""
    yield work.at(2, 15)
    verbs.conclude_investigation(
        case_id=work.refs["case"], actor=work.case_handler, at=journal.now(), circumstances=circumstances(work),
        content={
            "nature": f"{work.plan['pattern']['title']}。", "basis": work.plan["pattern"]["basis"], "gains": "无",
            "circumstances": work.plan["pattern"].get("conduct", "调查期间配合检查，及时改正。"), "suggestion": _suggestion(work),
        },
    )  # fmt: skip


def circumstances(work: Work) -> dict[str, Any]:
    """What discretion asks about."""
    before = prior_violations(work.case, work.case_handler)
    known = {
        "workers": work.plan["workers"], "prior_violations": before.count if before else 0, "rectified": True,
        "harm": "minor", "gains_fen": 0,
    }  # fmt: skip
    return known | work.plan["pattern"].get("circumstances", {}) | work.plan.get("circumstances", {})


def _suggestion(work: Work) -> str:
    if "suggestion" in work.plan["pattern"]:
        return str(work.plan["pattern"]["suggestion"])
    if work.plan.get("ends") == "no_penalty":
        return "初次违法，后果轻微，已经及时改正，建议不予行政处罚并予以教育。"
    if work.plan.get("ends") == "annulled":
        return "复核发现登记材料保存在总公司，建议撤销立案。"
    return "建议依法给予行政处罚。"

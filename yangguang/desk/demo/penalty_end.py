"""Penalty cases of the county from the prior notice to the archive."""

from __future__ import annotations

from typing import Any

from yangguang.base import local_values
from yangguang.base.events import SYSTEM
from yangguang.cases.api import DecisionDraft, StatementPoint, verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_start import RECEIPT, filled, signed
from yangguang.desk.demo.work import Work
from yangguang.legal_review.api import exempt_from_review, request_review
from yangguang.records.api import attach_signed_page, documents_of, evidence_of, render_document


def proposal(work: Work) -> dict[str, Any]:
    """What is proposed and in the end imposed, with tier and reasons."""
    pattern, workers = work.plan["pattern"], work.plan["workers"]
    rate = pattern.get("fixed") or next(row for row in pattern["per_worker"] if workers <= row["up_to"])
    found = work.plan.get("weighs", {})
    fine_fen = found.get("yuan", rate["yuan"]) * 100 * (1 if "fixed" in pattern else workers)
    return {
        "penalties": pattern["penalties"], "fine_fen": fine_fen, "basis": pattern["basis"],
        "reasons": f"{pattern['breach']}构成{pattern['title']}。",
        "discretion": {
            "tier": rate["tier"], "reasons": _weighed(workers, rate, found), "leniency": "lighter" if found else "",
        },
        "rectification": {"status": "done", "note": filled(work, pattern["rectified"])},
        "illegal_gains": {"fen": 0, "note": "无违法所得。"}, "additional_fine": True,
        "fulfilment": "自收到本决定书之日起按缴款要求缴纳罚款。", "judged": _judged(work),
    }  # fmt: skip


def _weighed(workers: int, rate: dict[str, Any], found: dict[str, Any]) -> str:
    if "reasons" in rate:
        return str(rate["reasons"])
    if rate["tier"] == "固定额":
        return "法律规定了固定数额。当事人系首次查处，配合调查并已经改正，按规定数额处罚。"
    return (
        f"涉及{workers}名劳动者，系首次查处；调查期间配合检查，已经改正，没有造成人身伤害或者群体性事件，"
        f"按裁量基准“{rate['tier']}”档，"
        + (f"{found['because']}，依法从轻，每人{found['yuan']}元。" if found else f"每人{rate['yuan']}元。")
    )


def _judged(work: Work) -> dict[str, Any]:
    asked = dict.fromkeys(("public_interest", "social_risk", "major_interest", "complex"), False)
    named = {work.plan["judged"]: True} if "judged" in work.plan else {}
    return {**asked, **named, "legal_relations": 1}


def hears(work: Work) -> bool:
    """Whether the fine is of the size that gives a right to be heard."""
    return int(proposal(work)["fine_fen"]) >= int(_local(work, "hearing_threshold_organisation_fen"))


def _local(work: Work, name: str) -> Any:
    return local_values.value(name, chain=work.body.public_id, on=work.day)


def noticed(work: Work) -> Story:
    """The prior notice is made."""
    yield work.at(1, 10)
    (notice,) = verbs.give_prior_notice(
        case_id=work.refs["case"], proposal=proposal(work), hearing_told=hears(work), actor=work.case_handler,
        at=journal.now(),
    )  # fmt: skip
    work.refs["notice"] = notice.public_id


def notified(work: Work) -> Story:
    """The prior notice, served the same day; some parties answer it."""
    yield from noticed(work)
    yield work.at(0, 15)
    _serve(work, "prior_notice")
    if agent := work.plan.get("agent"):
        yield work.at(1, 10)
        _represented(work, agent)
    if work.plan.get("defence"):
        yield work.at(2, 10)
        verbs.record_statement(
            case_id=work.refs["case"], notice_ref=work.refs["notice"], way="written",
            made_by=work.employer.representative, points=work.plan["pattern"]["defence"], actor=work.case_handler,
            at=journal.now(),
        )  # fmt: skip
        signed(work, "statement_record")


def _represented(work: Work, name: str) -> None:
    verbs.appoint_agent(
        case_id=work.refs["case"], party_ref=work.case.parties.get().public_id, paper=work.scan, paper_name="授权委托书.pdf",
        agent=verbs.AgentFacts(name, "general", ["service", "statement"], work.day, position="律师"),
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip


def heard(work: Work) -> Story:
    """The windows are over and every point is answered."""
    after_hearing = work.plan.get("hearing")
    yield work.at(1 if after_hearing else 7 if hears(work) else 5, 9)
    points = StatementPoint.objects.filter(statement__case_id=work.refs["case"], adopted=None).order_by("pk")
    answers = {point.pk: (False, "裁量时已经考虑改正情况，意见不影响违法事实的认定。") for point in points}
    verbs.re_examine(case_id=work.refs["case"], answers=answers, actor=work.case_handler, at=journal.now())


def drafted(work: Work) -> Story:
    """The draft of the decision."""
    yield work.at(0, 15)
    draft(work, "penalty", proposal(work))


def draft(work: Work, kind: str, content: dict[str, Any]) -> DecisionDraft:
    """Write or rewrite a draft."""
    work.refs["draft"] = verbs.prepare_draft(
        case_id=work.refs["case"], kind=kind, proposal=content, actor=work.case_handler, at=journal.now()
    )
    return work.refs["draft"]


def examined(work: Work) -> Story:
    """Below the thresholds: the head of unit confirms that no review is needed."""
    yield work.at(1, 9)
    exempt_from_review(
        case_id=work.refs["case"], draft_id=work.refs["draft"].pk, actor=work.unit_head, at=journal.now()
    )


def sent_to_review(work: Work) -> Story:
    """The draft goes to the legal reviewers."""
    yield work.at(0, 16)
    work.refs["review"] = request_review(
        case_id=work.refs["case"], draft_id=work.refs["draft"].pk, note="材料齐全，请审核。", actor=work.case_handler,
        at=journal.now(), **work.refs.get("line", {}),
    )  # fmt: skip


def decision_asked(work: Work) -> Story:
    """The approval form begins its way."""
    yield work.at(1, 9)
    work.refs["approval"] = verbs.request_decision(
        case_id=work.refs["case"], kind=work.plan.get("ends", "penalty"), opinion="事实清楚、程序合法，建议作出决定。",
        actor=work.case_handler, at=journal.now(), overdue_reason=work.plan.get("late", ""),
        recording_note="询问、调取、送达用执法记录仪摄录，存于采集站。",
    )  # fmt: skip


def unit_signed(work: Work) -> Story:
    """The head of unit agrees."""
    yield work.at(0, 14)
    work.sign(work.refs["approval"], work.unit_head, "拟同意，请局领导审定。")


def decided(work: Work) -> Story:
    """The agency head's signature decides."""
    yield work.at(1, 10)
    work.sign(work.refs["approval"], work.agency_head, "同意。")


def served(work: Work) -> Story:
    """The decision is handed over."""
    yield work.at(2, 10)
    _serve(work, f"{work.plan.get('ends', 'penalty')}_decision")


def _serve(work: Work, kind: str) -> None:
    document_ref = work.newest(kind).public_id
    for party in work.case.parties.order_by("position"):
        verbs.serve_document(
            case_id=work.refs["case"], document_ref=document_ref, party_ref=party.public_id, service=work.served(),
            actor=work.case_handler, at=journal.now(),
        )  # fmt: skip
        signed(work, RECEIPT)


def paid(work: Work) -> Story:
    """The bank's receipt comes in; some pay a part, or late."""
    pays = work.plan.get("pays", "in time")
    yield work.at(16 if pays == "late" else 6, 14)
    fine_fen = int(proposal(work)["fine_fen"])
    amount_fen = fine_fen // 2 if pays == "part" else fine_fen
    verbs.record_payment(
        case_id=work.refs["case"], amount_fen=amount_fen, paid_on=work.day, payee=_local(work, "collecting_agent"),
        receipt_number=f"{work.day:%Y%m%d}{work.number:04d}", actor=work.case_handler, at=journal.now(),
    )  # fmt: skip


def unfulfilled(work: Work) -> Story:
    """Nobody paid; the job of the day marks every case whose term has passed."""
    yield work.at(17, 8)
    verbs.mark_all_unfulfilled(actor=SYSTEM, at=journal.now())


def added(work: Work) -> Story:
    """The head decides that the unpaid fine is added to every day; the decision is handed over."""
    yield work.at(1, 9)
    verbs.impose_additional_fine(decision=work.case.decisions.get(), actor=work.agency_head, at=journal.now())
    yield work.at(1, 10)
    _serve(work, "additional_fine_decision")


def closed(work: Work) -> Story:
    """Nothing is left to do."""
    yield work.at(2, 9)
    ground = "no_penalty" if work.plan.get("ends") == "no_penalty" else "fulfilled"
    ground = "annulled" if "withdrawn_after" in work.plan else ground
    approval = verbs.request_end(
        case_id=work.refs["case"], act="close_case", opinion="各项程序办结，建议结案。", actor=work.case_handler,
        at=journal.now(), ground=ground, summary="决定已经送达并履行，违法行为已经改正。",
        recording_note="询问、送达用执法记录仪摄录，存于采集站。",
    )  # fmt: skip
    yield work.at(1, 9)
    work.sign(approval, work.unit_head, "同意结案。")


def archived(work: Work) -> Story:
    """The papers have been rendered, the signed pages are put with them; the archivist numbers their pages."""
    yield work.at(5, 15)
    for document in documents_of(work.case.public_id):
        render_document(document)
    for paper in verbs.lacking_signatures(work.case):
        attach_signed_page(
            document_id=paper.pk, content=work.signed_page, file_name=f"{paper.title}签名页.pdf"[-80:],
            actor=work.case_handler, at=journal.now(),
        )  # fmt: skip
    verbs.archive_file(case_id=work.refs["case"], actor=work.county.account(work.office["archivist"]), at=journal.now())


def exempted_draft(work: Work) -> Story:
    """First violation, slight, rectified: no penalty, but a lesson (APL-2021:33)."""
    yield work.at(1, 9)
    told = {**work.plan["pattern"]["excused"], "rectified_in_time": work.plan["pattern"]["rectified"]}
    refs = tuple(one.public_id for one in evidence_of(work.case.public_id).filter(excluded_on=None).order_by("pk"))
    verbs.find_circumstances(
        case_id=work.refs["case"], found=[verbs.Circumstance(kind, filled(work, words), refs) for kind, words in told.items()],
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 15)
    draft(
        work, "no_penalty",
        {
            "outcome": "first_violation_exemption", "basis": ["APL-2021:33.1#first_time"], "penalties": [],
            "reasons": filled(work, "当事人初次违法，危害后果轻微并及时改正，依法不予行政处罚。"),
            "education": {"on": work.day.isoformat(), "by": work.team[0], "how": "当面宣讲工作时间和加班的法律规定。"},
            "rectification": {"status": "done", "note": filled(work, work.plan["pattern"]["rectified"])},
            "illegal_gains": {"fen": 0, "note": "无违法所得。"}, "judged": _judged(work),
            "fulfilment": "自觉遵守劳动法律法规。",
        },
    )  # fmt: skip


def annulled(work: Work) -> Story:
    """The opening of the case is annulled: there was nothing to pursue."""
    yield work.at(1, 10)
    approval = verbs.request_end(
        case_id=work.refs["case"], act="annul_case_opening", opinion="建议撤销立案。", actor=work.case_handler,
        at=journal.now(), reason="经查，登记材料由总公司统一保存并已提供，不存在违法事实。",
    )  # fmt: skip
    yield work.at(0, 15)
    work.sign(approval, work.unit_head)
    yield work.at(1, 10)
    work.sign(approval, work.agency_head)


def transferred(work: Work) -> Story:
    """Another county's inspectors are competent: the case goes to them."""
    yield work.at(3, 10)
    verbs.transfer_case(
        case=work.case, to="邻县人力资源和社会保障局", reason="经查，用工地和工资发放地均在邻县，由邻县管辖。",
        papers="案卷材料一册。", actor=work.agency_head, at=journal.now(),
    )  # fmt: skip

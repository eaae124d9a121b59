"""What anybody may try on the penalty line: each act through its use case, its facts sensible as a rule and wrong now and then."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.builders import cases as build
from tests.cases.any_history.world import World
from yangguang.base.models import Approval
from yangguang.cases.circumstances import found_circumstances
from yangguang.cases.standing import open_points
from yangguang.cases.use_cases._hearing_room import ThirdParty
from yangguang.cases.use_cases._meeting import Meeting, Said
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.cases.use_cases.assign_officers import assign_officers
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.conclude_investigation import conclude_investigation
from yangguang.cases.use_cases.decide_recusal import decide_recusal
from yangguang.cases.use_cases.discuss_collectively import discuss_collectively
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.cases.use_cases.give_prior_notice import give_prior_notice
from yangguang.cases.use_cases.hold_hearing import HearingFacts, hold_hearing
from yangguang.cases.use_cases.interview import interview
from yangguang.cases.use_cases.judge_evidence import judge_evidence
from yangguang.cases.use_cases.notify_hearing import notify_hearing
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.record_remedy import record_remedy
from yangguang.cases.use_cases.record_statement import record_statement
from yangguang.cases.use_cases.request_decision import request_decision
from yangguang.cases.use_cases.request_end import request_end
from yangguang.cases.use_cases.request_hearing import request_hearing
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.cases.use_cases.serve_document import ServiceFacts, serve_document
from yangguang.cases.use_cases.sign_approval import decides, sign_approval
from yangguang.cases.use_cases.supplement_investigation import supplement_investigation
from yangguang.cases.use_cases.terminate_hearing import terminate_hearing
from yangguang.cases.use_cases.void_decision import void_decision
from yangguang.cases.use_cases.waive_rights import waive_rights
from yangguang.cases.use_cases.withdraw_hearing_request import withdraw_hearing_request
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.legal_review.api import LegalReview, answer_element, give_review_opinion, request_review
from yangguang.legal_review.rules.elements import ELEMENTS
from yangguang.legal_review.use_cases.exempt_from_review import exempt_from_review
from yangguang.records.api import attach_signed_page, documents_of, evidence_of

LATE = "案情复杂。"
SERVED = ["prior_notice", "penalty_decision", "no_penalty_decision", "notice_of_hearing", "on_the_spot_decision"]
NOTHING = Refused("没有可以办的对象。")


def one_of(w: World, rows: Any) -> Any:
    """Any of these rows; without one there is nothing to try."""
    found = list(rows)
    if not found:
        raise NOTHING
    return w.pick(found)


def a_proposal(w: World) -> dict[str, Any]:
    """What would be imposed: the usual, or more, or less."""
    fine = w.mostly(500000, 0, 100000, 800000, 2100000)
    changes: dict[str, Any] = {} if fine else {"penalties": ["warning"], "additional_fine": False}
    if not w.pick(range(4)):
        changes["judged"] = build.a_proposal()["judged"] | {"public_interest": True}
    weighs = {"harm_reduced": "lighter", "merit": "lighter", "other_heavier": "heavier"}
    found = next((weighs[one.kind] for one in found_circumstances(w.case) if one.kind in weighs), "")
    if found or not w.pick(range(15)):
        chosen = w.mostly(found, "lighter", "")
        changes["discretion"] = build.a_proposal()["discretion"] | {"leniency": chosen}
    return build.a_proposal(fine_fen=fine, **changes)


def _interview(w: World) -> None:
    at = w.moment()
    record = interview(
        case_id=w.case.pk, person="罗玉梅", person_role="party", place="示范县滨河路8号", ended_at=at.occurred_at,
        questions=[("是否安排加班？", "是。")], officers=w.two(), certificate_shown=w.mostly(True, False), proves="加班",
        actor=w.handler(), at=at,
    )  # fmt: skip
    if w.mostly(True, False):
        attach_signed_page(
            document_id=record.document_id,
            content=build.PAGE,
            file_name="笔录.pdf",
            actor=build.handler_of(w.case),
            at=at,
        )


def _collect_evidence(w: World) -> None:
    at = w.moment()
    collect_evidence(
        case_id=w.case.pk, kind="documentary_evidence", name="考勤记录", source=w.mostly("当事人提供", ""), proves="加班",
        officers=w.two(), obtained_on=at.day, certificate_shown=True, actor=w.handler(), at=at,
    )  # fmt: skip


def _judge_evidence(w: World) -> None:
    one = one_of(w, evidence_of(w.case.public_id).filter(verified_on=None).order_by("pk"))
    judge_evidence(
        case_id=w.case.pk, evidence_ref=one.public_id, verified=w.mostly(True, False), words="核对一致。",
        actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _find_facts(w: World) -> None:
    refs = [one.public_id for one in evidence_of(w.case.public_id).order_by("pk")]
    find_facts(case_id=w.case.pk, facts=[("每月加班超过36小时。", refs)], actor=w.handler(), at=w.moment())


def _conclude(w: World) -> None:
    content = {
        "nature": "违法延长工作时间。",
        "basis": build.BASIS,
        "gains": "无",
        "circumstances": "首次。",
        "suggestion": "罚款。",
    }
    conclude_investigation(
        case_id=w.case.pk, content=content, circumstances=build.circumstances(), overdue_reason=LATE, actor=w.handler(),
        at=w.moment(),
    )  # fmt: skip


def _give_notice(w: World) -> None:
    give_prior_notice(
        case_id=w.case.pk, proposal=a_proposal(w), hearing_told=w.pick([True, False]), new_facts=w.mostly("", "又查明40人。"),
        overdue_reason=LATE, actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _serve(w: World) -> None:
    papers = documents_of(w.case.public_id).order_by("-pk")
    paper = one_of(w, w.mostly(papers.filter(kind__in=SERVED), papers)[:1])
    party = w.pick([*w.case.parties.order_by("position")[:1], *w.case.service_recipients.order_by("pk")])
    relation = "reception" if hasattr(party, "position") else "party"
    known = {"recipient": "刘芳", "relation": w.mostly(relation, "other"), "sealed": w.mostly(True, False)}
    left = {"refusal": "拒收。", "witness": w.pick(["", "王社区"])}
    facts = ServiceFacts(
        w.mostly("direct", "left", "post"),
        proof_number=w.mostly("回证1号", ""),
        **known,
        **(left if w.pick([0, 0, 1]) else {}),
    )
    serve_document(
        case_id=w.case.pk, document_ref=paper.public_id, party_ref=party.public_id, service=facts, overdue_reason=LATE,
        actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _notice(w: World) -> Any:
    every = w.case.notices.order_by("-pk")
    return one_of(w, w.mostly(every.exclude(served_on=None), every))


def _record_statement(w: World) -> None:
    record_statement(
        case_id=w.case.pk, notice_ref=_notice(w).public_id, way=w.pick(["written", "oral"]), made_by="罗玉梅",
        points=["加班时间应当扣除午休。"], nothing_to_add=w.pick([True, False]), late_reason=w.pick(["", "住院。"]),
        actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _waive(w: World) -> None:
    waive_rights(
        case_id=w.case.pk, notice_ref=_notice(w).public_id, statement=w.pick([True, False]), hearing=w.pick([True, False]),
        form="written", proof=w.mostly("声明书一份", ""), actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _re_examine(w: World) -> None:
    answers = {point.pk: (w.pick([True, False]), w.mostly("没有证据证明。", "")) for point in open_points(w.case)}
    re_examine(case_id=w.case.pk, answers=w.mostly(answers, {}), actor=w.handler(), at=w.moment())


def _request_hearing(w: World) -> None:
    request_hearing(
        case_id=w.case.pk,
        notice_ref=_notice(w).public_id,
        late_reason=w.pick(["", "住院。"]),
        actor=w.handler(),
        at=w.moment(),
    )


def _withdraw_hearing(w: World) -> None:
    withdraw_hearing_request(case_id=w.case.pk, proof="书面撤回。", actor=w.handler(), at=w.moment())


def _notify_hearing(w: World) -> None:
    day = (w.now + timedelta(days=w.pick([3, 12, 16]))).date()
    notify_hearing(
        case_id=w.case.pk, chair=w.person("legal_reviewer"), set_for=clock.beijing(day, 9), clerk_name="丁宁", place="三楼",
        in_public=w.mostly(True, False), chair_conflicted=w.mostly(False, True), actor=w.person("legal_reviewer"), at=w.moment(),
        third_parties=w.pick([(), (ThirdParty("吴小燕", "加班的职工"),), (ThirdParty("丁宁", ""),)]),
    )  # fmt: skip


def _hold_hearing(w: World) -> None:
    refs = [one.public_id for one in evidence_of(w.case.public_id).order_by("pk")]
    facts = HearingFacts(
        ended_at=w.now, attended_names=("罗玉梅",), agent_names=w.mostly(("张律师",), ("甲", "乙", "丙")), said="质证。",
        third_parties=w.pick([(), [ThirdParty("吴小燕", "加班的职工")], w.mostly((), [ThirdParty("罗玉梅", "本人")])]),
        waived_names=w.pick([(), (), ("吴小燕",)]),
        signing=w.mostly("signed", "refused"), refused_names=w.mostly(("罗玉梅",), ("丁宁",)), refusal_note=w.mostly("拒签。", ""),
        examined_refs=w.mostly(refs, refs[:1], []), points=("应当扣除午休。",), opinion="事实清楚。",
    )  # fmt: skip
    hold_hearing(case_id=w.case.pk, facts=facts, actor=w.person("legal_reviewer"), at=w.moment())


def _sign_record(w: World) -> None:
    paper = one_of(w, documents_of(w.case.public_id).order_by("-pk")[:3])
    attach_signed_page(
        document_id=paper.pk, content=build.PAGE, file_name="页.pdf", actor=build.handler_of(w.case), at=w.moment()
    )


def _terminate_hearing(w: World) -> None:
    terminate_hearing(
        case_id=w.case.pk, reason="当事人中途退出。", good_reason=w.mostly(False, True), actor=w.person("legal_reviewer"),
        at=w.moment(),
    )  # fmt: skip


def _a_draft(w: World) -> Any:
    return one_of(w, w.case.drafts.exclude(kind="disposition").order_by("pk"))


def _exempt(w: World) -> None:
    exempt_from_review(case_id=w.case.pk, draft_id=_a_draft(w).pk, actor=w.person("unit_head"), at=w.moment())


def _request_review(w: World) -> None:
    request_review(case_id=w.case.pk, draft_id=_a_draft(w).pk, note="请审核。", actor=w.handler(), at=w.moment())


def _give_opinion(w: World) -> None:
    review = one_of(w, LegalReview.objects.filter(case=w.case, status="requested"))
    reviewers = [one for one in w.accounts if one.name == "林静"]
    reviewer, at, passes = w.mostly(reviewers[-1], w.person("legal_reviewer")), w.moment(), w.mostly(True, True, False)
    for element in ELEMENTS[: w.mostly(None, 9)]:
        answer_element(
            review_id=review.pk, code=element.code, answer="conforms", reason="符合。", actor=reviewer, at=at
        )
    give_review_opinion(
        review_id=review.pk,
        passes=passes,
        opinion="已审核。",
        grounds=() if passes else ["law"],
        overdue_reason=LATE,
        actor=reviewer,
        at=at,
    )


def _discuss(w: World) -> None:
    heads = [one for one in w.accounts if any(a.role == "agency_head" for a in one.appointments.all())]
    chosen = heads[: w.mostly(2, 1)]
    vote = w.mostly("for", "against", "abstained")
    follows = {"for": "agreed", "against": "changed", "abstained": "undecided"}[vote]
    meeting = Meeting(
        way="meeting", matter="如何处理。", place="会议室", presided_by=chosen[0].public_id if chosen else "", recorder_name="林静",
        conclusion=w.mostly(follows, "agreed"), conclusion_words="按代拟稿。",
        said={head.public_id: Said(vote, "意见已记录。") for head in chosen},
        absent={head.public_id: "出差。" for head in heads if head not in chosen},
    )  # fmt: skip
    held = discuss_collectively(case_id=w.case.pk, kind="penalty", meeting=meeting, actor=w.handler(), at=w.moment())
    if w.mostly(True, False):
        attach_signed_page(
            document_id=held.document_id, content=build.PAGE, file_name="讨论.pdf", actor=build.handler_of(w.case),
            at=w.moment(),
        )  # fmt: skip


def _request_decision(w: World) -> None:
    kind = _a_draft(w).kind
    request_decision(
        case_id=w.case.pk, kind=kind, opinion="建议决定。", overdue_reason=LATE, recording_note=w.mostly(build.NO_FILM, ""),
        actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _sign(w: World) -> None:
    waiting = Approval.objects.filter(file_ref=w.case.public_id, state="pending").order_by("-pk")
    approval = one_of(w, waiting)
    for step in approval.steps.filter(signed_at=None).order_by("order")[: w.pick([1, 3])]:
        signer = w.person(step.role)
        code = w.code(signer) if decides(approval, step.role) and w.mostly(True, False) else ""
        sign_approval(
            approval=approval,
            agrees=w.mostly(True, True, False),
            opinion="同意。",
            code=code,
            actor=signer,
            at=w.moment(),
        )


def _supplement(w: World) -> None:
    supplement_investigation(case_id=w.case.pk, wanted="查明受害人数。", actor=w.person("unit_head"), at=w.moment())


def _assign(w: World) -> None:
    assign_officers(
        case_id=w.case.pk, officers=w.mostly(w.two(), [w.pick(w.officers), w.pick(w.officers)]), reason=w.mostly("轮岗。", ""),
        actor=w.person("unit_head"), at=w.moment(),
    )  # fmt: skip


def _request_recusal(w: World) -> None:
    request_recusal(
        case_id=w.case.pk, officer=w.pick(w.officers), by_officer=False, reason="亲属", actor=w.handler(), at=w.moment()
    )


def _decide_recusal(w: World) -> None:
    row = one_of(w, w.case.recusals.filter(decided_on=None))
    decide_recusal(
        case_id=w.case.pk, recusal_id=row.pk, granted=w.pick([False, False, True]), reason="查明。", actor=w.person("agency_head"),
        at=w.moment(),
    )  # fmt: skip


def _pay(w: World) -> None:
    at = w.moment()
    record_payment(
        case_id=w.case.pk, amount_fen=w.pick([500000, 250000, 100, 60000, 0, 900000]), paid_on=at.day,
        payee=w.mostly("示范县农村商业银行", w.body.name), receipt_number=f"收{w.pick(range(9))}", actor=w.handler(), at=at,
    )  # fmt: skip


def _void(w: World) -> None:
    void_decision(case_id=w.case.pk, reason="写错金额。", actor=w.person("agency_head"), at=w.moment())


def _decision(w: World) -> Any:
    return one_of(w, w.case.decisions.order_by("-pk"))


def _contest(w: World) -> None:
    at, altered = w.moment(), list(w.case.alterations.order_by("pk"))
    contested = w.pick([_decision(w), *altered])
    record_remedy(
        case_id=w.case.pk, decision_ref=contested.public_id, kind=w.pick(["reconsideration", "litigation"]),
        authority="示范县人民政府", number="示政复1号", received_on=at.day, actor=w.handler(), at=at,
    )  # fmt: skip


def _annul(w: World) -> None:
    at = w.moment()
    annul_decision(
        case_id=w.case.pk, decision_ref=_decision(w).public_id, reason="认定有误。", received_on=at.day,
        actor=w.person("agency_head"), at=at,
    )  # fmt: skip


def _end(w: World) -> None:
    if w.mostly(True, False):
        told = {"act": "close_case", "summary": "已经履行。", "recording_note": build.NO_FILM}
        told["ground"] = w.pick(["fulfilled", "nothing_to_fulfil", "no_penalty", "annulled", "disposition"])
    else:
        told = {"act": "annul_case_opening", "reason": "查无违法事实。"}
    request_end(case_id=w.case.pk, opinion="建议。", actor=w.handler(), at=w.moment(), **told)


def _archive(w: World) -> None:
    archive_file(
        case_id=w.case.pk, unsigned_reason=w.mostly("原件另卷保存。", ""), actor=w.person("archivist"), at=w.moment()
    )


ACTS = {
    name.strip("_"): act
    for name, act in globals().items()
    if name.startswith("_") and callable(act) and name not in {"_notice", "_a_draft", "_decision"}
    and getattr(act, "__module__", "") == __name__
}  # fmt: skip

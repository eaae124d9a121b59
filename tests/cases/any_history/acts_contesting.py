"""What anybody may try where a decision is contested: answer for it, hand the answer in, say how it ended, obey, pass an
application on; find what weighs and draft what follows from it.

`answer_remedy` itself is no act of anybody: the signature that agrees to the answer (`sign`) makes it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.cases.any_history.acts import NOTHING, a_proposal, one_of
from tests.cases.any_history.world import World
from yangguang.cases.circumstances import circumstance_rows
from yangguang.cases.rules.exemptions import GROUNDS, borne_out
from yangguang.cases.rules.remedies import OutcomeTerms
from yangguang.cases.use_cases.find_circumstances import Circumstance, find_circumstances
from yangguang.cases.use_cases.forward_application import forward_application
from yangguang.cases.use_cases.prepare_draft import prepare_draft
from yangguang.cases.use_cases.receive_application import receive_application
from yangguang.cases.use_cases.record_performance import record_performance
from yangguang.cases.use_cases.record_remedy_outcome import record_remedy_outcome
from yangguang.cases.use_cases.request_remedy_answer import request_remedy_answer
from yangguang.cases.use_cases.submit_remedy_answer import submit_remedy_answer
from yangguang.records.api import evidence_of

OUTCOMES = [
    "upheld", "annulled", "withdrawn", "ordered_to_remake", "partly_annulled", "partly_annulled", "mediated", "altered",
    "ordered_to_perform", "terminated",
]  # fmt: skip
LATE = "邮路中断。"


def _find_circumstances(w: World) -> None:
    refs = tuple(one.public_id for one in evidence_of(w.case.public_id).filter(excluded_on=None).order_by("pk"))
    weighs = w.mostly("harm_reduced", "merit", "other_heavier")
    excuses = w.pick(GROUNDS).elements
    kinds = w.pick([(weighs,), (weighs,), (), excuses, excuses[1:]])
    words = w.mostly("《劳动保障监察条例》第三十条；已补发工资。", "")
    found = [Circumstance(kind, words, w.mostly(refs, ())) for kind in kinds]
    find_circumstances(case_id=w.case.pk, found=found, actor=w.handler(), at=w.moment())


def _draft(w: World) -> None:
    excused = next((one.outcome for one in borne_out(circumstance_rows(w.case))), "")
    kind = w.mostly("no_penalty" if excused else "penalty", "penalty", "no_penalty", "violation_not_established")
    told = a_proposal(w)
    if kind == "no_penalty":
        outcome = w.mostly(excused, w.pick(GROUNDS).outcome)
        taught = w.mostly({"on": "2026-10-26", "by": "陈立、周敏", "how": "当面教育。"}, {})
        told |= {"outcome": outcome, "penalties": [], "fine_fen": 0, "education": taught}
    prepare_draft(case_id=w.case.pk, kind=kind, proposal=told, actor=w.handler(), at=w.moment())


def _remedy(w: World) -> Any:
    every = w.case.remedies.order_by("-pk")
    return one_of(w, w.mostly(every.filter(outcome="", answer_sent_on=None), every))


def _request_answer(w: World) -> None:
    refs = [one.public_id for one in evidence_of(w.case.public_id).order_by("pk")]
    request_remedy_answer(
        case_id=w.case.pk, remedy_ref=_remedy(w).public_id, applicant="示范锦程制衣有限公司", reasons=w.mostly("事实清楚。", ""),
        basis="《劳动保障监察条例》第二十五条。", asks="请求维持。", evidence_refs=w.mostly(refs[:2], refs, []), opinion="建议答复。",
        actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _outcome(w: World) -> None:
    at, remedy = w.moment(), one_of(w, w.case.remedies.filter(outcome=""))
    refs = [one.public_id for one in w.case.parties.order_by("position")]
    terms = OutcomeTerms(
        penalties=w.pick([None, ("warning", "fine"), ("warning",), ()]), fine_fen=w.pick([None, 300000, 0, 900000]),
        fallen_parties=w.mostly((), tuple(refs[:1]), tuple(refs)), remake=w.pick([True, False]),
        remitted_fen=w.mostly(0, 100), perform=w.mostly("作出答复。", ""),
        perform_by=w.mostly(w.now.date() + timedelta(days=30), None),
    )  # fmt: skip
    outcome = w.pick(OUTCOMES)
    if outcome == "mediated" and remedy.pk % 2:
        terms = replace(terms, remitted_fen=0, pay_by=at.day + timedelta(days=20))
    record_remedy_outcome(
        case_id=w.case.pk, remedy_ref=remedy.public_id, outcome=outcome, terms=terms,
        outcome_paper="示政复决1号", outcome_received_on=at.day, outcome_words="如文书。", in_force=w.mostly(True, False),
        fallen_ground=w.pick(["law", "procedure"]) if remedy.alteration else "", actor=w.handler(), at=at,
    )  # fmt: skip


def _perform(w: World) -> None:
    row = one_of(w, w.case.remedies.filter(outcome="ordered_to_perform"))
    record_performance(
        case_id=w.case.pk, remedy_ref=row.public_id, performed_on=w.now.date() - timedelta(days=w.mostly(0, 40, -1)),
        performed=w.mostly("已经答复。", ""), paper="答复书1号", overdue_reason=w.mostly(LATE, ""), actor=w.handler(),
        at=w.moment(),
    )  # fmt: skip


def _submit_answer(w: World) -> None:
    sent = w.now.date() - w.mostly(timedelta(0), timedelta(days=3), timedelta(days=-3))
    submit_remedy_answer(
        case_id=w.case.pk, remedy_ref=_remedy(w).public_id, sent_on=sent, way=w.mostly("posted", "pigeon"),
        receipt=w.mostly("EMS123", ""), overdue_reason=w.mostly(LATE, ""), actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _receive_application(w: World) -> None:
    decision = one_of(w, w.case.decisions.order_by("-pk"))
    receive_application(
        case_id=w.case.pk, decision_ref=decision.public_id, applicant=f"申请人{w.pick(range(3))}", authority="示范县人民政府",
        received_on=w.now.date() - timedelta(days=w.mostly(0, 1, 90, -1)), actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _forward_application(w: World) -> None:
    every = w.case.handed_in.order_by("-pk")
    row = one_of(w, w.mostly(every.filter(outcome=""), every))
    forward_application(
        case_id=w.case.pk, application_ref=row.public_id, outcome=w.mostly("forwarded", "corrected"), words="事实清楚。",
        receipt=w.mostly("李某签收", ""), overdue_reason=w.mostly(LATE, ""), actor=w.handler(), at=w.moment(),
    )  # fmt: skip


ACTS = {
    name.strip("_"): act
    for name, act in globals().items()
    if name.startswith("_") and callable(act) and name != "_remedy" and getattr(act, "__module__", "") == __name__
}
__all__ = ["ACTS", "NOTHING"]

"""What anybody may try about the term of a decision and after it: make it longer, alter it, answer who supervises, carry it
out, go on as somebody else.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.builders import cases as build
from tests.cases.any_history.acts import NOTHING, one_of
from tests.cases.any_history.world import World
from yangguang.cases.altering import draft_to_review
from yangguang.cases.use_cases.alter_decision import alter_decision
from yangguang.cases.use_cases.answer_supervision import answer_supervision
from yangguang.cases.use_cases.propose_alteration import AlterationPlan, propose_alteration
from yangguang.cases.use_cases.record_execution import CarriedOut, record_execution
from yangguang.cases.use_cases.record_succession import Successor, record_succession
from yangguang.cases.use_cases.record_supervision import OpinionFacts, record_supervision
from yangguang.cases.use_cases.request_head_approval import request_head_approval
from yangguang.legal_review.api import Settlement, exempt_from_review, settle_disagreement


def _decision(w: World) -> Any:
    return one_of(w, w.case.decisions.order_by("-pk"))


def _propose_alteration(w: World) -> None:
    fen, kinds = w.mostly((300000, ("warning", "fine")), (600000, ("warning", "fine")), (0, ("warning",)))
    plan = AlterationPlan(_decision(w).public_id, kinds, fen, w.mostly("人数多算。", ""))
    propose_alteration(case_id=w.case.pk, plan=plan, actor=w.handler(), at=w.moment())


def _exempt_alteration(w: World) -> None:
    draft = draft_to_review(w.case)
    exempt_from_review(
        case_id=w.case.pk, draft_id=draft.pk if draft else one_of(w, w.case.drafts.order_by("-pk")).pk,
        actor=w.person("unit_head"), at=w.moment(),
    )  # fmt: skip


def _alter(w: World) -> None:
    told = w.mostly("告知函1号", "")
    alter_decision(case_id=w.case.pk, court_notice=told, actor=w.person("agency_head"), at=w.moment())


def _supervised(w: World) -> None:
    received = w.now.date()
    opinion = OpinionFacts(
        "opinion",
        "示范县司法局",
        f"示司监〔2026〕{w.pick(range(9))}号",
        received,
        "建议纠正。",
        received + timedelta(days=20),
    )
    record_supervision(case_id=w.case.pk, opinion=opinion, actor=w.handler(), at=w.moment())


def _answer(w: World) -> None:
    row = one_of(w, w.case.supervision_opinions.order_by("-pk"))
    answer_supervision(
        case_id=w.case.pk, opinion_ref=row.public_id, outcome=w.mostly("kept", "altered", "annulled"), answer="已经审查。",
        overdue_reason="等候意见。", actor=w.person("agency_head"), at=w.moment(),
    )  # fmt: skip


def _carry_out(w: World) -> None:
    done = CarriedOut(
        _decision(w).public_id, w.mostly("confiscation_of_gains", "fine"), "paid_in", "缴清。", "缴款书1号"
    )
    record_execution(case_id=w.case.pk, done=done, officers=w.two(), actor=w.handler(), at=w.moment())


def _succeed(w: World) -> None:
    successor = Successor(
        w.case.parties.order_by("pk").first().public_id, w.mostly("merged", "renamed", "vanished"), "示范新锦有限公司",
        "变更通知书", w.now.date() - timedelta(days=1), code=build.a_credit_code(77),
    )  # fmt: skip
    record_succession(case_id=w.case.pk, successor=successor, actor=w.handler(), at=w.moment())


def _longer_term(w: World) -> None:
    request_head_approval(
        case_id=w.case.pk, act="extend_decision_term", days=w.mostly(10, 30, 31, 0), reason=w.mostly("等候鉴定。", ""),
        opinion="建议延长。", actor=w.handler(), at=w.moment(),
    )  # fmt: skip


def _settle(w: World) -> None:
    told = Settlement("依据如下。", w.mostly("同意。", ""), "补充说理。", w.person("agency_head"))
    settle_disagreement(case_id=w.case.pk, settlement=told, actor=w.handler(), at=w.moment())


ACTS = {
    name.strip("_"): act
    for name, act in globals().items()
    if name.startswith("_") and callable(act) and name != "_decision" and getattr(act, "__module__", "") == __name__
}
__all__ = ["ACTS", "NOTHING"]

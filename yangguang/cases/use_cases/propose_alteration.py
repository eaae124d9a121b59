"""Draw up the alteration of a decision that was served (V02): what it says from now on, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from yangguang.base import approvals
from yangguang.cases.altering import alterable, content_now, is_fallen_again
from yangguang.cases.events.remaking import AlterationDrafted
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, CaseKind, Decision, DecisionDraft
from yangguang.cases.norms import fine_out_of_range
from yangguang.cases.other_executions import carried_out_of
from yangguang.cases.owing import fine_now
from yangguang.cases.rules import higher_fine
from yangguang.cases.rules.altering import ALTERATION, GAINS, fault_of, in_words
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.rules.severity import ORDER, in_order
from yangguang.cases.use_cases import penalise_on_the_spot, prepare_draft
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.catalogues.api import BUSINESS_PENALTIES, LICENCE_PENALTIES
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:75.2"
AGAIN = ("ARL-2023:64.2", "AJL-2017:71")


@dataclass(frozen=True)
class AlterationPlan:
    """Which decision, which penalties and sums are left of it, how they are fulfilled, and why it is altered."""

    decision_ref: str
    penalties: tuple[str, ...]
    fine_fen: int
    reasons: str
    fulfilment: str = ""
    confiscated_fen: int | None = None  # None: as much as now


@transaction.atomic
def propose_alteration(
    *, case_id: int, plan: AlterationPlan, actor: Account, at: Moment, seen_version: int | None = None
) -> DecisionDraft:
    """Nothing heavier, nothing that stays the same. A new draft needs its review anew."""
    case = lock_case(case_id, seen_version=seen_version)
    decision = alterable(case).filter(public_id=plan.decision_ref).first()
    if decision is None:
        raise Refused("请选择已经送达的处罚决定。", CLAUSE, field="decision_ref")
    if set(plan.penalties) - set(ORDER):
        raise Refused("请从列表中选择处罚种类。", CLAUSE, field="penalties")
    reasons = worded(plan.reasons, label="变更的理由", field="reasons", most=2000)
    keep_secret(case, {"reasons": reasons, "fulfilment": plan.fulfilment})
    content = _content(case, decision, plan, reasons, at)
    if fault := fault_of(content_now(decision), content, carried_out=carried_out_of(decision)):
        raise Refused(fault.reason, CLAUSE, field=fault.field, remedy=fault.remedy)
    _fine_is_measured(case, decision, content, at)
    if is_fallen_again(decision, content):
        raise Refused("不得以同一事实和理由作出已被撤销的变更。", AGAIN, field="penalties",
                      remedy="请按复议决定、裁判的要求改变处罚的种类或者金额；没有可变更的，不再变更。")  # fmt: skip
    taken = take(Taking(main_flow(case), case, "propose_alteration", actor, at))
    draft = DecisionDraft.objects.select_for_update().filter(case=case, kind=ALTERATION).first()
    draft = draft or DecisionDraft(case=case, kind=ALTERATION, version=0)
    draft.content, draft.digest = content, approvals.digest_of(content)
    draft.version += 1
    draft.prepared_by_ref, draft.prepared_by_name = actor.actor_ref, actor.name
    draft.prepared_at = at.recorded_at
    draft.save()
    event = AlterationDrafted(decision.public_id, decision.number, in_words(content), draft.version, draft.digest)
    announce(taken, event, actor=actor, at=at)
    return draft


def _fine_is_measured(case: Case, decision: Decision, content: dict[str, Any], at: Moment) -> None:
    """Another fine than now lies where the norm with the higher fine puts it, as the first one did (APL-2021:29)."""
    if content["fine_fen"] == fine_now(decision):
        return
    if fault := fine_out_of_range(case, content, at.day):
        raise Refused(fault, higher_fine.CLAUSE, field="fine",
                      remedy="请按罚款数额高的规定填写；情节另有变化应当减轻的，请撤销决定后依法重新处理。")  # fmt: skip


def _content(case: Case, decision: Decision, plan: AlterationPlan, reasons: str, at: Moment) -> dict[str, Any]:
    """The decision with what is altered put in; facts and basis stay, since other ones mean another decision."""
    now = content_now(decision)
    penalties, fine = in_order(plan.penalties), plan.fine_fen
    left = int(now.get("confiscated_fen") or 0) if plan.confiscated_fen is None else plan.confiscated_fen
    confiscated = left if GAINS in penalties else 0
    facts = dict(now.get("review_facts") or {})
    facts |= {
        "fine_fen": fine, "confiscated_fen": confiscated, "licence_penalty": bool(LICENCE_PENALTIES & set(penalties)),
        "business_penalty": bool(BUSINESS_PENALTIES & set(penalties)),
    }  # fmt: skip
    wanted = now | {"penalties": penalties, "fine_fen": fine, "confiscated_fen": confiscated}
    return wanted | {
        "kind": ALTERATION, "alters": decision.public_id, "body_name": case.body.name, "reasons": reasons,
        "fulfilment": plan.fulfilment.strip() or str(now.get("fulfilment") or ""),
        "payment": now.get("payment") or {} if fine else {}, "remedies": _remedies(case, at), "review_facts": facts,
        "altered": [f"原决定（{decision.number}）：{in_words(now)}", f"变更为：{in_words(wanted)}"],
    }  # fmt: skip


def _remedies(case: Case, at: Moment) -> dict[str, str]:
    """Against what was decided on the spot reconsideration still comes first when it is altered."""
    of = penalise_on_the_spot if case.kind == CaseKind.SUMMARY else prepare_draft
    found: dict[str, str] = of.remedies_of(case, at)
    return found

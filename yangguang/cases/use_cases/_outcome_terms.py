"""What the paper that ended a reconsideration or a lawsuit says beyond its kind, kept and carried out."""

from __future__ import annotations

from datetime import date
from typing import Any

from yangguang.cases.altering import content_now
from yangguang.cases.kinds.execution.stages import GOING_ON
from yangguang.cases.models import Decision, DecisionKind, Remedy, RemedyKind
from yangguang.cases.outcomes import change_in_words
from yangguang.cases.owing import execution_of, fine_now, owing_of
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.rules.remedies import (
    CHANGES,
    CLAUSES,
    MEDIATED,
    PARTLY,
    PERFORM,
    OutcomeTerms,
    fault_of_left,
    left_of,
)
from yangguang.cases.rules.wages_left import fault_of_wages, wages_left, wages_of
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._terms_anew import drop_demand_made_ahead, plans_to_end, set_anew, term_of
from yangguang.cases.use_cases.record_altered_fine import put_altered_fine
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

PENALTIES = frozenset({DecisionKind.PENALTY, DecisionKind.ON_THE_SPOT})
CLOCK = "perform_order_by"


def terms_of(
    remedy: Remedy, decision: Decision, outcome: str, terms: OutcomeTerms, *, on: date, at: Moment
) -> dict[str, Any]:
    """The terms as the row keeps them; `on`: the day the paper came. Raises Refused for what no such paper can say."""
    if outcome == PERFORM:
        return _order(remedy, terms)
    if outcome not in CHANGES or not (terms.says_something or outcome == PARTLY):
        return {}
    if remedy.alteration_id is not None:
        raise Refused("只争议变更决定的，没有部分撤销、调解可以登记。", CLAUSES[outcome], field="outcome",
                      remedy="请按对变更决定的处理，选择维持、变更或者撤销。")  # fmt: skip
    fallen = _fallen(decision, terms, outcome)
    _fitting(decision, terms, outcome)
    now, left = _left(decision, terms, outcome, parties_fall=bool(fallen))
    pay_by = term_of(decision, outcome, terms, left=left, after=on)
    if outcome != PARTLY and left == now and not (terms.remitted_fen or pay_by):
        return {}
    _may_remit(decision, terms, outcome, at)
    names = [one["name"] for one in decision.content.get("parties") or () if one.get("ref") in fallen]
    kept = {
        "before": now, "left": left, "fallen_parties": list(fallen), "fallen_names": names,
        "remake": outcome == PARTLY and terms.remake, "remitted_fen": terms.remitted_fen,
    }  # fmt: skip
    return kept | ({"pay_by": pay_by, "plans_ended": plans_to_end(decision)} if pay_by else {})


def follow(remedy: Remedy, decision: Decision, actor: Account, at: Moment) -> str:
    """The fine, what of the additional fine is remitted and the term to pay follow; a term to perform runs. Returns the change
    in words.
    """
    kept = remedy.outcome_terms
    if remedy.outcome == PERFORM:
        court = remedy.kind == RemedyKind.LITIGATION
        run_clocks.start(
            remedy.case, CLOCK, on=remedy.outcome_received_on or at.day, event="收到责令履行的文书", about_ref=remedy.public_id,
            fixed_due_on=date.fromisoformat(kept["perform_by"]), counted_by=CLAUSES[PERFORM][court],
        )  # fmt: skip
        return ""
    if "left" not in kept:
        return ""
    if "fine_fen" in kept["left"]:
        _fine_follows(decision, kept, actor, at)
    if pay_by := kept.get("pay_by"):
        set_anew(remedy, decision, date.fromisoformat(pay_by), actor=actor, at=at)
    changed = kept["before"] != kept["left"] or kept["fallen_parties"] or pay_by
    if "annex" in kept["left"] and changed:
        drop_demand_made_ahead(decision, at=at)
    return change_in_words(remedy) if changed or not kept["left"] else ""


def _left(
    decision: Decision, terms: OutcomeTerms, outcome: str, *, parties_fall: bool
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was imposed or ordered, and what is left of it; nothing of a decision that imposes neither."""
    content = content_now(decision)
    if decision.kind == DecisionKind.DISPOSITION:
        fault = fault_of_wages(content, terms.workers, must_change=outcome == PARTLY)
        now, left = wages_of(content), wages_left(content, terms.workers)
    elif decision.kind in PENALTIES:
        now = left_of(content, OutcomeTerms())
        left = left_of(now, terms)
        fault = fault_of_left(now, left, outcome=outcome, parties_fall=parties_fall)
    else:
        return {}, {}
    if fault:
        raise Refused(fault.reason, CLAUSES[outcome], field=fault.field, remedy=fault.remedy)
    return now, left


def _fitting(decision: Decision, terms: OutcomeTerms, outcome: str) -> None:
    """What workers are paid is said of a disposition alone."""
    if terms.workers and decision.kind != DecisionKind.DISPOSITION:
        raise Refused(
            "这份决定没有责令支付的款项。", CLAUSES[outcome], field="left_wages", remedy="请填写留下的处罚和罚款。"
        )


def _fine_follows(decision: Decision, kept: dict[str, Any], actor: Account, at: Moment) -> None:
    fine, remitted = int(kept["left"]["fine_fen"]), int(kept["remitted_fen"])
    moved = decision.fine_fen and (fine != fine_now(decision) or remitted)
    if moved and execution_of(decision).status in {*GOING_ON, "fulfilled"}:
        put_altered_fine(
            decision=decision, fine_fen=fine, remitted_fen=remitted, actor=actor, at=at, act="follow_outcome"
        )


def _order(remedy: Remedy, terms: OutcomeTerms) -> dict[str, Any]:
    clauses = CLAUSES[PERFORM]
    what = worded(terms.perform, label="责令履行的事项", field="perform", most=1000)
    if terms.perform_by is None or terms.perform_by < remedy.received_on:
        raise Refused(
            "请填写文书指定的履行期限。",
            clauses,
            field="perform_by",
            remedy="复议决定、判决应当写明期限，请照文书填写。",
        )
    return {"perform": what, "perform_by": terms.perform_by.isoformat()}


def _fallen(decision: Decision, terms: OutcomeTerms, outcome: str) -> tuple[str, ...]:
    """The parties for whom it fell. Raises Refused for strangers, and where nobody would be left."""
    every = [one["ref"] for one in decision.content.get("parties") or () if one.get("ref")]
    if outcome != PARTLY or not terms.fallen_parties:
        return ()
    if set(terms.fallen_parties) - set(every):
        raise Refused("请从决定的当事人中选择。", CLAUSES[PARTLY], field="fallen_parties")
    if set(terms.fallen_parties) == set(every):
        raise Refused(
            "对全部当事人都撤销的，结果是撤销。", CLAUSES[PARTLY], field="fallen_parties", remedy="请在结果中选择撤销。"
        )
    return tuple(terms.fallen_parties)


def _may_remit(decision: Decision, terms: OutcomeTerms, outcome: str, at: Moment) -> None:
    if not terms.remitted_fen:
        return
    left = owing_of(decision, on=at.day).additional_left_fen if decision.fine_fen else 0
    if outcome != MEDIATED or not 0 < terms.remitted_fen <= left:
        raise Refused("减免的加处罚款不能超过尚未缴纳的加处罚款。", CLAUSES[MEDIATED], field="remitted_fen",
                      remedy="罚款本金的变化填写在“留下的罚款”；只有调解书可以减免加处罚款。")  # fmt: skip

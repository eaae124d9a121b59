"""What reconsiderations, judgments and mediations left of a decision, and which part of it fell."""

from __future__ import annotations

from datetime import date
from typing import Any

from yangguang.cases.models import Case, Decision, DecisionKind, Remedy
from yangguang.cases.rules.altering import in_words
from yangguang.cases.rules.remedies import PARTLY, part_that_fell
from yangguang.cases.rules.wages_left import SUMS
from yangguang.cases.standing import parties_of_decision, remedies_of
from yangguang.kernel.money import in_figures
from yangguang.kernel.written_days import in_words as in_days


def changes_of(decision: Decision) -> list[Remedy]:
    """The outcomes that say what is left of a decision, in the order they came."""
    rows = sorted(decision.remedies.all(), key=lambda one: one.pk)  # a list may have fetched them already
    return [one for one in rows if one.alteration_id is None and "left" in one.outcome_terms]


def left_by_outcomes(decision: Decision, content: dict[str, Any], *, before: date = date.max) -> dict[str, Any]:
    """The content with no more in it than every outcome left: kinds, fine and what is confiscated; what workers are paid.
    `before`: those whose paper came before a day.
    """
    for one in changes_of(decision):
        left = one.outcome_terms["left"]
        if not left or (one.outcome_received_on or date.min) >= before:
            continue
        if "annex" in left:
            content |= {name: left[name] for name in ("annex", *SUMS)}
            continue
        content["penalties"] = [kind for kind in content.get("penalties") or () if kind in left["penalties"]]
        for name in ("fine_fen", "confiscated_fen"):
            content[name] = min(int(content.get(name) or 0), int(left[name]))
    return content


def fallen_parties_of(decision: Decision) -> set[str]:
    """The parties for whom a decision fell though it stands for others, by public id."""
    return {ref for one in changes_of(decision) for ref in one.outcome_terms.get("fallen_parties") or ()}


def parties_left(decision: Decision) -> set[int]:
    """The parties a decision still is for, by row number."""
    every, fallen = parties_of_decision(decision), fallen_parties_of(decision)
    if not fallen:
        return every
    gone = decision.case.parties.filter(public_id__in=fallen).values_list("pk", flat=True)
    return every - set(gone)


def partly_fallen(case: Case) -> list[Decision]:
    """The decisions of a case of which a part fell that is to be made anew, the newest first."""
    rows = {one.decision_id: one.decision for one in remedies_of(case) if _to_remake(one)}
    return sorted(rows.values(), key=lambda one: -one.pk)


def parts_to_remake(case: Case) -> list[Decision]:
    """Those whose part nobody has begun to make anew since it fell."""
    begun: dict[int, date] = {}
    for one in case.remakes.order_by("pk"):
        begun[one.decision_id] = one.begun_on
    fell: dict[int, date] = {}
    for row in remedies_of(case):
        if _to_remake(row) and row.outcome_received_on is not None:
            fell[row.decision_id] = row.outcome_received_on
    return [one for one in partly_fallen(case) if one.pk not in begun or begun[one.pk] < fell[one.pk]]


def fallen_content(decision: Decision) -> dict[str, Any]:
    """What fell of a decision: all of it, or the part the newest outcome took out. What is made anew is held against it."""
    parts = [one for one in changes_of(decision) if one.outcome == PARTLY]
    if not parts or decision.status not in STANDING:
        return dict(decision.content)
    terms = parts[-1].outcome_terms
    part = part_that_fell({**decision.content, **terms["before"]}, terms["left"])
    fallen = set(terms.get("fallen_parties") or ())
    if not part["penalties"]:  # nothing fell but for some of the parties
        part = {**decision.content, **terms["before"]}
    if fallen:
        part["parties"] = [one for one in decision.content.get("parties") or () if one.get("ref") in fallen]
    return part


def papers_of(decision: Decision) -> set[str]:
    """The papers that changed a decision."""
    return {one.outcome_paper for one in changes_of(decision)}


def change_in_words(one: Remedy) -> str:
    """警告；罚款 5,000.00 元变更为警告，缴款期限重新确定为2026年12月31日."""
    terms = one.outcome_terms
    before, left = terms["before"], terms["left"]
    parts = [f"{_imposed(before)}变更为{_imposed(left)}"] if before != left else []
    if names := terms.get("fallen_names"):
        parts.append(f"对{'、'.join(names)}不再有效")
    if remitted := terms.get("remitted_fen"):
        parts.append(f"减免加处罚款 {in_figures(remitted)} 元")
    if day := terms.get("pay_by"):
        what = "履行" if one.decision.kind == DecisionKind.DISPOSITION else "缴款"
        parts.append(f"{what}期限重新确定为{in_days(date.fromisoformat(day))}")
    return "，".join(parts) or str(one.outcome_words)


STANDING = frozenset({"decided", "served"})


def _imposed(content: dict[str, Any]) -> str:
    return f"支付 {in_figures(content['total_fen'])} 元" if "annex" in content else in_words(content)


def _to_remake(one: Remedy) -> bool:
    return one.outcome == PARTLY and bool(one.outcome_terms.get("remake")) and one.decision.status in STANDING

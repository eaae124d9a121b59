"""The norms a proposal names as its basis that threaten a fine, each with its range for this case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yangguang.cases.models import Case, PartyKind
from yangguang.cases.rules.higher_fine import CLAUSE, Norm, is_measured, says
from yangguang.catalogues.api import ListKind, find_in_force, standards_in_force
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused
from yangguang.statutes import Clause, NotInForce, UnknownClause, clause
from yangguang.statutes.ranges import money_range

FINES = ("fine", "rate")  # how clauses name what they threaten; 加付赔偿金 and the like are no fines
COUNTS = {
    "worker": ("workers", "受害劳动者人数"), "worker_month": ("worker_months", "童工人月数"),
    "person": ("responsible_persons", "责任人人数"),
}  # fmt: skip
EACH_PERSON = "person"


def threatening(basis: Iterable[str], day: date) -> list[tuple[Clause, str]]:
    """The clauses of a basis that threaten a fine, each once, with the name of the value."""
    found = []
    for one in dict.fromkeys(basis):
        try:
            kept = clause(one).on(day)
        except (NotInForce, UnknownClause):
            continue  # whether a basis was in force at all is another gate's question
        found += [(kept, name) for name in FINES if name in kept.values][:1]
    return found


def norms_of(case: Case, share: Mapping[str, Any], day: date) -> list[Norm]:
    """What each clause threatens the parties of a share with. Raises Refused where a fact needed to compare is missing."""
    acted_on = case.violation_ended_on or day
    found = _of_the_addressee(threatening(share.get("basis") or (), acted_on), _persons(case, share))
    if len(found) < 2:
        return []
    facts = {**case.circumstances, "responsible_persons": max(1, len(_persons(case, share)))}
    bases = _bases(case, day)
    norms = []
    for one, name in found:
        base = facts.get(bases.get(one.id, ""))
        people = _people(one.value(name).per, facts)
        span = money_range(one, name, people=people, base_fen=None if base is None else int(base))
        norms.append(Norm(one.id, span.low_fen, span.high_fen))
    return norms


def fine_out_of_range(case: Case, share: Mapping[str, Any], day: date) -> str:
    """Why a fine lies outside the range of the norm with the higher fine, in words; empty where it does not."""
    fine, discretion = int(share.get("fine_fen") or 0), share.get("discretion") or {}
    norms = norms_of(case, share, day) if fine else []
    mitigated = discretion.get("leniency") == "mitigated"
    several = bool(str(discretion.get("several_acts") or "").strip())
    if not norms or is_measured(fine, norms, mitigated=mitigated, several_acts=several):
        return ""
    if several:
        return f"罚款 {in_figures(fine)} 元超出各项规定罚款上限之和。"
    return f"同一违法行为违反多个规定，应当按照罚款数额高的规定处罚（{says(norms)}），罚款 {in_figures(fine)} 元不在这一幅度以内。"


def _people(per: str, facts: Mapping[str, Any]) -> int:
    if per not in COUNTS:
        return 1
    fact, words = COUNTS[per]
    people = int(facts.get(fact) or 0)
    if people < 1:
        raise Refused(f"还缺少比较罚款数额所需的事实：{words}。", CLAUSE, remedy="请在调查报告中写明后再确定罚款。")
    return people


def _persons(case: Case, share: Mapping[str, Any]) -> list[str]:
    """The persons a share is for, where it is for nobody else."""
    kinds = {one.public_id: one.kind for one in case.parties.all()}
    named = [party["ref"] for party in share.get("parties") or ()] or list(kinds)
    return named if all(kinds.get(ref) == PartyKind.PERSON for ref in named) else []


def _of_the_addressee(found: list[tuple[Clause, str]], persons: list[str]) -> list[tuple[Clause, str]]:
    """A fine on each responsible person and one on the employer are no two fines on one party."""
    personal = [(one, name) for one, name in found if one.value(name).per == EACH_PERSON]
    others = [pair for pair in found if pair not in personal]
    return (personal or others) if persons else (others or personal)


def _bases(case: Case, day: date) -> dict[str, str]:
    """Which fact a share of something is a share of, by clause, as the body's standards say."""
    if find_in_force(ListKind.DISCRETION_STANDARDS, case.body, day) is None:
        return {}
    return {ref: one.statutory.base for one in standards_in_force(case.body, day) for ref in one.basis}

"""Which decisions are major and go to legal review: decided by the facts and the adopted catalogue alone (L05)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from yangguang.catalogues.rules import conditions
from yangguang.catalogues.rules.conditions import AnyOf

SWITCH_CLAUSE = "TSO-2018:review_scope"


STATUTORY = "APL-2021:58.1"


@dataclass(frozen=True)
class ReviewFacts:
    """What the catalogue asks about a decision about to be made. Nothing has a default: an unasked question is not a no."""

    party_kind: str
    fine_fen: int
    confiscated_fen: int
    licence_penalty: bool
    business_penalty: bool
    hearing_held: bool
    public_interest: bool
    social_risk: bool
    major_interest: bool
    complex: bool
    legal_relations: int
    outside_standard: bool
    summary_procedure: bool


@dataclass(frozen=True)
class Criterion:
    """One row of the catalogue: a circumstance, when it is met, and its clauses."""

    code: str
    circumstance: str
    clauses: tuple[str, ...]
    when: AnyOf
    official: bool = True
    source: str = ""


@dataclass(frozen=True)
class Reason:
    """Why a decision is major: the clause and the words for the review form."""

    clause: str
    text: str
    code: str = ""


def is_major(criteria: Iterable[Criterion], facts: ReviewFacts, *, all_but_summary: bool = False) -> list[Reason]:
    """Every reason why the decision needs legal review; none means it does not. Raises Refused when a fact is unknown."""
    known = asdict(facts)
    found = []
    for criterion in criteria:
        met = conditions.any_holds(criterion.when, known)
        if met is not None:
            why = conditions.group_says(met)
            text = criterion.circumstance if why == criterion.circumstance else f"{criterion.circumstance}（{why}）"
            found.append(Reason(criterion.clauses[0], text, criterion.code))
    if all_but_summary and not facts.summary_procedure:
        found.append(Reason(SWITCH_CLAUSE, "本机关规定简易程序以外的执法决定都要审核"))
    return found or [Reason(STATUTORY, words) for holds, words in _by_statute(facts) if holds]


def _by_statute(facts: ReviewFacts) -> list[tuple[bool, str]]:
    """What the law itself sends to review, also where a catalogue leaves it out (APL-2021:58.1)."""
    return [
        (facts.public_interest, "涉及重大公共利益"), (facts.hearing_held, "经过听证程序"),
        (facts.complex or facts.legal_relations > 1, "案件情况疑难复杂、涉及多个法律关系"),
    ]  # fmt: skip

"""What changed between the violation and today, so that the two rules have to be compared (APL-2021:37)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yangguang.base.guards import asked_once
from yangguang.cases.models import Case
from yangguang.catalogues.api import Edition, ListKind, Standard, find_in_force, standards_in_force
from yangguang.statutes import NotInForce, UnknownClause, clause


def changed_since(case: Case, basis: Iterable[str], day: date) -> list[str]:
    """Clauses and the discretion standard that read otherwise on `day` than when the violation ended, in words."""
    acted_on = case.violation_ended_on or case.violation_began_on
    if acted_on is None or acted_on >= day:
        return []
    found = [clause(one).cite() for one in basis if _reads_otherwise(one, acted_on, day)]
    if _edition(case, acted_on) == _edition(case, day):
        return found
    before, now = _standard(case, acted_on), _standard(case, day)
    return [*found, "行政处罚裁量基准"] if before and now and _rule(before) != _rule(now) else found


def _reads_otherwise(clause_id: str, then: date, now: date) -> bool:
    try:
        return clause(clause_id).on(then) != clause(clause_id).on(now)
    except (NotInForce, UnknownClause):
        return False  # whether a basis was in force at all is another gate's question


def _edition(case: Case, day: date) -> Edition | None:
    return find_in_force(ListKind.DISCRETION_STANDARDS, case.body, day)


@asked_once
def _standard(case: Case, day: date) -> Standard | None:
    if _edition(case, day) is None:
        return None
    return next((one for one in standards_in_force(case.body, day) if one.code == case.violation_code), None)


def _rule(standard: Standard) -> tuple[object, ...]:
    return (standard.measure, standard.statutory, standard.tiers)

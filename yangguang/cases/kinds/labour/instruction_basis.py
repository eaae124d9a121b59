"""Which clauses an instruction may rest on: the power to order, and those of the case's violation and matter."""

from __future__ import annotations

from datetime import date

from yangguang.cases.models import Case
from yangguang.catalogues.api import matters_in_force, standards_in_force
from yangguang.kernel.refusal import Refused
from yangguang.statutes import clause, clause_ids

POWER = "LSR-2004:18.1"
WAGES = ("LSR-2004:26#compensation", "LCL-2012:85")  # what follows when an order to pay is not heeded


def basis_of(case: Case, on: date) -> list[str]:
    """Every clause that may be cited: the power first, then the violation's, the matter's, those about unpaid wages."""
    wages = WAGES if case.workers.filter(removed_on=None).exists() else ()
    found = dict.fromkeys((POWER, *_of_violation(case, on), *_of_matter(case, on), *wages))
    return [one for one in found if one in clause_ids()]


def likely_basis(case: Case, on: date) -> list[str]:
    """What is ticked beforehand: everything but the clauses only the matter names."""
    wages = WAGES if case.workers.filter(removed_on=None).exists() else ()
    likely = {POWER, *_of_violation(case, on), *wages}
    return [one for one in basis_of(case, on) if one in likely]


def in_words(clause_id: str) -> str:
    """A clause as the form offers it."""
    found = clause(clause_id)
    return f"《{found.law.citation}》{found.article}（{found.topic}）"


def _of_violation(case: Case, on: date) -> tuple[str, ...]:
    try:
        return next((row.basis for row in standards_in_force(case.body, on) if row.code == case.violation_code), ())
    except Refused:
        return ()


def _of_matter(case: Case, on: date) -> tuple[str, ...]:
    try:
        return next((tuple(row.basis) for row in matters_in_force(case.body, on) if row.code == case.matter_code), ())
    except Refused:
        return ()

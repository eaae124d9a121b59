"""Which clauses an instruction may rest on: the power to order, and those of the case's violation and matter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yangguang.cases.models import Case, CaseKind
from yangguang.catalogues.api import Matter, find_matter, matters_in_force, standards_in_force
from yangguang.kernel.refusal import Refused
from yangguang.statutes import clause, clause_ids

POWER = "LSR-2004:18.1"
POWER_OF_PENALTY = "APL-2021:28.1"  # whoever may punish orders to rectify
UNPAID = ("LL-2018:50",)  # what was broken where wages are owed
WAGES = ("LSR-2004:26#compensation", "LCL-2012:85")  # what follows when an order to pay is not heeded


def basis_of(case: Case, on: date) -> list[str]:
    """Every clause that may be cited: the power first, then the violation's, the matter's, those about unpaid wages."""
    broken, follows = (UNPAID, WAGES) if case.workers.filter(removed_on=None).exists() else ((), ())
    found = dict.fromkeys((_power_of(case), *broken, *_of_violation(case, on), *_of_matter(case, on), *follows))
    return [one for one in found if one in clause_ids()]


def likely_basis(case: Case, on: date) -> list[str]:
    """What is ticked beforehand: everything but the clauses only the matter names."""
    wages = (*UNPAID, *WAGES) if case.workers.filter(removed_on=None).exists() else ()
    likely = {_power_of(case), *_of_violation(case, on), *wages}
    return [one for one in basis_of(case, on) if one in likely]


def orders_come_first(case: Case, on: date) -> bool:
    """Whether the case's matter asks for an order to rectify before a penalty, or one was made already."""
    try:
        known = find_matter(case.body, case.matter_code, on)
    except Refused:
        known = None
    return (known is not None and known.orders_first) or case.instructions.exists()


def in_words(clause_id: str) -> str:
    """A clause as the form offers it."""
    found = clause(clause_id)
    return f"《{found.law.citation}》{found.article}（{found.topic}）"


def _power_of(case: Case) -> str:
    return POWER if case.kind == CaseKind.LABOUR else POWER_OF_PENALTY


def _of_violation(case: Case, on: date) -> tuple[str, ...]:
    try:
        return next((row.basis for row in standards_in_force(case.body, on) if row.code == case.violation_code), ())
    except Refused:
        return ()


def _of_matter(case: Case, on: date) -> tuple[str, ...]:
    return next((tuple(row.basis) for row in _matters(case, on) if row.code == case.matter_code), ())


def _matters(case: Case, on: date) -> Sequence[Matter]:
    try:
        return matters_in_force(case.body, on)
    except Refused:
        return ()

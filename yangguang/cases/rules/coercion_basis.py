"""Which clause may carry a sealing-up or seizure: a law or regulation that gives this body the power, and no other paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yangguang.statutes import NotInForce, UnknownClause, clause

GRANTING_LEVELS = frozenset({"法律", "行政法规", "地方性法规"})
GENERAL_LAW = "ACL-2011"  # says how a measure is taken, gives nobody the power
WITHOUT_THE_POWER = frozenset({"LSR-2004:15.1"})  # what a labour inspection may do; neither sealing-up nor seizure


def grants_the_power(basis: Iterable[str], on: date) -> bool:
    """At least one clause of law or regulation in force that may give the power."""
    return any(_grants(one, on) for one in basis)


def names_the_measure(matter: str, measure: str) -> bool:
    """The entry of the body's list says this very measure: a power to seal up is none to seize."""
    return measure in matter


def _grants(clause_id: str, on: date) -> bool:
    if clause_id in WITHOUT_THE_POWER or clause_id.startswith(f"{GENERAL_LAW}:"):
        return False
    try:
        found = clause(clause_id).on(on)
    except (UnknownClause, NotInForce):
        return False
    return found.law.level in GRANTING_LEVELS

"""Which clause holds where provisions differ: nation, province, city; both sides are kept so a page can say why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from yangguang.statutes.clause import Clause, NotInForce
from yangguang.statutes.library import all_clauses, clause

NATION = "000000"


@dataclass(frozen=True)
class Overlay:
    """The clause that governs, the national one, everything considered from the nation downward, and why."""

    governing: Clause
    national: Clause
    considered: tuple[Clause, ...]
    level: str
    why: str


def governing(clause_id: str, *, region: str, on: date) -> Overlay:
    """The clause that governs a matter in a region (GB/T 2260 code) on a day; the nearest provision goes first."""
    national = clause(clause_id)
    local = [
        found for found in _overriding().get(clause_id, ()) if covers(found.law.region, region) and _holds(found, on)
    ]
    local.sort(key=lambda found: found.law.region.rstrip("0"))
    considered = (national, *local)
    if local:
        nearest = local[-1]
        return Overlay(nearest, national, considered, "region", f"{nearest.cite()}对{national.topic}另有规定")
    return Overlay(national, national, considered, "nation", f"{national.cite()}，本地没有另行规定")


def overriding(clause_id: str) -> tuple[Clause, ...]:
    """Every regional clause that takes the place of a national one somewhere."""
    return _overriding().get(clause_id, ())


def covers(area: str, region: str) -> bool:
    """Does a provision of this area hold in the region: 370000 in 370281, 370200 in 370281, but not 370100?"""
    stem = area.rstrip("0")
    stem += "0" * (len(stem) % 2)
    return area == NATION or region.startswith(stem)


def _holds(found: Clause, on: date) -> bool:
    try:
        found.on(on)
    except NotInForce:
        return False
    return True


@cache
def _overriding() -> Mapping[str, tuple[Clause, ...]]:
    """Regional clauses by the national clause each of them takes the place of."""
    found: dict[str, list[Clause]] = {}
    for local in all_clauses():
        for national_id in local.overrides:
            found.setdefault(national_id, []).append(local)
    return {national_id: tuple(clauses) for national_id, clauses in found.items()}

"""What changed in a clause after a day: its text or numbers, its end, or a provision of the region that takes its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from yangguang.statutes.clause import Clause
from yangguang.statutes.library import UnknownClause, clause, part_ids
from yangguang.statutes.overlays import covers, overriding

NEXT_DAY = timedelta(days=1)


class LawChangeKind(StrEnum):
    """What happened to a clause that somebody rests on."""

    AMENDED = "amended"
    REPEALED = "repealed"
    LOCAL = "local"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class LawChange:
    """One change: which clause as it is cited, what happened, from which day, and in whose place the other one stands."""

    clause: str
    kind: LawChangeKind
    on: date
    by: str = ""

    def says(self) -> str:
        """The change in one sentence."""
        day = f"{self.on:%Y年%-m月%-d日}"
        match self.kind:
            case LawChangeKind.AMENDED:
                return f"{self._cited()}已修改，新条文{day}起施行。"
            case LawChangeKind.REPEALED:
                return f"{self._cited()}{day}起不再施行。"
            case LawChangeKind.LOCAL:
                return f"{clause(self.by).cite()}{day}起施行，对{self._cited()}另有规定。"
        return f"法条库中已经没有{self.clause}。"

    def _cited(self) -> str:
        return clause(self.clause).cite()


def changes_of(clause_id: str, *, since: date, until: date, region: str) -> tuple[LawChange, ...]:
    """What happened to a clause after `since` up to `until` in a region (GB/T 2260 code). One that is not in force on `until`
    any more is named whenever it ended.
    """
    try:
        parts = [clause(one) for one in part_ids(clause_id)]
    except UnknownClause:
        return (LawChange(clause_id, LawChangeKind.UNKNOWN, since),)
    found: set[LawChange] = set()
    for part in parts:
        versions = (part, *part.earlier)
        found |= {
            LawChange(clause_id, LawChangeKind.AMENDED, day) for day in _amended(versions) if since < day <= until
        }
        ended = _ended(versions, until)
        if ended is not None:
            found.add(LawChange(clause_id, LawChangeKind.REPEALED, ended))
        found |= {
            LawChange(clause_id, LawChangeKind.LOCAL, local.in_force, local.id)
            for local in overriding(part.id)
            if covers(local.law.region, region) and local.in_force and since < local.in_force <= until
        }
    return tuple(sorted(found, key=lambda one: (one.on, one.kind, one.by)))


def _amended(versions: tuple[Clause, ...]) -> list[date]:
    """The days on which one version follows another."""
    days = [one.in_force for one in versions if one.in_force is not None]
    open_start = len(days) < len(versions)
    return [day for day in days if open_start or day > min(days)]


def _ended(versions: tuple[Clause, ...], on: date) -> date | None:
    """The day after the last one on which any version was in force; None while one is in force, or none has begun."""
    if any((one.in_force is None or one.in_force <= on) and (one.until is None or on <= one.until) for one in versions):
        return None
    ends = [one.until for one in versions if one.until is not None and one.until < on]
    return max(ends) + NEXT_DAY if ends else None

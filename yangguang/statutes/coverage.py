"""The register of kept law: by code, by people, computable only, or not yet – and which clauses this release must keep."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from yangguang.statutes import keepers
from yangguang.statutes.clause import TIME_UNITS, Clause
from yangguang.statutes.library import HERE, all_clauses

BY_CODE, PARTLY, BY_PEOPLE, COMPUTABLE, NOT_YET = "by code", "partly by code", "by people", "computable", "not yet"
LABELS = {
    BY_CODE: "由程序保证",
    PARTLY: "部分由程序保证",
    BY_PEOPLE: "由人落实，有页面提醒或记录",
    COMPUTABLE: "能计算，还没有接入办案",
    NOT_YET: "还没有",
}


@dataclass(frozen=True)
class Coverage:
    """How one clause is kept."""

    clause: Clause
    status: str
    keeper: str
    in_scope: bool


def coverage() -> tuple[Coverage, ...]:
    """Every clause with its keeper. Contexts register theirs on import: call `keepers.gather` first."""
    scope = in_scope()
    return tuple(Coverage(clause, _status(clause), _keeper(clause), clause.id in scope) for clause in all_clauses())


@cache
def in_scope() -> frozenset[str]:
    """The clauses the main line must keep."""
    raw = tomllib.loads((HERE / "scope.toml").read_text(encoding="utf-8"))
    return frozenset(clause_id for ids in raw.values() for clause_id in ids)


def uncovered() -> tuple[str, ...]:
    """Clauses in scope that nobody keeps."""
    return tuple(row.clause.id for row in coverage() if row.in_scope and row.status in {NOT_YET, PARTLY, COMPUTABLE})


def listing() -> list[dict[str, object]]:
    """The register as plain rows, for `yangguang clauses` and the reference page."""
    return [
        {
            "id": row.clause.id,
            "citation": row.clause.cite(),
            "topic": row.clause.topic,
            "text": row.clause.text,
            "values": {name: _written(clause=row.clause, name=name) for name in row.clause.values},
            "kind": row.clause.kind,
            "local": row.clause.local,
            "region": row.clause.law.region,
            "in_force": row.clause.in_force.isoformat() if row.clause.in_force else None,
            "until": row.clause.until.isoformat() if row.clause.until else None,
            "checked": row.clause.checked.isoformat() if row.clause.checked else None,
            "sure": row.clause.sure,
            "status": row.status,
            "keeper": row.keeper,
            "in_scope": row.in_scope,
        }
        for row in coverage()
    ]


def _written(clause: Clause, name: str) -> str:
    value = clause.values[name]
    number = f"{value.low}-{value.high}" if value.amount is None else str(value.amount)
    return f"{number} {value.unit}"


def _keeper(clause: Clause) -> str:
    gates = (f"gate {name} ({keepers.GATES[name]})" for name in keepers.gates_of(clause.gates))
    return keepers.keeper_of(clause.id) or "; ".join(gates)


def _status(clause: Clause) -> str:
    if clause.id in keepers.KEPT_BY or clause.id in keepers.CLOCKS_OF:
        return BY_CODE
    if clause.id in keepers.KEPT_BY_PEOPLE:
        return BY_PEOPLE
    if answered := keepers.gates_of(clause.gates):
        return BY_CODE if answered == clause.gates else PARTLY
    if clause.kind == "deadline" and any(value.unit in TIME_UNITS for value in clause.values.values()):
        return COMPUTABLE
    return NOT_YET

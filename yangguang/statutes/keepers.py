"""Which code keeps which clause. Every clause has one keeper; a second one is a mistake found at import."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import ParamSpec, TypeVar

from yangguang.statutes.library import clause_ids

P = ParamSpec("P")
R = TypeVar("R")

MARKS = ("@keeps(", "keeps_clocks(", "kept_by_people(", "@gate(")

KEPT_BY: dict[str, Callable[..., object]] = {}
CLOCKS_OF: dict[str, str] = {}
KEPT_BY_PEOPLE: dict[str, str] = {}
GATES: dict[str, str] = {}


def keeps(*clause_ids_kept: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark the one function that keeps these clauses."""

    def mark(function: Callable[P, R]) -> Callable[P, R]:
        for clause_id in clause_ids_kept:
            _free(clause_id, f"{function.__module__}.{function.__qualname__}")
            KEPT_BY[clause_id] = function
        return function

    return mark


def keeps_clocks(owner: str, *clause_ids_kept: str) -> None:
    """Say that a context starts these clocks; their days are computed by `statutes.deadlines`."""
    for clause_id in clause_ids_kept:
        _free(clause_id, owner)
        CLOCKS_OF[clause_id] = owner


def kept_by_people(page: str, *clause_ids_kept: str) -> None:
    """Say that people keep these clauses, and which page reminds them or records what they did."""
    for clause_id in clause_ids_kept:
        _free(clause_id, page)
        KEPT_BY_PEOPLE[clause_id] = page


def keeps_gate(name: str, owner: str) -> None:
    """Say who answers a gate. Clause files name the gates that keep them, so one gate may keep several clauses."""
    GATES[name] = owner


def gates_of(clause_gates: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a clause's gates that somebody answers."""
    return tuple(name for name in clause_gates if name in GATES)


def keeper_of(clause_id: str) -> str:
    """The name of a clause's keeper, or an empty string."""
    function = KEPT_BY.get(clause_id)
    if function is not None:
        return f"{function.__module__}.{function.__qualname__}"
    return CLOCKS_OF.get(clause_id, "") or KEPT_BY_PEOPLE.get(clause_id, "")


def gather(package: ModuleType) -> None:
    """Import every module of a package that keeps a clause, so that the register is whole."""
    for root in map(Path, package.__path__):
        for file in sorted(root.rglob("*.py")):
            if any(mark in file.read_text(encoding="utf-8") for mark in MARKS):
                importlib.import_module(".".join([package.__name__, *file.relative_to(root).with_suffix("").parts]))


def _free(clause_id: str, wanted_by: str) -> None:
    if clause_id not in clause_ids():
        raise LookupError(f"{wanted_by} keeps {clause_id}, which is not a clause")
    holder = keeper_of(clause_id)
    if holder and holder != wanted_by:
        raise LookupError(f"{clause_id} is kept by {holder} and by {wanted_by}: a clause has one keeper")

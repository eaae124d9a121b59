"""The gate socket: may this step be taken now? Named questions that stage tables ask; upper contexts plug some of them.

Gates fail closed: a table naming an unplugged gate, a plug nobody names, or two plugs for one gate stop the process
from starting (checks.py). A gate that raises anything counts as not held.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any

from yangguang.base import guards
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused, Verdict
from yangguang.statutes.keepers import keeps_gate


@dataclass(frozen=True)
class Attempt:
    """An act somebody asks for: on which case, which act, by whom, when, and what it would bring (`given`)."""

    case: Any
    act: str
    actor: Any
    at: Moment
    given: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Gate:
    """One named question. `ask` returns an empty string when it holds, else the exact refusal in Chinese."""

    name: str
    label: str
    clauses: tuple[str, ...]
    ask: Callable[[Attempt], str]
    remedy: str = ""
    warns_only: bool = False


_gates: dict[str, Gate] = {}
_doubly: set[str] = set()


def gate(
    name: str, *, label: str, clauses: tuple[str, ...], remedy: str = "", warns_only: bool = False
) -> Callable[[Callable[[Attempt], str]], Callable[[Attempt], str]]:
    """Plug a gate: the decorated function answers "" or a refusal sentence."""

    def plug(ask: Callable[[Attempt], str]) -> Callable[[Attempt], str]:
        if name in _gates and _gates[name].ask.__qualname__ != ask.__qualname__:
            _doubly.add(name)
        _gates[name] = Gate(name, label, clauses, ask, remedy, warns_only)
        keeps_gate(name, ask.__module__)
        return ask

    return plug


def plugged() -> dict[str, Gate]:
    """Every plugged gate by name."""
    return dict(_gates)


def doubly_plugged() -> set[str]:
    """Names that two functions claim."""
    return set(_doubly)


def judge(names: tuple[str, ...], attempt: Attempt) -> tuple[Verdict, ...]:
    """Every gate's answer, in order: what fails and what already holds."""
    with (
        guards.asking() if getattr(attempt.case, "pk", None) else nullcontext()
    ):  # a case that is yet to be opened is known by nothing
        return tuple(_answer(name, attempt) for name in names)


def _answer(name: str, attempt: Attempt) -> Verdict:
    found = _gates.get(name)
    if found is None:
        return Verdict(name, name, False, "这个条件现在无法检查，不能办理。", (), "请联系系统管理员。")
    try:
        reason = found.ask(attempt)
    except Refused as refusal:
        return Verdict(
            name, found.label, False, refusal.reason, refusal.clauses or found.clauses, refusal.remedy or found.remedy
        )
    except Exception:  # a check that cannot be made is a closed gate
        return Verdict(
            name, found.label, False, "这个条件现在无法检查，不能办理。", found.clauses, "请联系系统管理员。"
        )
    holds = not reason or found.warns_only
    return Verdict(name, found.label, holds, reason, found.clauses, found.remedy, found.warns_only)

"""Writes the gates: what each asks, which acts ask it, under which clauses, what it says when it does not hold."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from structure.reference.markdown import cited, head, table
from structure.reference.sentences import argument, refusals, sentences_of
from yangguang.cases import gates
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.presentation.flowcharts import NAMES

COLUMNS = ("关口", "问什么", "哪些事项要问", "依据", "不符合时怎么说", "怎么办")


def page() -> str:
    """The whole page."""
    told = "关口按程序表逐项询问，任何一项不符合或者无法检查，事项都不予办理。句中“…”是办理时填入的内容。"
    rows = (_row(gate) for _, gate in sorted(gates.plugged().items()))
    return head("关口", source="程序表和各模块的 `@gate` ", told=told) + "\n" + table(COLUMNS, rows)


def _row(gate: gates.Gate) -> tuple[str, ...]:
    asked = "；".join(
        f"{NAMES[flow.name]}：{'、'.join(dict.fromkeys(acts))}"
        for flow in FLOWS.values()
        if (acts := [step.label for step in flow.steps if gate.name in step.gates])
    )
    label = f"{gate.label}（只提醒）" if gate.warns_only else gate.label
    return f"`{gate.name}`", label, asked, cited(gate.clauses), "<br>".join(_sentences(gate)), gate.remedy


def _sentences(gate: gates.Gate) -> list[str]:
    return list(dict.fromkeys(_said(gate.ask)))


def _said(ask: Callable[..., object], depth: int = 2) -> Iterator[str]:
    """What a function says no with; where it hands on another function's answer, what that one says."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(ask)))
    returned = [node.value for node in ast.walk(tree) if isinstance(node, ast.Return)]
    for node in [*returned, *(argument(call, "reason", 0) for call in refusals(tree))]:
        yield from sentences_of(node)
    for leaf in (leaf for answer in returned for leaf in _leaves(answer)):
        asked = _function(leaf.func, ask) if isinstance(leaf, ast.Call) else None
        if asked and depth:
            yield from _said(asked, depth - 1)


def _leaves(node: ast.expr | None) -> Iterator[ast.expr]:
    """The expressions one of which is the answer."""
    several = [node.body, node.orelse] if isinstance(node, ast.IfExp) else getattr(node, "values", [])
    if isinstance(node, ast.IfExp | ast.BoolOp):
        yield from (leaf for one in several for leaf in _leaves(one))
    elif node is not None:
        yield node


def _function(name: ast.expr, asker: Callable[..., object]) -> Callable[..., object] | None:
    """The function of ours a call means, looked up where the asker stands."""
    first, *rest = ast.unparse(name).split(".")
    found: Any = inspect.getmodule(asker).__dict__.get(first)
    for part in rest:
        found = getattr(found, part, None)
    return found if inspect.isfunction(found) and found.__module__.startswith("yangguang.") else None

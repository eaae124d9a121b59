"""Sentences read off the source: what a function says when it refuses, with "…" where it fills something in."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def sentences_of(node: ast.AST | None) -> list[str]:
    """Every sentence an expression can come to; a part known only when it runs reads "…"."""
    match node:
        case ast.Constant(value=str() as words):
            return [words] if words else []
        case ast.JoinedStr(values=parts):
            return ["".join(_piece(part) for part in parts)]
        case ast.IfExp(body=one, orelse=other):
            return [*sentences_of(one), *sentences_of(other)]
        case ast.BoolOp(values=several):
            return [words for one in several for words in sentences_of(one)]
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return [a + b for a in sentences_of(left) or ["…"] for b in sentences_of(right) or [""]]
    return []


def known(node: ast.expr | None, path: Path) -> ast.expr | None:
    """The expression itself, or what it stands for where it names a constant of its module or of one imported there."""
    if not isinstance(node, ast.Name | ast.Attribute):
        return node
    found: Any = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for name in ast.unparse(node).split("."):
        found = getattr(found, name, None)
    return ast.Constant(found)


def refusals(tree: ast.AST) -> Iterator[ast.Call]:
    """Every `Refused(…)` of a tree, in the order of its lines."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "Refused"]
    yield from sorted(found, key=lambda call: (call.lineno, call.col_offset))


def argument(call: ast.Call, name: str, place: int | None = None) -> ast.expr | None:
    """An argument of a call, by its name or its place."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    return call.args[place] if place is not None and len(call.args) > place else None


def _piece(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "…"

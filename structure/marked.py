"""Which tests carry a mark of ours: `@pytest.mark.duty("D06")`, `@pytest.mark.history("P9.12")`, also on one of its cases."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def tests_marked(marker: str) -> dict[str, list[str]]:
    """What the mark names → the tests that carry it, as pytest names them: a whole file by `pytestmark`, or one test."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            name = str(path.relative_to(ROOT))
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                marks, name = node.decorator_list, f"{name}::{node.name}"
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark":
                marks = [node.value]
            else:
                continue
            for named in dict.fromkeys(_named(marks, marker)):
                found[named].append(name)
    return dict(found)


def _named(marks: list[ast.expr], marker: str) -> list[str]:
    return [
        argument.value
        for mark in marks
        for call in ast.walk(mark)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == f"pytest.mark.{marker}"
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]

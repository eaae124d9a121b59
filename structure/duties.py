"""Writes into yangguang/base/duties.toml which tests prove which duty: those marked @pytest.mark.duty("D06")."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DUTIES = ROOT / "yangguang" / "base" / "duties.toml"


def marked_tests() -> dict[str, list[str]]:
    """Duty → the tests marked with it, as pytest names them: a whole file by `pytestmark`, or one test."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            name = str(path.relative_to(ROOT))
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                marks, name = node.decorator_list, f"{name}::{node.name}"
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark":
                marks = node.value.elts if isinstance(node.value, ast.List) else [node.value]
            else:
                continue
            for duty in _duties_of(marks):
                found[duty].append(name)
    return dict(found)


def _duties_of(marks: list[ast.expr]) -> list[str]:
    return [
        argument.value
        for mark in marks
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.duty"
        for argument in mark.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def with_tests(text: str, marked: dict[str, list[str]]) -> str:
    """The duties with the tests of each written afresh; everything else stands as it is."""
    lines: list[str] = []
    duty, skipping = "", False
    for line in text.splitlines():
        if heading := re.fullmatch(r"\[([A-Z]\d+)\]", line):
            duty = heading[1]
        if line.startswith("tests = ["):
            tests = marked.get(duty, [])
            lines += ["tests = [", *(f'    "{test}",' for test in tests), "]"] if tests else ["tests = []"]
            skipping = line == "tests = ["
        elif skipping:
            skipping = line != "]"
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def main() -> None:
    """Bring the tests of every duty up to date."""
    DUTIES.write_text(with_tests(DUTIES.read_text(encoding="utf-8"), marked_tests()), encoding="utf-8")


if __name__ == "__main__":
    main()

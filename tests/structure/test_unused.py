"""Nothing lies unused: what a module offers is named somewhere else, in the product or at least in a test of its own."""

import ast
import re
from collections import Counter

from tests.structure.source import PACKAGE, ROOT, place, python_files, syntax_tree, templates

ASKED_BY_NAME = {"apps.py", "web.py"}  # by Django and by the web server


def words():
    files = python_files("yangguang", "config", "structure", "tests", "bench", migrations=True)
    files += [*templates(), ROOT / "pyproject.toml"]
    return Counter(word for path in files for word in re.findall(r"\w+", path.read_text(encoding="utf-8")))


def offered():
    """What modules define at their outermost level without a decorator that registers it."""
    for path in python_files():
        for node in [] if path.name in ASKED_BY_NAME else syntax_tree(path).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.decorator_list:
                yield path, node, node.name
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                yield path, node, node.targets[0].id


def test_nothing_a_module_defines_lies_unused():
    counted = words()
    assert not [
        f"{place(path, node)} {name}" for path, node, name in offered() if counted[name] == 1 and name[0] != "_"
    ]


def test_every_context_is_looked_at():
    assert {path.relative_to(PACKAGE).parts[0] for path, _, _ in offered()} >= {"base", "cases", "kernel", "portal"}

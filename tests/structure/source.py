"""The source tree as the structure tests read it: files, syntax trees, contexts. Grows with the tree."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "yangguang"
GROUND = {"kernel", "statutes", "base"}


def python_files(*folders: str, migrations: bool = False) -> list[Path]:
    """Every Python file under the folders (default: the product), without migrations unless asked for."""
    found = [path for folder in folders or ("yangguang",) for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in found if migrations or "migrations" not in path.parts]


@cache
def syntax_tree(path: Path) -> ast.Module:
    """The parsed file."""
    return parsed(path.read_text(encoding="utf-8"), str(path))


def parsed(code: str, name: str = "<test>") -> ast.Module:
    """A syntax tree whose nodes know their parents."""
    tree = ast.parse(code, filename=name)
    for parent in ast.walk(tree):
        for child in ast.iter_child_nodes(parent):
            child.parent = parent
    return tree


def place(path: Path, node: ast.AST | None = None) -> str:
    """Where something is, clickable: file:line from the repository root."""
    return f"{path.relative_to(ROOT)}:{node.lineno}" if node is not None else str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    """Every function and method of a file."""
    for node in ast.walk(syntax_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def templates() -> list[Path]:
    """Every template of the product."""
    return sorted(PACKAGE.glob("*/templates/**/*.html")) + sorted(PACKAGE.glob("*/templates/**/*.txt"))


def contexts() -> list[str]:
    """Every package of the product above the ground floor."""
    return sorted(p.parent.name for p in PACKAGE.glob("*/__init__.py") if p.parent.name not in GROUND)

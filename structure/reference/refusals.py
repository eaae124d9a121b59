"""Writes the refusals: every sentence the platform says no with, its clause, and what it tells people to do."""

import ast
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from structure.reference.markdown import cited, head, table
from structure.reference.sentences import argument, known, refusals, sentences_of
from yangguang.statutes import clause_ids

PACKAGE = Path(__file__).parents[2] / "yangguang"
COLUMNS = ("在哪里", "怎么说", "依据", "怎么办")
Row = tuple[str, ...]


def page() -> str:
    """The whole page, a table for each package."""
    told = "每一次不予办理都有一句话、尽可能有法条、有办法。关口的拒绝另见[关口](gates.md)。句中“…”是办理时填入的内容。"
    written = [head("不予办理", source="各模块的 `Refused(…)` ", told=told)]
    for context, rows in groupby(_rows(), key=lambda found: found[0]):
        written.append(f"\n## {context}\n\n{table(COLUMNS, (row for _, row in rows))}")
    return "".join(written)


def _rows() -> Iterator[tuple[str, Row]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE)
        for call in refusals(ast.parse(path.read_text(encoding="utf-8"))):
            for words in sentences_of(known(argument(call, "reason", 0), path)):
                remedy = "<br>".join(sentences_of(known(argument(call, "remedy"), path)))
                yield place.parts[0], (f"`{'/'.join(place.parts[1:])}`", words, _clauses(call), remedy)


def _clauses(call: ast.Call) -> str:
    known = set(clause_ids())
    named = [node.value for node in ast.walk(call) if isinstance(node, ast.Constant) and node.value in known]
    return cited(dict.fromkeys(str(id) for id in named))

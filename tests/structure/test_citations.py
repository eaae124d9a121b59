"""Every clause the product or a test names exists in the statutes."""

import ast
import re

from tests.structure.source import ROOT, place, python_files, syntax_tree, templates
from yangguang.statutes import clause_ids

CITATION = re.compile(r"(?<![\w-])[A-Z][A-Z_]+(?:-[A-Z]+)*-\d{4}:\d[\w.]*(?:#\w+)?")
KNOWN = set(clause_ids())
# The structure tests and those of the statutes make citations up in order to see them refused.
MADE_UP = {ROOT / "tests" / "structure", ROOT / "tests" / "statutes"}


def unknown(text):
    """Cited ids that are no clause, nor the article or paragraph some clause belongs to."""
    for cited in CITATION.findall(text):
        bare = cited.rstrip(".")
        if bare not in KNOWN and not any(known.startswith((f"{bare}.", f"{bare}#")) for known in KNOWN):
            yield bare


def strings(path):
    for node in ast.walk(syntax_tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, node.value


def test_every_clause_named_in_code_exists():
    files = [p for p in python_files("yangguang", "tests") if not MADE_UP & set(p.parents)]
    assert not [
        f"{place(path, node)} {cited}" for path in files for node, text in strings(path) for cited in unknown(text)
    ]


def test_every_clause_named_in_a_template_exists():
    assert not [f"{place(p)} {cited}" for p in templates() for cited in unknown(p.read_text(encoding="utf-8"))]


def test_citation_of_a_clause_that_does_not_exist_is_found():
    assert list(unknown("依据 APL-2021:999.9，退回。")) == ["APL-2021:999.9"]
    assert not list(unknown("APL-2021:48.2"))

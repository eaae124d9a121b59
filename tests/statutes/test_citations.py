"""Every clause the code, the templates and the tests cite exists."""

from __future__ import annotations

import re
from pathlib import Path

from yangguang.statutes import UnknownClause, clause, statute

ROOT = Path(__file__).parents[2]
CITED = re.compile(r"""["'`（(]([A-Z]{2,}(?:-[A-Z]+)*-(?:\d{4}|WPI):[0-9a-z][0-9a-z_.-]*(?:#[a-z_]+)?)["'`）)]""")
# Ids that tests use because they do not exist.
NOT_CLAUSES = {"APL-2021:999", "XXX-2000:1"}


def _cited() -> dict[str, Path]:
    files = [
        file for folder in ("yangguang", "tests") for kind in ("*.py", "*.html") for file in (ROOT / folder).rglob(kind)
    ]
    return {found: file for file in files for found in CITED.findall(file.read_text(encoding="utf-8"))}


def test_every_cited_clause_exists() -> None:
    unknown = {}
    for clause_id, file in _cited().items():
        try:
            clause(clause_id)
        except UnknownClause:
            unknown[clause_id] = str(file.relative_to(ROOT))

    assert {found: file for found, file in unknown.items() if found not in NOT_CLAUSES} == {}


def test_citations_are_found_at_all() -> None:
    assert "APL-2021:48.2" in _cited()
    assert statute("APL-2021").citation == "行政处罚法"

"""The column kind that cites clauses: by the ids the statutes keep them under."""

from __future__ import annotations

from yangguang.catalogues.lists import columns
from yangguang.catalogues.lists.columns import Column


def clauses(name: str, label: str, *, required: bool = True) -> Column:
    """Clause ids."""
    return columns.words(name, label, required=required, hint="条款编号，如 LSR-2004:25#fine，多条用顿号隔开")

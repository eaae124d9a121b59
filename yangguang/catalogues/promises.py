"""What a body's own list says of publishing decisions: within how many working days, and for how long (D15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.base.guards import asked_once
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.queries import find_in_force, rows_in_order
from yangguang.catalogues.rules.shelf_life import months_named
from yangguang.directory.api import Body


@dataclass(frozen=True)
class Promise:
    """One row: `source` names list, edition and row; `workdays` until it is public, `months` it stays so when it says one."""

    source: str
    workdays: int
    months: int | None


@asked_once
def promise_for(clause_id: str, body: Body, on: date) -> Promise | None:
    """The first row of the list in force on a day that cites the clause a decision is published under; None without one."""
    edition = find_in_force(ListKind.POST_ENFORCEMENT_PUBLICATION, body, on)
    for row in rows_in_order(edition) if edition else ():
        if clause_id in row.columns.get("basis", ()):
            return Promise(f"{edition} {row.code}", int(row.columns["limit"]), months_named(row.columns["shelf_life"]))
    return None

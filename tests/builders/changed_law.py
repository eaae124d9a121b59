"""A law that changes in the middle of a test: the clause files stay as they are, what is read of them does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from yangguang.statutes import changes, library


def amend(monkeypatch, clause_id: str, *, on: date) -> None:
    """The clause gets new words from a day on; what it said before ends the day before."""
    now = library.clause(clause_id)
    before = replace(now, text="旧条文", until=on - timedelta(days=1))
    _read_as(monkeypatch, clause_id, replace(now, in_force=on, earlier=(before,)))


def repeal(monkeypatch, clause_id: str, *, last: date) -> None:
    """The clause is in force for the last time on a day."""
    _read_as(monkeypatch, clause_id, replace(library.clause(clause_id), until=last))


def _read_as(monkeypatch, clause_id, changed):
    read = changes.clause
    monkeypatch.setattr(changes, "clause", lambda wanted: changed if wanted == clause_id else read(wanted))

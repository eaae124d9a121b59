"""How rows of lists and their differences are laid out for pages; pages only place what this prepares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yangguang import statutes
from yangguang.catalogues.lists.clause_column import not_in_force
from yangguang.catalogues.lists.columns import Column
from yangguang.catalogues.lists.definition import ListDefinition
from yangguang.catalogues.models import Entry
from yangguang.kernel.row_changes import ChangeKind, Piece, RowChange, pieces

OFFICIAL_LABEL = "性质"
FILES_LABEL = "示范文本文件"


@dataclass(frozen=True)
class Cell:
    """One cell: clauses to cite, or lines of text."""

    label: str
    lines: tuple[str, ...]
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True)
class ColumnChange:
    """One column, or one tier, of a changed row, before and after."""

    label: str
    kind: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True)
class ChangedEntry:
    """One row of a comparison with what changed in it."""

    code: str
    subject: str
    kind: str
    clauses: tuple[str, ...]
    changes: tuple[ColumnChange, ...]
    why: str = ""


def cell(definition: ListDefinition, column: Column, row: Mapping[str, Any]) -> Cell:
    """One column of a stored row laid out; parts of one article are cited once."""
    if column.cites:
        first: dict[str, str] = {}
        for clause_id in row[column.name]:
            first.setdefault(statutes.clause(clause_id).cite(), clause_id)
        return Cell(column.label, (), tuple(first.values()))
    unit = definition.column(column.unit_column).show(row[column.unit_column]) if column.unit_column else ""
    return Cell(column.label, tuple(f"{line}{unit}" for line in column.show(row[column.name]).split("\n") if line))


def table_rows(
    definition: ListDefinition, entries: Iterable[Entry], flagged: Mapping[str, list[str]], changed: Mapping[str, Any]
) -> list[Any]:
    """Entries as the table of an edition shows them; `flagged` names rows whose basis is no longer in force, `changed` what
    waits to be dealt with.
    """
    shown = [definition.column(name) for name in definition.table_columns if name != definition.subject_column]
    return [
        {
            "entry": entry,
            "subject": definition.subject_of(entry.columns),
            "cells": [cell(definition, column, entry.columns) for column in shown],
            "lapsed": flagged.get(entry.code, []),
            "changed": changed.get(entry.code, []),
        }
        for entry in entries
    ]


def all_cells(definition: ListDefinition, entry: Entry) -> list[Cell]:
    """Every filled column of an entry, for its own page."""
    units = {c.unit_column for c in definition.columns}
    shown = [c for c in definition.columns if c.name != definition.subject_column and c.name not in units]
    cells = [cell(definition, c, entry.columns) for c in shown]
    return [one for one in cells if one.lines or one.clauses]


def changed_entries(definition: ListDefinition, rows: Iterable[RowChange], on: date | None) -> list[ChangedEntry]:
    """A comparison ready to be placed; `on` is the day the newer edition starts, for saying why a row fell."""
    return [_changed_entry(definition, row, on) for row in rows]


def _changed_entry(definition: ListDefinition, row: RowChange, on: date | None) -> ChangedEntry:
    stored = row.after or row.before or {}
    cited = tuple(i for c in definition.columns if c.cites for i in stored[c.name])
    lapsed = not_in_force(list(cited), on) if row.kind is ChangeKind.REMOVED and on else []
    return ChangedEntry(
        code=row.code,
        subject=definition.subject_of(stored),
        kind=row.kind.value,
        clauses=cited,
        changes=tuple(_column_changes(definition, row)),
        why=f"依据已废止：{'、'.join(lapsed)}" if lapsed else "",
    )


def _column_changes(definition: ListDefinition, row: RowChange) -> Iterator[ColumnChange]:
    for column in definition.columns:
        whole = row.kind is not ChangeKind.CHANGED
        if column.name not in row.columns or (whole and (column.cites or column.name not in definition.table_columns)):
            continue
        before = column.show(row.before[column.name]) if row.before else ""
        after = column.show(row.after[column.name]) if row.after else ""
        if column.keyed:
            yield from _line_changes(before, after)
        elif before != after and (row.kind is ChangeKind.CHANGED or column.name != definition.subject_column):
            yield _change(column.label, before, after)
    before, after = _files(row.before), _files(row.after)
    if before != after:
        yield _change(FILES_LABEL, before, after)
    if row.kind is ChangeKind.CHANGED and "official" in row.columns and row.before and row.after:
        words = {True: "官方", False: "演示"}
        yield _change(OFFICIAL_LABEL, words[row.before["official"]], words[row.after["official"]])


def _files(row: Mapping[str, Any] | None) -> str:
    """Files of sample forms as a comparison names them: by the beginning of their fingerprint, so that another file shows."""
    told = (row or {}).get("sample_forms", ())
    return "\n".join(f"{one['title']}.{one['suffix']}（{one['sha256'][:12]}）" for one in told)


def _line_changes(before: str, after: str) -> Iterator[ColumnChange]:
    old, new = _by_key(before), _by_key(after)
    for key in dict.fromkeys((*new, *old)):
        if old.get(key) != new.get(key):
            yield _change(key, old.get(key, ""), new.get(key, ""))


def _by_key(text: str) -> dict[str, str]:
    return {line.split("：", 1)[0]: line.split("：", 1)[-1] for line in text.split("\n") if line}


def _change(label: str, before: str, after: str) -> ColumnChange:
    kind = ChangeKind.ADDED if not before else ChangeKind.REMOVED if not after else ChangeKind.CHANGED
    left, right = pieces(before, after)
    return ColumnChange(label, kind.value, left, right)

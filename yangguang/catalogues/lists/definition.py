"""What every list says of itself, and the register of lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yangguang.catalogues.lists.columns import Column
from yangguang.catalogues.rules.offices import Office
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

CODE_LONGEST = 40
Row = Mapping[str, Any]


@dataclass(frozen=True)
class ListDefinition:
    """One kind of list: its title, the clauses behind it, its columns and the checks across a row and across rows.

    `whole_faults`: what the rows lack together, asked before an edition goes to the head.
    `filed`: an adopted edition is filed with the judicial bureau (备案).
    `reviewed_inside`: the body's own legal office reviews an edition before its head adopts it.
    `reviewed_by`: the office outside the body that reviews an edition before its head adopts it.
    `asked_by_cases`: acts of cases go by it, and are refused where none is in force.
    `of_matters`: each row belongs to the matter of the matters list that bears its code, and says the same of it.
    `from_register`: the rows are a copy of a register, made by one act for a body and a day, and never typed.
    """

    kind: str
    title: str
    clauses: tuple[str, ...]
    columns: tuple[Column, ...]
    subject_column: str
    row_faults: Callable[[Row], Sequence[str]] = lambda row: ()
    table_columns: tuple[str, ...] = ()
    filter_column: str = ""
    whole_faults: Callable[[Sequence[Row]], Sequence[str]] = lambda rows: ()
    filed: bool = False
    asked_by_cases: bool = False
    of_matters: bool = False
    reviewed_inside: bool = False
    reviewed_by: Office | None = None
    from_register: Callable[[Any, date], list[dict[str, Any]]] | None = None

    def column(self, name: str) -> Column:
        """The column of this name."""
        return next(c for c in self.columns if c.name == name)

    def read(self, cells: Mapping[str, str]) -> dict[str, Any]:
        """Typed cells as an entry stores them. Raises Refused with the first fault; `read_all` collects them."""
        stored, faults = self.read_all(cells)
        if faults:
            raise faults[0]
        return stored

    def read_all(self, cells: Mapping[str, str]) -> tuple[dict[str, Any], list[Refused]]:
        """Typed cells as an entry stores them, and everything that is wrong with them."""
        stored: dict[str, Any] = {}
        faults: list[Refused] = []
        for column in self.columns:
            try:
                stored[column.name] = column.value_of(cells.get(column.name, ""))
            except Refused as refusal:
                faults.append(refusal)
        if not faults:
            faults = [Refused(sentence) for sentence in self.row_faults(stored)]
        return stored, faults

    def show(self, stored: Row) -> dict[str, str]:
        """An entry's columns as text, the way they are typed and printed."""
        return {c.name: c.show(stored[c.name]) for c in self.columns}

    def subject_of(self, stored: Row) -> str:
        """What a row is about, for headings."""
        return self.column(self.subject_column).show(stored[self.subject_column])


def read_code(text: str) -> str:
    """A row's code: short, without spaces, the same in every edition. Raises Refused otherwise."""
    plain = clean(text, label="编号", most=CODE_LONGEST, field="code")
    if not plain:
        raise Refused("没有填写编号。", field="code")
    if any(sign.isspace() for sign in plain):
        raise Refused(f"编号“{plain}”中不能有空格。", field="code")
    return plain

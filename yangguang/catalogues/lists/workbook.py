"""Lists as workbooks: one row an entry, the same words as on the page; every fault with its row, in Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from yangguang.base import sheets
from yangguang.base.sheets import Column, Kind, RowFault, SheetRefused
from yangguang.catalogues.lists.columns import LONGEST
from yangguang.catalogues.lists.definition import ListDefinition, read_code
from yangguang.kernel.refusal import Refused

OFFICIAL, DEMONSTRATION = "官方", "演示"
MOST_ROWS = 2000
WHOLE_ROW = "整行"


@dataclass(frozen=True)
class SheetRow:
    """One row read from a workbook."""

    number: int
    code: str
    columns: dict[str, Any]
    official: bool


def sheet_columns(definition: ListDefinition) -> list[Column]:
    """The columns of the workbook: code, the list's own, and whether the row is official."""
    own = [
        Column(c.name, c.label, Kind.LINES, width=40 if c.lines > 1 else 20, most=LONGEST) for c in definition.columns
    ]
    return [Column("code", "编号", required=True), *own, Column("official", "性质", required=True, width=8)]


def write(
    definition: ListDefinition, rows: Iterable[tuple[str, Mapping[str, Any], bool]], *,
    title: str, filters: str, by: str, at: datetime,
) -> bytes:  # fmt: skip
    """Entries as a workbook that can be read back."""
    told = (
        {"code": code, **definition.show(stored), "official": OFFICIAL if official else DEMONSTRATION}
        for code, stored, official in rows
    )
    return sheets.write_rows(sheet_columns(definition), told, title=title, filters=filters, by=by, at=at)


def read(definition: ListDefinition, content: bytes) -> tuple[list[SheetRow], list[RowFault]]:
    """The rows of a workbook and everything wrong with them. Raises Refused when it is no such workbook at all."""
    try:
        typed, faults = sheets.read_rows(content, sheet_columns(definition), most_rows=MOST_ROWS), []
    except SheetRefused as refused:
        typed, faults = refused.rows, list(refused.faults)
    rows: list[SheetRow] = []
    first_seen: dict[str, int] = {}
    for number, cells in typed:
        row, found = _row(definition, number, cells)
        faults += found
        if row is None:
            continue
        if row.code in first_seen:
            faults.append(RowFault(number, "编号", f"“{row.code}”与第{first_seen[row.code]}行重复。"))
            continue
        first_seen[row.code] = number
        rows.append(row)
    return rows, sorted(faults, key=lambda fault: fault.row)


def _row(definition: ListDefinition, number: int, cells: Mapping[str, str]) -> tuple[SheetRow | None, list[RowFault]]:
    labels = {c.name: c.label for c in definition.columns} | {"code": "编号", "official": "性质"}
    stored, refusals = definition.read_all(cells)
    code = ""
    try:
        code = read_code(cells["code"])
    except Refused as refusal:
        refusals.insert(0, refusal)
    if cells["official"] not in {OFFICIAL, DEMONSTRATION}:
        refusals.append(Refused(f"性质应当填写“{OFFICIAL}”或者“{DEMONSTRATION}”。", field="official"))
    elif cells["official"] == OFFICIAL and not refusals and not stored.get("source"):
        refusals.append(Refused("官方内容应当写明来源。", field="source"))
    if refusals:
        return None, [RowFault(number, labels.get(r.field or "", WHOLE_ROW), f"{r.reason}{r.remedy}") for r in refusals]
    return SheetRow(number, code, stored, cells["official"] == OFFICIAL), []

"""The worker roster as a sheet: the template, the export, and reading one back with each fault in its row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from yangguang.base.sheets import Column, Kind, RowFault, SheetRefused, read_rows, write_rows
from yangguang.cases.rules.roster_rows import RosterRow, checked_row, doubles
from yangguang.kernel.refusal import Refused

COLUMNS = (
    Column("name", "姓名", required=True, width=12, most=60),
    Column("person_id", "身份证号码", required=True, width=22, most=30),
    Column("phone", "联系电话", width=16, most=40),
    Column("from_month", "欠薪起始月", required=True, width=14, most=20),
    Column("to_month", "欠薪截止月", required=True, width=14, most=20),
    Column("owed_fen", "应付金额（元）", Kind.MONEY, required=True, width=16),
    Column("agent", "班组或者代理人", width=18, most=60),
)
PAID = (
    Column("paid_fen", "已付金额（元）", Kind.MONEY, width=16),
    Column("unpaid_fen", "尚欠金额（元）", Kind.MONEY, width=16),
)
TITLES = {column.key: column.title for column in COLUMNS}


def template(by: str, at: datetime) -> bytes:
    """An empty sheet to fill in."""
    return write_rows(COLUMNS, [], title="劳动者名册模板", by=by, at=at)


def export(workers: Iterable[Any], *, case_number: str, by: str, at: datetime) -> bytes:
    """The roster with what has been paid and what is left."""
    rows = (
        {
            "name": w.name, "person_id": w.person_id, "phone": w.phone, "from_month": f"{w.from_month:%Y-%m}",
            "to_month": f"{w.to_month:%Y-%m}", "owed_fen": w.owed_fen, "agent": w.agent, "paid_fen": w.paid_fen,
            "unpaid_fen": w.unpaid_fen,
        }
        for w in workers
    )  # fmt: skip
    return write_rows((*COLUMNS, *PAID), rows, title="劳动者名册", filters=case_number, by=by, at=at)


def rows_of(content: bytes, *, today: date) -> list[tuple[int, RosterRow]]:
    """Every row checked. Raises SheetRefused with all faults of all rows, so that nothing is half imported."""
    faults: list[RowFault] = []
    seen: dict[int, dict[str, Any]] = {}
    try:
        raw = read_rows(content, COLUMNS)
    except SheetRefused as refused:
        raw, faults, seen = refused.rows, list(refused.faults), dict(refused.seen)
    rows: list[tuple[int, RosterRow]] = []
    for number, values in raw:
        try:
            rows.append((number, checked_row(today=today, **values)))
        except Refused as fault:
            title = TITLES.get(fault.field or "", "姓名")
            faults.append(RowFault(number, title, f"{fault.reason}{fault.remedy}"))
    for number, earlier, _ in doubles(rows):
        faults.append(RowFault(number, TITLES["person_id"], f"与第{earlier}行相同。请核对，或者合并成一行。"))
    if faults:
        bad = {fault.row for fault in faults}
        seen |= {number: values for number, values in raw if number in bad}
        good = [(number, values) for number, values in raw if number not in bad]
        raise SheetRefused(good, sorted(faults, key=lambda f: f.row), seen)
    return rows

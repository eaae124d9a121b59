"""One row of the worker roster: what is accepted, and in which words it is refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yangguang.kernel.money import MOST_FEN
from yangguang.kernel.person_ids import parse_person_id
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

MONTH = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})(?:\s*月)?(?:\s*[-./]?\s*\d{1,2}日?)?")
PHONE = re.compile(r"[0-9+\-\s()（）]{5,40}")


@dataclass(frozen=True)
class RosterRow:
    """One worker as entered: checked values, months as their first days."""

    name: str
    person_id: str
    phone: str
    from_month: date
    to_month: date
    owed_fen: int
    agent: str = ""


def checked_row(
    *, name: str, person_id: str, phone: str = "", from_month: str | date, to_month: str | date, owed_fen: int | None,
    agent: str = "", today: date,
) -> RosterRow:  # fmt: skip
    """The row as it is stored. Raises Refused naming the field and what to do."""
    first, last = month_of(from_month, "欠薪起始月", "from_month"), month_of(to_month, "欠薪截止月", "to_month")
    if last < first:
        raise Refused("欠薪截止月早于起始月。", field="to_month", remedy="请核对两个月份。")
    if first > today:
        raise Refused("欠薪起始月晚于今天。", field="from_month", remedy="请核对月份。")
    if owed_fen is None or owed_fen <= 0:
        raise Refused("应付金额应当大于零。", field="owed_fen", remedy="请填写这名劳动者的应付金额。")
    if owed_fen > MOST_FEN:
        raise Refused("应付金额过大。", field="owed_fen", remedy="请核对单位是元还是万元。")
    plain_phone = clean(phone, label="联系电话", most=40, field="phone")
    if plain_phone and not PHONE.fullmatch(plain_phone):
        raise Refused("联系电话只能有数字、加号、横线和括号。", field="phone", remedy="请核对电话号码。")
    return RosterRow(
        name=clean(name, label="姓名", most=60, least=1, field="name"),
        person_id=parse_person_id(person_id, today, field="person_id").number,
        phone=plain_phone, from_month=first, to_month=last, owed_fen=owed_fen,
        agent=clean(agent, label="班组或者代理人", most=60, field="agent"),
    )  # fmt: skip


def month_of(written: str | date, label: str, field: str) -> date:
    """The first day of a month written as 2026-05, 2026年5月 or a day in it."""
    if isinstance(written, date):
        return written.replace(day=1)
    plain = unicodedata.normalize("NFKC", written).strip()
    found = MONTH.fullmatch(plain)
    try:
        if found is None:
            raise ValueError
        return date(int(found[1]), int(found[2]), 1)
    except ValueError:
        raise Refused(f"{label}“{plain[:20]}”不是月份。", field=field, remedy="请写成 2026-05 的样子。") from None


def doubles(rows: Iterable[tuple[int, RosterRow]]) -> list[tuple[int, int, RosterRow]]:
    """Rows whose identity number stands in an earlier row: (row, earlier row, the row)."""
    seen: dict[str, int] = {}
    found = []
    for number, row in rows:
        if row.person_id in seen:
            found.append((number, seen[row.person_id], row))
        seen.setdefault(row.person_id, number)
    return found

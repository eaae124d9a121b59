"""People somebody writes down line by line: name, identity number, telephone."""

from __future__ import annotations

from dataclasses import dataclass

from yangguang.kernel import clock
from yangguang.kernel.person_ids import parse_person_id
from yangguang.kernel.refusal import Refused

PARTS = 3
MOST = 60  # characters of one part
ONE_A_LINE = "每行写一名：姓名 身份证号码 电话。"


@dataclass(frozen=True)
class Written:
    """One person as written down."""

    name: str
    person_id: str = ""
    phone: str = ""


def person_of(name: str, person_id: str, phone: str = "") -> Written:
    """With the identity number checked. Raises Refused."""
    return Written(name, parse_person_id(person_id, clock.today()).number if person_id else "", phone)


def rows_of(text: str, *, most: int, label: str) -> list[dict[str, str]]:
    """The lines of a text, one person each; the number may stand before or after the telephone. Raises Refused with the line."""
    rows = [line.split() for line in text.splitlines() if line.strip()]
    if len(rows) > most:
        raise Refused(f"{label}最多{most}行，现有{len(rows)}行。")
    found = []
    for number, row in enumerate(rows, start=1):
        if len(row) > PARTS:
            raise Refused(f"第{number}行有{len(row)}项。", remedy=ONE_A_LINE)
        if max(map(len, row)) > MOST:
            raise Refused(f"第{number}行有一项超过{MOST}个字。", remedy=ONE_A_LINE)
        rest = sorted(row[1:], key=len, reverse=True)
        person_id = next((one for one in rest if len(one) >= 15), "")
        phone = next((one for one in rest if one != person_id), "")
        try:
            found.append(person_of(row[0], person_id, phone))
        except Refused as refusal:
            raise Refused(f"第{number}行：{refusal.reason}", remedy=refusal.remedy) from None
    return [{"name": one.name, "person_id": one.person_id, "phone": one.phone} for one in found]

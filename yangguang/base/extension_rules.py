"""Rules of a field under which a term may be longer than the law says: which, by how much at a time, how often, how long in all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yangguang.kernel.due_dates import UNIT_LABELS, Unit
from yangguang.kernel.refusal import Refused

WRITTEN = "规章名称和条款；每次N日；最多N次；累计N日"
PART = re.compile("[；;]")
EACH = re.compile(r"每次\s*(\d{1,3})\s*(个工作日|日)")
TIMES = re.compile(r"最多\s*(\d{1,2})\s*次")
IN_ALL = re.compile(r"累计\s*(\d{1,4})\s*(个工作日|日)")
UNITS = {"日": Unit.CALENDAR_DAY, "个工作日": Unit.WORKDAY}


@dataclass(frozen=True)
class ExtensionRule:
    """One such rule; `in_all` is what all extensions together may be."""

    basis: str
    each: int
    times: int
    in_all: int
    unit: Unit

    @classmethod
    def read(cls, text: str) -> ExtensionRule:
        """As people type it, its four parts parted by semicolons. Raises Refused, saying how it is written."""
        parts = [part.strip() for part in PART.split(text) if part.strip()]
        if len(parts) != len(PART.split(WRITTEN)):
            raise _unreadable()
        found = [rule.fullmatch(part) for rule, part in zip((EACH, TIMES, IN_ALL), parts[1:], strict=True)]
        if any(one is None for one in found):
            raise _unreadable()
        (each, unit), (times,), (in_all, same) = (one.groups() for one in found if one)
        rule = cls(parts[0], int(each), int(times), int(in_all), UNITS[unit])
        if unit != same or not rule.each or not rule.times or not rule.each <= rule.in_all <= rule.each * rule.times:
            raise Refused("累计的天数与每次的天数、次数不一致。", field="value", remedy="请按规章的规定核对。")
        return rule

    def left_after(self, taken: int, used: int) -> int:
        """How many days the next extension may be, when `taken` extensions have added `used` days; none where it may not."""
        return min(self.each, self.in_all - used) if taken < self.times else 0

    @property
    def unit_label(self) -> str:
        """日, 个工作日."""
        return UNIT_LABELS[self.unit]


def _unreadable() -> Refused:
    return Refused(f"请按“{WRITTEN}”填写。", field="value", remedy="四项用分号隔开；按工作日计算的写“个工作日”。")

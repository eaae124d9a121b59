"""The working-day calendar as data: the State Council's arrangement of each year, and what is fixed beyond it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from io import StringIO
from pathlib import Path

from yangguang.kernel.refusal import Refused

HERE = Path(__file__).parent
OFF, IN_LIEU, WORK = "放假", "调休放假", "上班"
KINDS = {"放假": OFF, "休": OFF, "调休放假": IN_LIEU, "上班": WORK, "调休上班": WORK, "补班": WORK}
WEEKEND = frozenset({5, 6})
REACH = 9  # since 2015 no yearly arrangement moved a day further than this from the holiday it serves
HEAD = ("date", "kind", "name")
HEADS = {HEAD, ("日期", "种类", "节日")}
EVERY_YEAR = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")


@dataclass(frozen=True)
class CalendarDay:
    """One row of a yearly arrangement: a day off or a make-up working day, and the holiday it belongs to."""

    day: date
    kind: str
    name: str


@dataclass(frozen=True)
class Calendar:
    """Which days are worked. Between `known_from` and `known_through` by official notice, elsewhere provisionally."""

    holidays: Mapping[date, str]
    make_up_days: Mapping[date, str]
    known_from: date
    known_through: date
    fixed_holidays: Mapping[date, str] = field(default_factory=dict)

    def knows(self, day: date) -> bool:
        """Has the arrangement of this day's year been published?"""
        return self.known_from <= day <= self.known_through

    def rest_name(self, day: date) -> str | None:
        """Why this day is not worked, in Chinese, or None when it is worked."""
        if day in self.make_up_days:
            return None
        name = self.holidays.get(day) or (None if self.knows(day) else self.fixed_holidays.get(day))
        return name or ("周末" if day.weekday() in WEEKEND else None)

    def is_workday(self, day: date) -> bool:
        """Is this a working day?"""
        return self.rest_name(day) is None

    def may_move(self, day: date) -> bool:
        """Could a notice not yet published turn this day from rest to work or back?"""
        if self.knows(day):
            return False
        near = (day + timedelta(days=offset) for offset in range(-REACH, REACH + 1))
        return any(other in self.fixed_holidays for other in near) or day.year not in _fixed_years(self)

    def with_days(self, days: Iterable[CalendarDay]) -> Calendar:
        """This calendar with an imported year put in place of what was assumed for it."""
        added = tuple(days)
        if not added:
            return self
        year = added[0].day.year
        kept_off = {day: name for day, name in self.holidays.items() if day.year != year}
        kept_work = {day: name for day, name in self.make_up_days.items() if day.year != year}
        extends = year == self.known_through.year + 1
        if year > self.known_through.year + 1:
            raise Refused(
                f"还没有{self.known_through.year + 1}年的放假安排，不能先导入{year}年的。", remedy="请按年份先后导入。"
            )
        return Calendar(
            holidays=kept_off | {row.day: rest_label(row) for row in added if row.kind != WORK},
            make_up_days=kept_work | {row.day: row.name for row in added if row.kind == WORK},
            known_from=self.known_from,
            known_through=date(year, 12, 31) if extends else self.known_through,
            fixed_holidays=self.fixed_holidays,
        )


def _fixed_years(calendar: Calendar) -> frozenset[int]:
    return frozenset(day.year for day in calendar.fixed_holidays)


def rest_label(row: CalendarDay) -> str:
    """How a day off is named on screen: 国庆节, or 国庆节调休放假 for the days moved to it."""
    return f"{row.name}{IN_LIEU}" if row.kind == IN_LIEU else row.name


def parse_calendar_year(text: str) -> tuple[CalendarDay, ...]:
    """Read one official year (CSV with 日期,种类,节日). A faulty file is refused whole, every faulty row named."""
    rows = list(csv.reader(StringIO(text.lstrip("\ufeff").replace("，", ","))))
    if not rows or tuple(cell.strip() for cell in rows[0]) not in HEADS:
        raise Refused("第1行应当是“日期,种类,节日”。", field="text", remedy="请按说明填写后重新导入。")
    days: list[CalendarDay] = []
    faults: list[str] = []
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            days.append(_row(cells, days))
        except ValueError as fault:
            faults.append(f"第{number}行：{fault}")
    named = "、".join(row.name for row in days if row.kind != WORK)
    missing = [name for name in EVERY_YEAR if name not in named]
    if missing and not faults:
        faults.append("没有写明" + "、".join(missing) + "的放假日，一个文件应当是完整的一年")
    if faults:
        raise Refused("放假安排没有导入。" + "；".join(faults) + "。", field="text", remedy="请改正后重新导入。")
    return tuple(sorted(days, key=lambda row: row.day))


def _row(cells: list[str], earlier: list[CalendarDay]) -> CalendarDay:
    if len(cells) != len(HEAD):
        raise ValueError(f"应有3列，实有{len(cells)}列")
    written, kind, name = (cell.strip() for cell in cells)
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"“{written}”不是日期，应写成 2027-01-01 的样子") from None
    if kind not in KINDS:
        raise ValueError(f"“{kind}”不是放假、调休放假或者上班")
    if not name:
        raise ValueError("缺少节日名称")
    if any(row.day == day for row in earlier):
        raise ValueError(f"{written}重复")
    if earlier and earlier[0].day.year != day.year:
        raise ValueError(f"{written}不在{earlier[0].day.year}年，一个文件只能有一年")
    if KINDS[kind] == WORK and day.weekday() not in WEEKEND:
        raise ValueError(f"{written}不是周末，不能是调休上班日")
    return CalendarDay(day, KINDS[kind], name)


@lru_cache(maxsize=1)
def shipped_calendar() -> Calendar:
    """The calendar that comes with the product: published years, then the holidays fixed by regulation."""
    fixed_text = (HERE / "fixed_holidays.csv").read_text(encoding="utf-8")
    fixed = {date.fromisoformat(row["date"]): row["name"] for row in csv.DictReader(StringIO(fixed_text))}
    files = sorted((HERE / "years").glob("*.csv"))
    first = date(int(files[0].stem), 1, 1)
    calendar = Calendar({}, {}, first, first - timedelta(days=1), fixed)
    for file in files:
        calendar = calendar.with_days(parse_calendar_year(file.read_text(encoding="utf-8")))
    return calendar

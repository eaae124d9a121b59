"""What the entries of a month come to: anyone counts them from the log alone, and the leaf of the month has to say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from yangguang.base.tlog.leaves import Leaf, LeafType, read_time
from yangguang.kernel import clock

FORM = 2
GROUNDS_SINCE = 2  # the form that says under which ground as well, and how many were late
REPAIRED = "credit_repaired"
PUT_BACK = "put_back"  # of an entry that follows a register: its taking-back is over
COLUMNS = {
    "released": "公开", "corrected": "更正、更新", "withdrawn": "撤回", "expired": "期满", "repaired": "信用修复",
    "lists": "清单", "lists_ended": "清单停止施行", "reports": "年报",
}  # fmt: skip
BESIDE = {
    "listed": "列入待公开",
    "withheld": "不予公开",
    "late": "逾期公开",
}  # no leaf tells these: the agency's own books do
FAMILIES = {LeafType.LIST_SNAPSHOT: ("lists", "lists_ended"), LeafType.REPORT: ("reports", "reports")}


def month_of(instant: datetime) -> str:
    """The month of an instant, in Beijing: 2026-10."""
    return f"{clock.legal_day(instant):%Y-%m}"


def after(month: str) -> str:
    """The month that follows."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12}-{number % 12 + 1:02d}"


def begin_of(month: str) -> datetime:
    """The instant a month begins at."""
    return clock.beijing(date(int(month[:4]), int(month[5:]), 1), 0)


def between(first: str, until: str) -> Iterator[str]:
    """Every month from one to before another."""
    while first < until:
        yield first
        first = after(first)


def column_of(first: str, kind: str, ground: str) -> str:
    """How an entry counts: by its own type, and by the type of its object's first entry. Empty for the counts themselves."""
    down = kind in {LeafType.WITHDRAW, LeafType.EXPIRE} and ground != PUT_BACK
    if first in FAMILIES:
        return FAMILIES[LeafType(first)][down]
    if first != LeafType.PUBLISH:
        return ""
    if kind == LeafType.EXPIRE:
        return "repaired" if ground == REPAIRED else "expired"
    return {LeafType.PUBLISH: "released", LeafType.WITHDRAW: "withdrawn"}.get(LeafType(kind), "corrected")


def by_ground(column: str, ground: str) -> str:
    """The name under which what was taken back counts once more, by its ground; empty for everything else."""
    return f"{column}:{ground}" if column == "withdrawn" and ground else ""


def labels_of(content: Mapping[str, Any]) -> dict[str, str]:
    """What each count of a month is called, the grounds under which there was something included."""
    return {**COLUMNS, **BESIDE, **content.get("grounds", {})}


def in_its_form(content: Mapping[str, Any], numbers: Mapping[str, int]) -> dict[str, int]:
    """The counts a month of its form says: the first form knows no grounds and no lateness."""
    if content.get("v", 1) >= GROUNDS_SINCE:
        return dict(numbers)
    return {name: count for name, count in numbers.items() if ":" not in name and name != "late"}


def counted(leaves: Iterable[Leaf]) -> dict[str, Counter[str]]:
    """The counts of every month that has any, from all leaves from the first one on."""
    first: dict[str, str] = {}
    found: dict[str, Counter[str]] = {}
    for leaf in leaves:
        column = column_of(first.setdefault(leaf.obj, leaf.type), leaf.type, leaf.ground)
        for name in filter(None, (column, by_ground(column, leaf.ground))):
            found.setdefault(month_of(read_time(leaf.t)), Counter())[name] += 1
    return found


def faults(content: Mapping[str, Any], told: Mapping[str, int]) -> Iterator[str]:
    """Where the published counts of a month differ from what its entries come to, or from their own sum."""
    told = in_its_form(content, told)
    grounds = {
        name: content.get("grounds", {}).get(name, name) for name in sorted({*told, *content["totals"]}) if ":" in name
    }
    from_the_log = {name: label for name, label in grounds.items() if not name.startswith("withheld:")}
    for name, label in (COLUMNS | from_the_log).items():
        said, sum_of_bodies = content["totals"].get(name, 0), sum(one.get(name, 0) for one in content["bodies"])
        if said != told.get(name, 0):
            yield f"{content['month']}的计数：{label} {said} 件，日志中是 {told.get(name, 0)} 件。"
        if said != sum_of_bodies:
            yield f"{content['month']}的计数：{label} {said} 件，各机关合计是 {sum_of_bodies} 件。"

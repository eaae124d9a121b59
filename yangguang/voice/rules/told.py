"""What a citizen wrote, as the desk takes it: cleaned here again, whatever the form outside did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from yangguang.kernel.written_text import clean

TEXTS = (
    ("account", "情况", 4000, True), ("requests", "要求", 2000, True), ("wanted", "要求", 1000, True),
    ("employer_name", "用人单位", 120, False), ("employer_address", "地址", 200, False),
    ("employer_contact", "负责人", 60, False), ("employer_phone", "单位电话", 40, False), ("about_name", "被投诉人", 60, False),
)  # fmt: skip
PERSONAL = (
    ("name", "姓名", 60, False), ("phone", "电话", 40, False), ("person_id", "身份证号码", 30, False),
    ("workers", "劳动者名单", 8000, True),
)  # fmt: skip
MOST_REPRESENTATIVES = 10
MOST_OF_A_REPRESENTATIVE = (
    800  # all that is typed of them outside: what got through there is kept as it is, never left lying
)
MOST_WORKERS = 100_000
MOST_AMOUNT = 10**13


@dataclass(frozen=True)
class Person:
    """Who says it, sealed at rest: shown to whoever handles it and to nobody else."""

    name: str = ""
    phone: str = ""
    person_id: str = ""
    workers: str = ""
    representatives: tuple[tuple[str, str, str], ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Every stretch of text that would give somebody away."""
        parts = [self.name, self.phone, self.person_id, *(part for row in self.representatives for part in row)]
        return tuple(part for part in parts if len(part) > 1)

    def plain(self) -> dict[str, Any]:
        """Ready for JSON."""
        return asdict(self)


def texts_of(told: Mapping[str, Any]) -> dict[str, str]:
    """The texts of the matter. Raises Refused for what no form of ours lets through."""
    return {
        name: clean(str(told.get(name) or ""), label=label, most=most, lines=lines, least=1 if name == "account" else 0)
        for name, label, most, lines in TEXTS
    }


def person_of(told: Mapping[str, Any]) -> Person:
    """Who says it."""
    plain = {
        name: clean(str(told.get(name) or ""), label=label, most=most, lines=lines)
        for name, label, most, lines in PERSONAL
    }
    rows = told.get("representatives") or ()
    known = rows if isinstance(rows, Sequence) and not isinstance(rows, str) else ()
    return Person(
        **plain, representatives=tuple(_row(one) for one in known[:MOST_REPRESENTATIVES] if isinstance(one, Mapping))
    )


def _row(one: Mapping[str, Any]) -> tuple[str, str, str]:
    name, person_id, phone = (
        clean(str(one.get(part) or ""), label="代表", most=MOST_OF_A_REPRESENTATIVE)
        for part in ("name", "person_id", "phone")
    )
    return name, person_id, phone


def count_of(told: Mapping[str, Any], name: str, most: int, least: int = 0) -> int:
    """A number within bounds; anything else is the least."""
    value = told.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most else least


def day_of(told: Mapping[str, Any], name: str) -> date | None:
    """A day, or none."""
    try:
        return date.fromisoformat(str(told.get(name) or ""))
    except ValueError:
        return None

"""What people type into the registers, cleaned and checked in one place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


def required(text: str, *, label: str, field: str, most: int = 200, lines: bool = False) -> str:
    """A text that must be there."""
    return clean(text, label=label, field=field, most=most, least=1, lines=lines)


def optional(text: str, *, label: str, field: str, most: int = 200) -> str:
    """A text that may be empty."""
    return clean(text, label=label, field=field, most=most)


def names(texts: Iterable[str], *, label: str, field: str, most: int = 80) -> list[str]:
    """A list of names, each once, in the order given. Refused when none is left."""
    found = [clean(text, label=label, field=field, most=most) for text in texts]
    kept = [name for name in dict.fromkeys(found) if name]
    if not kept:
        raise Refused(f"没有填写{label}。", field=field, remedy="请至少填写一项。")
    return kept


def term(starts_on: date | None, ends_on: date | None, *, label: str, field: str) -> tuple[date, date]:
    """A term with both ends, the last day included. Refused without an end or when it ends before it starts."""
    if starts_on is None or ends_on is None:
        raise Refused(f"没有填写{label}。", field=field, remedy="请填写起止日期。")
    if ends_on < starts_on:
        raise Refused(f"{label}的终止日期早于起始日期。", field=field, remedy="请核对日期。")
    return starts_on, ends_on

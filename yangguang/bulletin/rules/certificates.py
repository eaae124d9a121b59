"""Whether an officer may enforce today, from the published copy alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

YES, NO = "证件有效，今天可以执法", "不得执法"


@dataclass(frozen=True)
class Answer:
    """The answer first, then why, and until when a valid certificate holds."""

    may: bool
    words: str
    why: str = ""
    until: date | None = None


def answer(certificates: Iterable[Mapping[str, Any]], left_on: date | None, *, on: date) -> Answer:
    """What a citizen at the door needs to know about one officer on one day."""
    if left_on is not None and left_on <= on:
        return Answer(False, NO, f"{_day(left_on)}起不在执法岗位")
    held = [(one, fault_of(one, on)) for one in certificates]
    valid = [date.fromisoformat(one["valid_until"]) for one, fault in held if not fault]
    if valid:
        return Answer(True, YES, until=max(valid))
    return Answer(False, NO, "；".join(dict.fromkeys(fault for _, fault in held)) or "没有执法证件")


def fault_of(certificate: Mapping[str, Any], on: date) -> str:
    """Why one certificate does not hold on a day; empty when it does."""
    if certificate["state"] == "deregistered":
        return "证件已注销"
    for starts_on, resumed_on in certificate["suspensions"]:
        if date.fromisoformat(starts_on) <= on and (not resumed_on or on < date.fromisoformat(resumed_on)):
            return f"证件自{_day(date.fromisoformat(starts_on))}起暂停使用"
    valid_from, valid_until = (date.fromisoformat(certificate[name]) for name in ("valid_from", "valid_until"))
    if on < valid_from:
        return f"证件自{_day(valid_from)}起才有效"
    return f"证件已于{_day(valid_until)}到期" if on > valid_until else ""


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"

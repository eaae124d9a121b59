"""Agents of a party: until when they stand, what they may do, how many come to a hearing."""

from __future__ import annotations

from datetime import date

from yangguang.cases.rules.hearing import too_many_agents
from yangguang.kernel.refusal import Refused

HEARING = "APL-2021:64.1.5"


def stands_on(day: date, *, from_on: date, until_on: date | None, ended_on: date | None) -> bool:
    """Whether a power of attorney carries an act of this day."""
    return from_on <= day and (until_on is None or day <= until_on) and (ended_on is None or day < ended_on)


def checked_hearing_agents(number: int, *, field: str = "agents") -> None:
    """A party comes to the hearing itself or sends one or two. Raises Refused for more."""
    if too_many_agents(number):
        raise Refused("当事人可以委托一至二人代理。", HEARING, field=field, remedy="请当事人从中确定一至二人。")


def standing_words(day: date, *, from_on: date, until_on: date | None, ended_on: date | None, case_over: bool) -> str:
    """How an agency stands on a day; empty while it carries acts."""
    if ended_on is not None and day >= ended_on:
        return "已解除"
    if until_on is not None and day > until_on:
        return "已届满"
    if case_over:
        return "案件已办结"
    return "尚未开始" if day < from_on else ""

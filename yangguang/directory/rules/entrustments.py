"""Entrusting enforcement to another body: in writing, public, within its matters and term, never passed on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yangguang.kernel.written_days import in_words
from yangguang.statutes import keeps


@dataclass(frozen=True)
class EntrustmentFacts:
    """What the rules read of one agreement; `last_day` is the end of the term or the day before it was ended; `returned` when the
    judicial bureau did not file it.
    """

    agreement_number: str
    matters: tuple[str, ...]
    starts_on: date
    last_day: date
    published_on: date | None
    entrusted_published_on: date | None
    returned: bool = False


@keeps("APL-2021:20.1", "APL-2021:20.2")
def fault(agreements: Iterable[EntrustmentFacts], *, matter: str, on: date) -> str:
    """Why no agreement carries an act about a matter on a day; empty when one does."""
    faults = [_fault_of(one, matter, on) for one in agreements]
    if not faults:
        return "没有书面委托"
    return "" if "" in faults else faults[0]


@keeps("APL-2021:20.4")
def passing_on_fault(*, giver_is_entrusted: bool) -> str:
    """Why a body may not entrust: it acts under an entrustment itself. Empty when it may."""
    return "受委托组织不得再委托其他组织实施。" if giver_is_entrusted else ""


def overlapping(standing: Iterable[EntrustmentFacts], *, matters: Iterable[str], starts_on: date, ends_on: date) -> str:
    """The matters a new agreement would entrust a second time for the same days, joined; empty when none."""
    wanted = list(matters)
    twice = {
        matter
        for one in standing
        if one.starts_on <= ends_on and starts_on <= one.last_day
        for matter in one.matters
        if matter in wanted
    }
    return "、".join(matter for matter in wanted if matter in twice)


def _fault_of(one: EntrustmentFacts, matter: str, on: date) -> str:
    name = f"委托书{one.agreement_number}"
    if on < one.starts_on:
        return f"{name}自{in_words(one.starts_on)}起才生效"
    if on > one.last_day:
        return f"{name}已于{in_words(one.last_day)}终止"
    if one.returned:
        return f"{name}的备案已经退回，不能实施"
    if matter not in one.matters:
        return f"{name}没有委托“{matter}”"
    if one.published_on is None or one.published_on > on:
        return f"{name}还没有由委托机关公布"
    if one.entrusted_published_on is None or one.entrusted_published_on > on:
        return f"{name}还没有由受委托组织公布"
    return ""

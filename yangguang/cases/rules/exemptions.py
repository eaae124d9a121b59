"""When no penalty is imposed: the grounds of the law, the elements of each, and what they forbid (APL-2021:30, 31, 33)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yangguang.cases.rules.circumstances import (
    BELOW_AGE,
    FIRST,
    INCAPABLE,
    KINDS,
    MINOR,
    NO_FAULT,
    Effect,
    Row,
    for_party,
    kind_of,
)
from yangguang.kernel.refusal import Refused
from yangguang.statutes import keeps

REMEDY = "请先“认定情节”并列明证据，再拟制决定；不具备的，请改用其他结论。"


@dataclass(frozen=True)
class Ground:
    """One ground: the outcome it leads to, its words, its elements by code, its clause; `must` where the law leaves no choice."""

    outcome: str
    label: str
    elements: tuple[str, ...]
    clause: str
    must: bool = True


GROUNDS = (
    Ground(
        "minor_violation_exemption", "违法行为轻微并及时改正，没有造成危害后果", ("minor", "rectified_in_time", "no_harm"), MINOR
    ),
    Ground(
        "first_violation_exemption", "初次违法且危害后果轻微并及时改正",
        ("first_violation", "slight_harm", "rectified_in_time"), FIRST, must=False,
    ),
    Ground("no_fault_exemption", "当事人有证据足以证明没有主观过错", ("no_fault",), NO_FAULT),
    Ground("age_or_capacity_exemption", "当事人不满十四周岁", ("below_age",), BELOW_AGE),
    Ground("age_or_capacity_exemption", "当事人不能辨认或者不能控制自己行为", ("incapable",), INCAPABLE),
)  # fmt: skip


def grounds_of(outcome: str) -> tuple[Ground, ...]:
    """The grounds an outcome may rest on; none where it is no exemption."""
    return tuple(one for one in GROUNDS if one.outcome == outcome)


@keeps("APL-2021:33.1#minor", "APL-2021:33.1#first_time", "APL-2021:33.2")
def lacking(ground: Ground, rows: Iterable[Row]) -> tuple[str, ...]:
    """Which elements of a ground were not found, in words. A law that asks for no fault takes the lack of fault away."""
    found = {kind_of(row) for row in rows}
    lacks = tuple(KINDS[code].label for code in ground.elements if KINDS[code] not in found)
    regardless = next((one for one in found if one.effect is Effect.NEEDS_NO_FAULT), None)
    if ground.clause == NO_FAULT and regardless and not lacks:
        return (f"已经认定“{regardless.label}”",)
    return lacks


def borne_out(rows: Iterable[Row]) -> tuple[Ground, ...]:
    """The grounds every element of which was found."""
    told = list(rows)
    return tuple(one for one in GROUNDS if not lacking(one, told))


def resting_on(outcome: str, rows: Iterable[Row]) -> list[Row]:
    """Those of the rows that are elements of an outcome's grounds."""
    elements = {code for ground in grounds_of(outcome) for code in ground.elements}
    return [row for row in rows if row["kind"] in elements]


def check_exempting(outcome: str, rows: Iterable[Row], parties: Iterable[str]) -> None:
    """Raises Refused, with its clause, where an element of the named ground was not found for one of the parties."""
    told = list(rows)
    for party in list(parties) or [""]:
        theirs = for_party(told, [party] if party else [])
        near = min(grounds_of(outcome), key=lambda one: len(lacking(one, theirs)), default=None)
        lacks = lacking(near, theirs) if near else ("不予处罚的情形",)
        if lacks:
            words = near.label if near else "不予处罚"
            raise Refused(
                f"没有认定“{words}”的全部条件和证据：缺少{'、'.join(lacks)}。", near.clause if near else MINOR,
                field="outcome", remedy=REMEDY,
            )  # fmt: skip


def check_punishable(rows: Iterable[Row], parties: Iterable[str]) -> None:
    """Raises Refused, with its clause, where what was found leaves no choice but no penalty for one of the parties."""
    told = list(rows)
    for party in list(parties) or [""]:
        theirs = for_party(told, [party] if party else [])
        due = next((one for one in borne_out(theirs) if one.must), None)
        if due is not None:
            raise Refused(
                f"已经认定“{due.label}”，应当不予行政处罚，不得作出处罚决定。", due.clause,
                remedy="请拟制不予处罚决定；不属实的，请重新认定情节。",
            )  # fmt: skip


def lacking_for_any(ground: Ground, rows: Iterable[Row], parties: Iterable[str]) -> tuple[str, ...]:
    """Which elements of a ground were not found for one party or another, in words."""
    told = list(rows)
    every = [lacking(ground, for_party(told, [party])) for party in parties] or [lacking(ground, told)]
    return tuple(dict.fromkeys(one for lacks in every for one in lacks))


def told_of(rows: Iterable[Row]) -> str:
    """What follows from what was found, in one sentence for each ground and party; empty where no ground is borne out."""
    told = list(rows)
    general = borne_out([row for row in told if not row["party"]])
    said = [("", one) for one in general]
    for party, name in dict.fromkeys((row["party"], row["whom"]) for row in told if row["party"]):
        said += [(f"{name}：", one) for one in borne_out(for_party(told, [party])) if one not in general]
    return "".join(f"{who}已经认定“{one.label}”，{'应当' if one.must else '可以'}不予行政处罚。" for who, one in said)

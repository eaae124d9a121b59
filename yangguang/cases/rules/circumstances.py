"""Circumstances that weigh: which the law knows, what each asks for, and what a proposal may make of them (APL-2021:30–33)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from yangguang.kernel.refusal import Refused
from yangguang.statutes import keeps

Row = Mapping[str, Any]
STANDARD = "APL-2021:34"
MINOR, FIRST, NO_FAULT = "APL-2021:33.1#minor", "APL-2021:33.1#first_time", "APL-2021:33.2"
BELOW_AGE, INCAPABLE = "APL-2021:30#no_penalty_age", "APL-2021:31"
LENIENCY_WORDS = {"lighter": "从轻", "mitigated": "减轻", "heavier": "从重"}
MILDER_CHOICES = frozenset({"lighter", "mitigated"})
LIGHTEST = frozenset({"warning"})  # nothing below it could be chosen instead
LAW_IS_NAMED = "《"  # words that name a law hold this
REMEDY = "请先“认定情节”并列明证据，或者不作这项选择。"


class Effect(StrEnum):
    """What a circumstance does: milder as the law demands, milder as it allows, heavier, one element of no penalty, or that
    the lack of fault excuses nothing.
    """

    MUST_BE_MILDER = "must_be_milder"
    MAY_BE_MILDER = "may_be_milder"
    HEAVIER = "heavier"
    EXCUSES = "excuses"
    NEEDS_NO_FAULT = "needs_no_fault"


EFFECT_LABELS = {
    Effect.MUST_BE_MILDER: "应当从轻或者减轻", Effect.MAY_BE_MILDER: "可以从轻或者减轻", Effect.HEAVIER: "从重",
    Effect.EXCUSES: "不予处罚的条件", Effect.NEEDS_NO_FAULT: "没有主观过错也应当处罚",
}  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A circumstance by its code: its words, what it does, the clause it stands in. `names_law`: only with a law that says so."""

    code: str
    label: str
    effect: Effect
    clause: str
    names_law: bool = False


KINDS = {
    one.code: one
    for one in (
        Kind("under_age", "已满十四周岁不满十八周岁", Effect.MUST_BE_MILDER, "APL-2021:30#mitigate_age"),
        Kind("impaired", "尚未完全丧失辨认或者控制自己行为能力", Effect.MAY_BE_MILDER, "APL-2021:31"),
        Kind("harm_reduced", "主动消除或者减轻违法行为危害后果", Effect.MUST_BE_MILDER, "APL-2021:32"),
        Kind("coerced", "受他人胁迫或者诱骗实施违法行为", Effect.MUST_BE_MILDER, "APL-2021:32"),
        Kind("confessed", "主动供述行政机关尚未掌握的违法行为", Effect.MUST_BE_MILDER, "APL-2021:32"),
        Kind("merit", "配合行政机关查处违法行为有立功表现", Effect.MUST_BE_MILDER, "APL-2021:32"),
        Kind(
            "other_milder",
            "法律、法规、规章规定其他应当从轻或者减轻的",
            Effect.MUST_BE_MILDER,
            "APL-2021:32",
            names_law=True,
        ),
        Kind("local_milder", "裁量基准规定的从轻、减轻情节", Effect.MAY_BE_MILDER, STANDARD),
        Kind("local_heavier", "裁量基准规定的从重情节", Effect.HEAVIER, STANDARD),
        Kind("other_heavier", "法律、法规、规章规定的从重情节", Effect.HEAVIER, STANDARD, names_law=True),
        Kind("minor", "违法行为轻微", Effect.EXCUSES, MINOR),
        Kind("no_harm", "没有造成危害后果", Effect.EXCUSES, MINOR),
        Kind("rectified_in_time", "及时改正", Effect.EXCUSES, MINOR),
        Kind("first_violation", "初次违法", Effect.EXCUSES, FIRST),
        Kind("slight_harm", "危害后果轻微", Effect.EXCUSES, FIRST),
        Kind("no_fault", "当事人有证据足以证明没有主观过错", Effect.EXCUSES, NO_FAULT),
        Kind("below_age", "不满十四周岁", Effect.EXCUSES, BELOW_AGE),
        Kind("incapable", "不能辨认或者不能控制自己行为", Effect.EXCUSES, INCAPABLE),
        Kind(
            "fault_not_asked", "法律、行政法规规定不以主观过错为条件", Effect.NEEDS_NO_FAULT, NO_FAULT, names_law=True
        ),
    )
}
PROVED_BY_PARTY = frozenset({"no_fault"})  # what the party itself has to show by evidence (APL-2021:33.2)
OWN_WORDS = "party_statement"  # the kind of evidence that is nothing but what the party says
LOCAL = {"local_milder", "local_heavier"}  # each of these is one that the body's standard names


def shown_by_party(source: str, evidence_kind: str, names: Iterable[str]) -> bool:
    """Whether a piece of evidence came from the party, by who is named as its source, and is more than its own words."""
    told = source.replace("非当事人", "")
    return evidence_kind != OWN_WORDS and any(name in told for name in ("当事人", *names) if name)


@keeps("APL-2021:32")
def of_the_law(clause_id: str) -> tuple[Kind, ...]:
    """The circumstances one clause lists."""
    return tuple(one for one in KINDS.values() if one.clause == clause_id)


def kind_of(row: Row) -> Kind:
    """What a row that was found is. Raises KeyError for a code this edition does not know."""
    return KINDS[str(row["kind"])]


def for_party(rows: Iterable[Row], refs: Iterable[str]) -> list[Row]:
    """The rows that are of one of these parties, or of everybody."""
    wanted = set(refs)
    return [row for row in rows if not row.get("party") or not wanted or row["party"] in wanted]


def weigh(leniency: str, penalties: Iterable[str], rows: Iterable[Row]) -> None:
    """Raises Refused, with the clause of the circumstance, when a choice and what was found contradict each other.

    Milder or heavier rests on a circumstance that was found; one the law makes milder is made milder, unless something
    aggravating was found beside it, or nothing but the lightest is imposed.
    """
    found = [kind_of(row) for row in rows]
    milder = [one for one in found if one.effect in {Effect.MUST_BE_MILDER, Effect.MAY_BE_MILDER}]
    heavier = [one for one in found if one.effect is Effect.HEAVIER]
    if leniency in MILDER_CHOICES and not milder:
        raise Refused("选了从轻、减轻，没有认定从轻、减轻的情节和证据。", "APL-2021:32", remedy=REMEDY)
    if leniency == "heavier" and not heavier:
        raise Refused("选了从重，没有认定从重的情节和证据。", STANDARD, remedy=REMEDY)
    due = next((one for one in milder if one.effect is Effect.MUST_BE_MILDER), None)
    if due and not heavier and leniency not in MILDER_CHOICES and set(penalties) - LIGHTEST:
        raise Refused(
            f"认定了“{due.label}”，应当从轻或者减轻处罚。",
            due.clause,
            remedy="请选择从轻或者减轻；不属实的，请重新认定情节。",
        )

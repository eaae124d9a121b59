"""Typed conditions on facts: the one language of tiers, leniency and review triggers, written and read in Chinese."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from yangguang.catalogues.rules.facts import FACTS, Fact, FactKind, fact_named
from yangguang.kernel.refusal import Refused

Facts = Mapping[str, Any]


class Operator(StrEnum):
    """How a fact is compared with the value of a condition; the last bound belongs to the words 不超过 and 不少于."""

    AT_MOST = "<="
    LESS = "<"
    AT_LEAST = ">="
    MORE = ">"
    IS = "="


WORDS = {
    Operator.AT_MOST: "不超过",
    Operator.LESS: "少于",
    Operator.AT_LEAST: "不少于",
    Operator.MORE: "超过",
    Operator.IS: "为",
}
SIGNS = {
    "不超过": Operator.AT_MOST, "≤": Operator.AT_MOST, "<=": Operator.AT_MOST,
    "不少于": Operator.AT_LEAST, "≥": Operator.AT_LEAST, ">=": Operator.AT_LEAST,
    "少于": Operator.LESS, "<": Operator.LESS, "超过": Operator.MORE, ">": Operator.MORE,
    "为": Operator.IS, "=": Operator.IS,
}  # fmt: skip
PATTERN = re.compile(r"^(?P<label>.+?)\s*(?P<sign>不超过|不少于|少于|超过|<=|>=|≤|≥|<|>|=|为)\s*(?P<value>.+)$")


@dataclass(frozen=True)
class Condition:
    """One comparison, e.g. workers <= 10."""

    field: str
    operator: Operator
    value: int | bool | str

    def holds(self, facts: Facts) -> bool:
        """Whether the facts meet it. Raises KeyError when the fact is not known."""
        known = facts[self.field]
        if known is None:
            raise KeyError(self.field)
        match self.operator:
            case Operator.AT_MOST:
                return bool(known <= self.value)
            case Operator.LESS:
                return bool(known < self.value)
            case Operator.AT_LEAST:
                return bool(known >= self.value)
            case Operator.MORE:
                return bool(known > self.value)
            case Operator.IS:
                return bool(known == self.value)

    def says(self) -> str:
        """In Chinese, as lists print it and as `parse_condition` reads it back."""
        fact = FACTS[self.field]
        if fact.kind is FactKind.FLAG:
            return fact.label if self.value else f"不是{fact.label}"
        return f"{fact.label}{WORDS[self.operator]}{fact.show(self.value)}"


Group = tuple[Condition, ...]
AnyOf = tuple[Group, ...]


def any_holds(groups: AnyOf, facts: Facts) -> Group | None:
    """The first group whose conditions all hold. Raises Refused naming the facts that would have to be known."""
    unknown: list[str] = []
    for group in groups:
        met, missing = _met(group, facts)
        if met:
            return group
        unknown += missing
    if unknown:
        labels = "、".join(dict.fromkeys(FACTS[name].label for name in unknown))
        raise Refused(f"还缺少判断所需的事实：{labels}。", remedy="请补充后再确定。")
    return None


def _met(group: Group, facts: Facts) -> tuple[bool, list[str]]:
    missing: list[str] = []
    for condition in group:
        try:
            if not condition.holds(facts):
                return False, []
        except KeyError:
            missing.append(condition.field)
    return not missing, missing


def says(groups: AnyOf) -> str:
    """Groups in Chinese: 且 within a group, 或者 between groups; no condition at all reads 其他情形."""
    return "，或者".join(group_says(group) for group in groups) or "其他情形"


def group_says(group: Group) -> str:
    """Conditions joined by 且; a fact compared twice in a row is named once: 超过10人且不超过50人."""
    words = []
    for before, condition in zip((None, *group), group, strict=False):
        told = condition.says()
        same = before is not None and before.field == condition.field
        words.append(told.removeprefix(FACTS[condition.field].label) if same else told)
    return "且".join(words)


def parse(text: str) -> AnyOf:
    """Read what `says` writes. Raises Refused with the part that cannot be read."""
    plain = text.strip()
    if plain in {"", "其他情形"}:
        return ()
    return tuple(_parse_group(group) for group in re.split(r"[，,；;]?\s*或者", plain))


def _parse_group(text: str) -> Group:
    found: list[Condition] = []
    for part in text.split("且"):
        plain = part.strip()
        goes_on = bool(found) and plain.startswith(tuple(SIGNS))
        found.append(parse_condition(FACTS[found[-1].field].label + plain if goes_on else plain))
    return tuple(found)


def parse_condition(text: str) -> Condition:
    """Read one comparison. Raises Refused when the fact, the comparison or the value is not understood."""
    plain = text.strip()
    bare = plain.removeprefix("不是")
    fact = fact_named(bare)
    if fact is not None and fact.kind is FactKind.FLAG:
        return Condition(fact.name, Operator.IS, bare == plain)
    match = PATTERN.match(plain)
    if match is None:
        raise Refused(f"条件“{plain}”读不出来。", remedy="请写成“受害劳动者人数不超过10人”的样子。")
    fact = fact_named(match["label"].strip())
    if fact is None or fact.kind is FactKind.FLAG:
        raise Refused(f"条件“{plain}”中的“{match['label'].strip()}”不是系统认识的事实。", remedy=_known_facts())
    return Condition(fact.name, SIGNS[match["sign"]], _value(fact, match["value"], plain))


def _value(fact: Fact, text: str, whole: str) -> int | bool | str:
    try:
        return fact.read(text)
    except ValueError:
        raise Refused(f"条件“{whole}”中的“{text.strip()}”不是{fact.label}的值。", remedy=fact.hint) from None


def _known_facts() -> str:
    return "可以使用：" + "、".join(fact.label for fact in FACTS.values()) + "。"

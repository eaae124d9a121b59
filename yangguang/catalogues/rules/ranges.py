"""Ranges of a penalty as law writes them: an amount, each person, each person and month, a multiple, fixed or none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from yangguang.catalogues.rules.conditions import Facts
from yangguang.catalogues.rules.facts import FACTS, FactKind, fact_named
from yangguang.kernel import money
from yangguang.kernel.refusal import Refused

HUNDRED = 100
NO_FINE = "不罚款"


class RangeKind(StrEnum):
    """What the two ends of a range count."""

    AMOUNT = "amount"
    PER_PERSON = "per_person"
    PER_PERSON_MONTH = "per_person_month"
    PER_RESPONSIBLE = "per_responsible"
    MULTIPLE = "multiple"
    NO_FINE = "no_fine"


PREFIXES = {
    RangeKind.PER_PERSON_MONTH: "每人每月",
    RangeKind.PER_PERSON: "每人",
    RangeKind.PER_RESPONSIBLE: "每名责任人",
    RangeKind.AMOUNT: "",
}
COUNTED = {
    RangeKind.PER_PERSON: "workers",
    RangeKind.PER_PERSON_MONTH: "worker_months",
    RangeKind.PER_RESPONSIBLE: "responsible_persons",
}


@dataclass(frozen=True)
class Range:
    """A range with both ends in it. Ends are 分, or percent of `base` for a multiple (100 is once). Equal ends are a fixed sum."""

    kind: RangeKind
    lower: int = 0
    upper: int = 0
    base: str = ""

    @property
    def is_fixed(self) -> bool:
        """Whether it leaves no choice."""
        return self.lower == self.upper and self.kind is not RangeKind.NO_FINE

    @property
    def step(self) -> int:
        """The smallest step people write between neighbouring tiers: one yuan, or one percent."""
        return 1 if self.kind is RangeKind.MULTIPLE else money.FEN_IN_YUAN

    @property
    def fact(self) -> str:
        """The fact the ends are multiplied by, or an empty string."""
        return self.base or COUNTED.get(self.kind, "")

    def of(self, facts: Facts) -> tuple[int, int]:
        """Lower and upper end for a case, in 分. Raises Refused when the number of persons or the base is not known."""
        if not self.fact:
            return self.lower, self.upper
        known = facts.get(self.fact)
        if known is None:
            raise Refused(f"还缺少计算所需的事实：{FACTS[self.fact].label}。", remedy="请补充后再计算。")
        if self.kind is RangeKind.MULTIPLE:
            return money.share(int(known), self.lower), money.share(int(known), self.upper)
        return self.lower * int(known), self.upper * int(known)

    def within(self, other: Range) -> bool:
        """Whether it counts the same thing and lies inside the other."""
        same = (self.kind, self.base) == (other.kind, other.base)
        return same and other.lower <= self.lower <= self.upper <= other.upper

    def says(self) -> str:
        """In Chinese, as the law and lists write it and as `parse` reads it back."""
        if self.kind is RangeKind.NO_FINE:
            return NO_FINE
        if self.kind is RangeKind.MULTIPLE:
            return f"{FACTS[self.base].label}的{_span(self, _times)}"
        return f"{PREFIXES[self.kind]}{_span(self, _yuan)}"

    def as_json(self) -> dict[str, Any]:
        """As entries store it."""
        return {"kind": self.kind.value, "lower": self.lower, "upper": self.upper, "base": self.base}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Range:
        """From what `as_json` stored."""
        return cls(RangeKind(stored["kind"]), stored["lower"], stored["upper"], stored["base"])


def _yuan(fen: int) -> str:
    return f"{money.yuan(fen).normalize():f}元"


def _times(percent: int) -> str:
    return f"{(Decimal(percent) / HUNDRED).normalize():f}倍" if percent >= HUNDRED else f"{percent}%"


def _span(found: Range, show: Any) -> str:
    if found.lower == found.upper:
        return str(show(found.upper))
    return f"{show(found.lower)}以上{show(found.upper)}以下" if found.lower else f"{show(found.upper)}以下"


SPAN = re.compile(r"^(?:(?P<lower>[^以]+?)以上)?(?P<upper>[^以]+?)(?P<open>以下)?$")
MULTIPLE = re.compile(r"^(?P<base>.+)的(?P<span>[^的]*(?:倍|%).*)$")


def parse(text: str) -> Range:
    """Read a range as `says` writes it. Raises Refused when it cannot be one or runs backwards."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).removeprefix("处").removesuffix("罚款") or "空"
    if plain in {NO_FINE, "不"}:
        return Range(RangeKind.NO_FINE)
    if match := MULTIPLE.match(plain):
        fact = fact_named(match["base"])
        if fact is None or fact.kind is not FactKind.MONEY:
            raise Refused(f"幅度“{text.strip()}”的计算基数“{match['base']}”不是系统认识的金额。")
        return Range(RangeKind.MULTIPLE, *_ends(match["span"], _percent, text), base=fact.name)
    kind = next(k for k, prefix in PREFIXES.items() if plain.startswith(prefix))
    return Range(kind, *_ends(plain.removeprefix(PREFIXES[kind]), money.parse_yuan, text))


def _percent(text: str) -> int:
    number = re.fullmatch(r"(\d{1,4}(?:\.\d{1,2})?)(倍|%)", text)
    if number is None:
        raise Refused(f"“{text}”不是倍数或者百分比。")
    return int(Decimal(number[1]) * (HUNDRED if number[2] == "倍" else 1))


def _ends(span: str, read: Any, text: str) -> tuple[int, int]:
    match = SPAN.match(span)
    if match is None or (match["lower"] and not match["open"]):
        raise Refused(f"幅度“{text.strip()}”读不出来。", remedy="请写成“每人100元以上500元以下”的样子。")
    try:
        upper = read(match["upper"])
        lower = read(match["lower"]) if match["lower"] else (0 if match["open"] else upper)
    except Refused as refusal:
        raise Refused(f"幅度“{text.strip()}”读不出来：{refusal.reason}", remedy=refusal.remedy) from None
    if lower > upper or upper == 0:
        raise Refused(f"幅度“{text.strip()}”的下限高于上限。", remedy="请核对两个数。")
    return lower, upper

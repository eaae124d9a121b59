"""Discretion standards: which tier the facts fall into, which range follows, which leniency is open (APL-2021:34, 33.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from yangguang.catalogues.rules import conditions
from yangguang.catalogues.rules.conditions import AnyOf, Facts
from yangguang.catalogues.rules.facts import FACTS, Fact
from yangguang.catalogues.rules.ranges import Range
from yangguang.kernel.refusal import Refused

STANDARD_CLAUSE = "APL-2021:34"


class Measure(StrEnum):
    """What the amount of a standard is: a fine to the state, compensation to the worker, or no amount at all."""

    FINE = "fine"
    ADDITIONAL_COMPENSATION = "additional_compensation"
    NO_AMOUNT = "no_amount"


@dataclass(frozen=True)
class DiscretionTier:
    """One tier, from light to heavy: when it fits and what range follows. No condition fits every case."""

    name: str
    when: AnyOf
    range: Range

    def says(self) -> str:
        """In one line, as lists write it: name, conditions, range."""
        return f"{self.name}：{conditions.says(self.when)}：{self.range.says()}"


@dataclass(frozen=True)
class Leniency:
    """When no penalty may be imposed for this violation (首违不罚 and the like), with its clause."""

    clause: str
    when: AnyOf

    def says(self) -> str:
        """As lists write it."""
        return conditions.says(self.when)


@dataclass(frozen=True)
class Standard:
    """One violation's discretion standard: statutory range and tiers from light to heavy."""

    code: str
    violation: str
    basis: tuple[str, ...]
    measure: Measure
    statutory: Range
    tiers: tuple[DiscretionTier, ...] = ()
    applies_when: AnyOf = ()
    leniency: Leniency | None = None
    lighter: tuple[str, ...] = ()
    heavier: tuple[str, ...] = ()
    penalty_kinds: tuple[str, ...] = ()
    official: bool = True
    source: str = ""
    edition_ref: str = ""


@dataclass(frozen=True)
class TierChoice:
    """The tier a case falls into, and why, in sentences a decision can use."""

    tier: DiscretionTier
    reasons: tuple[str, ...]
    clause: str = STANDARD_CLAUSE


def tier_of(standard: Standard, facts: Facts) -> TierChoice:
    """The heaviest tier whose conditions the facts meet. Raises Refused when facts are missing or no tier fits."""
    if standard.applies_when and conditions.any_holds(standard.applies_when, facts) is None:
        needed = conditions.says(standard.applies_when)
        raise Refused(f"“{standard.violation}”这一项裁量基准只适用于{needed}的情形。", standard.basis)
    for tier in reversed(standard.tiers):
        met = conditions.any_holds(tier.when, facts) if tier.when else ()
        if met is not None:
            why = conditions.group_says(met) if met else "没有更重情节"
            told = tuple(_told(field, facts) for field in dict.fromkeys(c.field for c in met))
            return TierChoice(tier, (f"{why}，属于“{tier.name}”阶次，幅度为{tier.range.says()}。", *told))
    raise Refused(
        f"“{standard.violation}”没有与本案事实相符的裁量阶次。",
        STANDARD_CLAUSE,
        remedy="请核对事实；确有遗漏的，请修订裁量基准清单。",
    )


def range_of(standard: Standard, facts: Facts) -> tuple[int, int]:
    """Lowest and highest amount of the tier the facts fall into, in 分; the statutory range where there are no tiers."""
    if not standard.tiers:
        return standard.statutory.of(facts)
    return tier_of(standard, facts).tier.range.of(facts)


def statutory_range_of(standard: Standard, facts: Facts) -> tuple[int, int]:
    """Lowest and highest amount the law itself allows, in 分."""
    return standard.statutory.of(facts)


def facts_asked(standard: Standard) -> tuple[Fact, ...]:
    """Every fact the tiers, the ranges and the leniency of a standard ask about, each once, in the order they stand."""
    groups = [*standard.applies_when, *(group for tier in standard.tiers for group in tier.when)]
    groups += standard.leniency.when if standard.leniency else ()
    names = [one.field for group in groups for one in group]
    names += [one.fact for one in (standard.statutory, *(tier.range for tier in standard.tiers)) if one.fact]
    return tuple(FACTS[name] for name in dict.fromkeys(names))


def leniency_open(standard: Standard, facts: Facts) -> Leniency | None:
    """The leniency the facts open, or None. It is open, not due: whoever decides still decides."""
    if standard.leniency is None or conditions.any_holds(standard.leniency.when, facts) is None:
        return None
    return standard.leniency


def faults(statutory: Range, tiers: tuple[DiscretionTier, ...]) -> list[str]:
    """What is wrong with tiers: outside the statutory range, gaps, overlaps, twice the same name, a catch-all above others."""
    found = [
        f"“{t.name}”阶次的幅度超出法定幅度（{statutory.says()}）。" for t in tiers if not t.range.within(statutory)
    ]
    names = [t.name for t in tiers]
    found += [f"“{name}”阶次重复。" for name in dict.fromkeys(n for n in names if names.count(n) > 1)]
    found += [f"“{t.name}”阶次没有适用条件，只能放在最前面。" for t in tiers[1:] if not t.when]
    if found or not tiers:
        return found
    if tiers[0].range.lower != statutory.lower:
        found.append(f"最轻的“{tiers[0].name}”阶次没有从法定下限开始。")
    if tiers[-1].range.upper != statutory.upper:
        found.append(f"最重的“{tiers[-1].name}”阶次没有到法定上限。")
    for lighter, heavier in zip(tiers, tiers[1:], strict=False):
        gap = heavier.range.lower - lighter.range.upper
        if gap not in {0, statutory.step} and not statutory.is_fixed:
            found.append(f"“{lighter.name}”与“{heavier.name}”阶次的幅度没有首尾相接。")
    return found


def _told(field: str, facts: Facts) -> str:
    fact = FACTS[field]
    known = facts[field]
    if isinstance(known, bool):
        return f"本案{'' if known else '不是'}{fact.label}。"
    return f"本案{fact.label}为{fact.show(known)}。"

"""How a file is scored: veto items first, every deduction explained, no section below zero. Points are counted in tenths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from yangguang.kernel.refusal import Refused
from yangguang.statutes import keeps

if TYPE_CHECKING:
    from yangguang.supervision.rules.sheets import EvaluationSheet

CLAUSE = "CHF-STD:veto"
HOUSE = "BODY-HOUSE:evaluation"
TENTHS = 10
HIGHEST = 10_000  # of one item, in tenths: a slip of the hand beyond


@dataclass(frozen=True)
class Deduction:
    """Points taken off: for which item, how many tenths, on which page, and what is wrong there."""

    item: str
    points: int
    page: str
    fact: str


@dataclass(frozen=True)
class VetoAnswer:
    """Whether a veto item holds against the file, and if it does, on which page and why."""

    veto: str
    failed: bool
    page: str = ""
    fact: str = ""


@dataclass(frozen=True)
class Scored:
    """The points of each section and of the whole, in tenths; what was vetoed."""

    sections: dict[str, int]
    total: int
    vetoed: tuple[str, ...] = ()


@keeps(CLAUSE)
def section_score(*, maximum: int, deducted: int, vetoed: bool = False) -> int:
    """What is left of a section: never below zero, and nothing of a file that was vetoed."""
    return 0 if vetoed else max(maximum - deducted, 0)


def score(sheet: EvaluationSheet, answers: Iterable[VetoAnswer], deductions: Iterable[Deduction]) -> Scored:
    """The score of a file. Raises Refused for an unanswered veto item, an unexplained deduction or points out of bounds."""
    known = {one.veto: one for one in answers}
    if set(known) != {one.code for one in sheet.vetoes}:
        raise Refused("否决项尚未逐项核查。", CLAUSE, remedy="请先对每个否决项回答“没有”或者“有”。")
    items, taken = sheet.items(), list(deductions)
    for veto in known.values():
        if veto.failed and not (veto.page and veto.fact):
            raise Refused(
                "扣分没有写明页码、事实和标准条目。", CLAUSE, remedy="否决项成立的，写明在第几页、是什么事实。"
            )
    for one in taken:
        if one.item not in items or not one.page or not one.fact:
            raise Refused(
                "扣分没有写明页码、事实和标准条目。", CLAUSE, remedy="请逐项写明在第几页、是什么事实、扣几分。"
            )
    _within(items, taken)
    failed = tuple(code for code, one in known.items() if one.failed)
    of_section: Counter[str] = Counter()
    for one in taken:
        of_section[items[one.item][0].code] += one.points
    sections = {
        part.code: section_score(maximum=part.maximum, deducted=of_section[part.code], vetoed=bool(failed))
        for part in sheet.sections
    }
    return Scored(sections, sum(sections.values()), failed)


def _within(items: Mapping[str, tuple[object, object]], taken: Iterable[Deduction]) -> None:
    of_item: Counter[str] = Counter()
    for one in taken:
        of_item[one.item] += one.points
        most = items[one.item][1].most  # type: ignore[attr-defined]
        if one.points <= 0 or of_item[one.item] > most:
            raise Refused(
                "分值超出该部分范围。", CLAUSE, remedy=f"条目{one.item}最多扣{shown_points(most)}分，每次扣分大于0。"
            )


def grade_of(sheet: EvaluationSheet, total: int, *, vetoed: bool) -> str:
    """The grade a score earns; a vetoed file has the lowest."""
    if vetoed:
        return sheet.grades[-1].label
    return next((one.label for one in sheet.grades if total >= one.least), sheet.grades[-1].label)


@keeps(HOUSE)
def evaluator_fault(*, ref: str, name: str, involved: Collection[str]) -> str:
    """Why somebody may not evaluate a file; empty when they may."""
    return f"{name}参与过该案办理或者审核，不得评查。" if ref in involved else ""


def read_points(text: str, field: str = "", *, least: int = 1) -> int:
    """Points as typed, to one place behind the point, in tenths. Raises Refused for anything else."""
    try:
        points = Decimal(text.strip().removesuffix("分")) * TENTHS
    except InvalidOperation:
        raise Refused(f"“{text.strip()[:20]}”不是分值。", field=field, remedy="请写数字，最多一位小数。") from None
    if not points.is_finite() or points != points.to_integral_value() or not least <= points <= HIGHEST:
        raise Refused(f"“{text.strip()[:20]}”不是分值。", field=field, remedy="请写大于0的数字，最多一位小数。")
    return int(points)


def shown_points(tenths: int) -> str:
    """Tenths as people write points: 2, 0.5."""
    return f"{Decimal(tenths) / TENTHS:f}".removesuffix(".0")

"""What each column of a template counts, worked out from kept counts; pure, so that every rule has its own example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from yangguang.reporting.rules.templates import Column, Table, Template

OTHER = "other"
NOT_HELD = "not_held"


@dataclass(frozen=True, order=True)
class Tally:
    """How many things of a kind counted in a year, and how much money in 分 they came to."""

    what: str
    detail: str = ""
    count: int = 0
    amount_fen: int = 0


@dataclass(frozen=True)
class HandValue:
    """What people filled in for a column: a number (分 for money), or that the body has no such duty."""

    value: int | None = None
    not_held: bool = False
    note: str = ""


@dataclass(frozen=True)
class Figure:
    """One cell: its value, or None; how it came about: computed, entered, not_held, missing."""

    column: Column
    value: int | None
    how: str
    note: str = ""


def heaviest(kinds: Iterable[str], order: Sequence[str]) -> str:
    """The heaviest of the kinds of one decision; a named kind goes before 其他, which counts only by itself."""
    named = [kind for kind in kinds if kind in order and kind != OTHER]
    return max(named, key=order.index) if named else OTHER


def counted_by(column: Column) -> tuple[str, ...]:
    """Which kinds of things a column counts."""
    return ("penalty",) if column.rule in {"heaviest", "penalties", "penalty_money"} else column.what


def weight(column: Column, template: Template, what: str, detail: str) -> int:
    """1 for things that belong to a column, 0 for others. What fell later stays counted as the decision it was."""
    if what not in counted_by(column):
        return 0
    if column.rule == "heaviest":
        return int(heaviest(detail.split("+"), template.order) in column.detail)
    return int(not column.detail or detail in column.detail)


def figures_of(
    table: Table, template: Template, tallies: Sequence[Tally], entered: Mapping[str, HandValue],
    officers: Mapping[str, int],
) -> tuple[Figure, ...]:  # fmt: skip
    """Every cell of a table. `entered` goes by `table.column`; what nobody filled in is missing, never a silent 0."""
    found: dict[str, Figure] = {}
    for column in table.columns:
        if column.is_manual:
            found[column.name] = _entered(column, entered.get(f"{table.name}.{column.name}"))
        elif column.rule == "share":
            found[column.name] = _share(column, *(found[name].value or 0 for name in column.of))
        elif column.rule == "officers":
            found[column.name] = Figure(column, officers.get(column.what[0], 0), "computed")
        else:
            found[column.name] = Figure(column, _counted(column, template, tallies), "computed")
    return tuple(found.values())


def _counted(column: Column, template: Template, tallies: Sequence[Tally]) -> int:
    return sum(
        weight(column, template, one.what, one.detail) * (one.amount_fen if column.is_money else one.count)
        for one in tallies
    )


def _entered(column: Column, told: HandValue | None) -> Figure:
    if told is None:
        return Figure(column, None, "missing")
    if told.not_held:
        return Figure(column, None, NOT_HELD, told.note)
    return Figure(column, told.value, "entered", told.note)


def _share(column: Column, part: int, whole: int) -> Figure:
    """In hundredths of a percent, so that 98.75% stays whole; without a whole there is nothing to say."""
    if not whole:
        return Figure(column, None, NOT_HELD, "没有在岗执法人员。")
    return Figure(column, round(part * 10_000 / whole), "computed")

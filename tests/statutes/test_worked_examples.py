"""Every typed example of every clause runs through the clause's keeper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import pytest

import yangguang
from yangguang.kernel.spans import Span
from yangguang.kernel.workdays import Suspension, shipped_calendar
from yangguang.statutes import Clause, Example, all_clauses
from yangguang.statutes.clause import TIME_UNITS
from yangguang.statutes.deadlines import due, due_moment, earliest
from yangguang.statutes.keepers import KEPT_BY, gather
from yangguang.statutes.ranges import money_range

gather(yangguang)

CALENDAR = shipped_calendar()
PEOPLE = ("workers", "children", "persons", "people")
MONTHS = ("months", "months_after_order")
MONEY = frozenset(clause_id for clause_id, keeper in KEPT_BY.items() if keeper is money_range)
BASES = ("due", "hidden", "payable", "gains")


def _typed(clause: Clause) -> list[Example]:
    return [example for example in clause.examples if example.is_typed]


def _is_money(clause: Clause) -> bool:
    return clause.id in MONEY


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(clause, example, id=f"{clause.id}-{number}")
        for clause in all_clauses()
        if kind == ("deadline" if clause.kind == "deadline" else "money" if _is_money(clause) else "other")
        for number, example in enumerate(_typed(clause), start=1)
    ]


def _halts(given: Mapping[str, object]) -> tuple[Suspension, ...]:
    first, last = given.get("suspended_from"), given.get("suspended_through")
    return (Suspension(Span.through(first, last)),) if isinstance(first, date) and isinstance(last, date) else ()


def _number(given: Mapping[str, object], names: tuple[str, ...]) -> int | None:
    return next((value for name in names if isinstance(value := given.get(name), int)), None)


@pytest.mark.parametrize(("clause", "example"), _cases("deadline"))
def test_a_deadline_falls_where_its_clause_says(clause: Clause, example: Example) -> None:
    assert not isinstance(example.given, str)
    assert not isinstance(example.expect, str)
    (value,) = clause.values.values()
    start = next(day for day in example.given.values() if isinstance(day, date))
    halts = _halts(example.given)
    if isinstance(start, datetime):
        assert {value.gives: due_moment(clause, start).at} == dict(example.expect)
        return

    found: dict[str, object] = {}
    if example.given.get("extended"):
        found[value.gives] = due(value.extends, start, CALENDAR, halts, extensions=[clause]).day
    elif value.opens:
        opens_on, term = earliest(clause, start, CALENDAR, halts)
        found = {value.opens: opens_on, value.gives: term.day}
    else:
        found[value.gives] = due(clause, start, CALENDAR, halts).day

    assert {name: found[name] for name in example.expect} == dict(example.expect)


@pytest.mark.parametrize(("clause", "example"), _cases("money"))
def test_a_range_is_what_its_clause_allows(clause: Clause, example: Example) -> None:
    assert not isinstance(example.given, str)
    found = money_range(
        clause,
        people=_number(example.given, PEOPLE) or 1,
        months=_number(example.given, MONTHS) or 1,
        base_fen=(_number(example.given, BASES) or 0) * 100,
    )

    assert {"low_yuan": found.low_fen // 100, "high_yuan": found.high_fen // 100} == example.expect


@pytest.mark.parametrize(("clause", "example"), _cases("other"))
def test_a_gate_or_threshold_answers_as_its_clause_says(clause: Clause, example: Example) -> None:
    """The keeper is called with what is given; it returns the expected table, or the one value expected."""
    assert not isinstance(example.given, str)
    assert not isinstance(example.expect, str)
    assert clause.id in KEPT_BY, "a typed example needs the keeper that runs it"

    found = KEPT_BY[clause.id](**example.given)

    assert found == (dict(example.expect) if isinstance(found, dict) else next(iter(example.expect.values())))


def test_every_deadline_with_a_number_has_an_example_that_runs() -> None:
    silent = [
        clause.id
        for clause in all_clauses()
        if clause.kind == "deadline" and any(value.unit in TIME_UNITS for value in clause.values.values())
        if not _typed(clause)
    ]

    assert silent == ["MVP-2016:8#half_year", "MVP-2016:8#quarter"], "quarterly and half-yearly batches have no term"

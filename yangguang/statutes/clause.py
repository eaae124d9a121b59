"""One clause of law as this software keeps it: text, source, dates, values with units, worked examples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from yangguang.kernel.due_dates import Unit
from yangguang.kernel.money import FEN_IN_YUAN
from yangguang.kernel.refusal import Refused

TIME_UNITS = frozenset(unit.value for unit in Unit)
UNITS = TIME_UNITS | {"yuan", "percent", "person", "count"}
TERMS = frozenset({"agency", "party", "outside"})
UNREAD = {"memory": "没有读到原文", "excerpt": "只读到摘录"}
EFFECTS = frozenset({"wait", "agency", "right", "lapse", "automatic", "limit"})


class WrongUnit(LookupError):
    """A number was asked in a unit the clause does not use."""


class NoSuchValue(LookupError):
    """The clause has no value of this name."""


class NotInForce(LookupError):
    """The clause was not yet, or no longer, in force on the day asked for."""


class NotSet(Refused):
    """National law leaves the number to a province, a ministry or the body, and nobody has set it."""


@dataclass(frozen=True)
class Value:
    """A number the clause fixes, with its unit and, for terms, whose term it is and what it gives."""

    name: str
    unit: str
    amount: int | None = None
    low: int | None = None
    high: int | None = None
    because: str = ""
    term: str = ""
    roll: bool = False
    effects: tuple[str, ...] = ()
    gives: str = ""
    opens: str = ""
    extends: str = ""
    per: str = ""


@dataclass(frozen=True)
class Example:
    """A worked example: typed when both sides are tables a keeper can run, else plain words."""

    name: str
    given: Mapping[str, object] | str
    expect: Mapping[str, object] | str
    note: str = ""

    @property
    def is_typed(self) -> bool:
        """Can a keeper run this example?"""
        return not isinstance(self.given, str) and not isinstance(self.expect, str)


@dataclass(frozen=True)
class Statute:
    """The law, regulation or document a clause belongs to."""

    code: str
    name: str
    citation: str
    abbreviation: str
    level: str
    in_force: date | None
    until: date | None = None
    region: str = ""
    note: str = ""


@dataclass(frozen=True)
class Clause:
    """A clause, ready to be cited and asked for its numbers."""

    id: str
    law: Statute
    article: str
    topic: str
    text: str
    source: str
    checked: date | None
    sure: str
    kind: str
    in_force: date | None
    until: date | None = None
    local: bool = False
    article_sure: bool = True
    starts_from: str = ""
    counts: str = ""
    suspended_by: str = ""
    gates: tuple[str, ...] = ()
    hint: str = ""
    doubt: str = ""
    overrides: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    earlier: tuple[Clause, ...] = ()

    @property
    def statute(self) -> str:
        """The full name of the statute."""
        return self.law.name

    @property
    def to_check(self) -> tuple[str, ...]:
        """What a lawyer has still to check before anybody relies on it; empty when the whole text was read."""
        found = [UNREAD[self.sure]] if self.sure in UNREAD else []
        found += [] if self.article_sure else ["条号没有核实"]
        return tuple([*found, self.doubt] if self.doubt else found)

    def value(self, name: str = "") -> Value:
        """The named value, or the only one when no name is given."""
        if name and name in self.values:
            return self.values[name]
        if not name and len(self.values) == 1:
            return next(iter(self.values.values()))
        if not self.values and self.local:
            raise NotSet(
                f"本机关还没有设定“{self.topic}”的数值和来源，不能办理。",
                self.id,
                remedy="请系统管理员录入数值和来源。",
            )
        raise NoSuchValue(f"{self.id} has no value {name!r}; it has {sorted(self.values)}")

    def amount(self, name: str = "", *, unit: str) -> int:
        """One number of the clause, in the unit the caller expects; another unit is an error."""
        value = self._in_unit(name, unit)
        if value.amount is None:
            raise NoSuchValue(f"{self.id} gives a range, not one amount")
        return value.amount

    def bounds(self, name: str = "", *, unit: str) -> tuple[int, int]:
        """The least and the most the clause allows, both included."""
        value = self._in_unit(name, unit)
        if value.low is None or value.high is None:
            raise NoSuchValue(f"{self.id} gives one amount, not a range")
        return value.low, value.high

    def fen(self, name: str = "") -> int:
        """An amount of money in 分."""
        return self.amount(name, unit="yuan") * FEN_IN_YUAN

    def fen_bounds(self, name: str = "") -> tuple[int, int]:
        """A range of money in 分."""
        low, high = self.bounds(name, unit="yuan")
        return low * FEN_IN_YUAN, high * FEN_IN_YUAN

    def on(self, day: date) -> Clause:
        """The clause as it stood that day."""
        for version in (self, *self.earlier):
            if (version.in_force is None or version.in_force <= day) and (
                version.until is None or day <= version.until
            ):
                return version
        raise NotInForce(f"{self.id} was not in force on {day.isoformat()}")

    def cite(self) -> str:
        """The way a document names it: 行政处罚法第四十八条第二款."""
        return f"{self.law.citation}{self.article}"

    def short(self) -> str:
        """The way a note beside a field names it: 处罚法 48."""
        number = re.match(r"\d+(-\d+)?", self.id.partition(":")[2])
        return f"{self.law.abbreviation} {number.group() if number else self.article}"

    def _in_unit(self, name: str, unit: str) -> Value:
        value = self.value(name)
        if value.unit != unit:
            raise WrongUnit(f"{self.id} counts {value.name} in {value.unit}, not in {unit}")
        return value

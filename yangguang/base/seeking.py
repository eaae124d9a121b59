"""Paging by place: the rows after or before one that was shown cost the same however deep they lie, which OFFSET does not.

A place is what a row is sorted by, its key last, as `2026-03-01~1234` in an address: it stays where it is when rows come or go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol, runtime_checkable

from django.core.exceptions import ValidationError
from django.db.models import Lookup, Model, Q, QuerySet

from yangguang.base.unchanged import while_unchanged
from yangguang.base.worded_once import worded_once, worded_once_further_on

JOINED_BY = "~"
LONGEST = 60
AT_ONCE = 2000  # keys in one statement
KEY_DIGITS = 18  # what a key column holds


@runtime_checkable
class Seekable(Protocol):
    """A list that can be gone on with from any of its rows."""

    def __getitem__(self, wanted: slice) -> list[Any]: ...

    def place_of(self, row: Any) -> str:
        """Where a row stands, as it is written in an address."""

    def beyond(self, place: str, most: int, *, back: bool = False) -> list[Any] | None:
        """The rows after a place, or the nearest before it, in the list's order; None where it is no place of this list."""


@dataclass(frozen=True)
class Words:
    """How an order is made again from blanks, so that its rows are asked for in kept words: `again(asked)`, or `part` of that.

    `several` where it comes in several parts: their keys are asked for first. Further on it begins at a place that is kept, for
    one question more where none is, or `in_one` question that is put together anew.
    """

    again: Callable[[Any], Any]
    asked: Any
    model: type[Model]
    part: str = ""
    several: bool = False
    in_one: bool = False

    @property
    def made(self) -> frozenset[Any]:
        """How, as a part of a statement's shape."""
        return frozenset({(self.again, self.part)})


def _made_again(made: frozenset[Any], asked: Any) -> Any:
    ((again, part),) = made
    return getattr(again(asked), part) if part else again(asked)


@worded_once
def _kept(
    made: frozenset[Any], asked: Any, keys: frozenset[Any], most: frozenset[int], place: tuple[Any, ...] | None
) -> QuerySet[Any]:
    """The rows of an order of one part, from its beginning or beyond a place; see `Ordered._rows`."""
    (order,), (number,) = keys, most
    return _made_again(made, asked).rows(order, number, place)  # type: ignore[no-any-return]


@worded_once
def _keys(
    made: frozenset[Any], asked: Any, keys: frozenset[Any], most: frozenset[int], place: tuple[Any, ...] | None
) -> QuerySet[Any, Any]:
    """What the rows of an order of several parts are sorted by."""
    (order,), (number,) = keys, most
    again = _made_again(made, asked)
    return again.keys_of(again.beyond_in_parts(order, place), order)[:number]  # type: ignore[no-any-return]


@worded_once
def _with_keys(made: frozenset[Any], asked: Any, wanted: tuple[int, ...]) -> QuerySet[Any]:
    """Rows of an order by their keys."""
    again = _made_again(made, asked)
    return again.said(again.parts[0].model._default_manager.filter(pk__in=wanted).order_by())  # type: ignore[no-any-return]


@worded_once_further_on
def _place(made: frozenset[Any], asked: Any, keys: frozenset[Any], passed: int) -> QuerySet[Any, Any]:
    """What the row is sorted by before which so many of an order lie."""
    (order,), again = keys, _made_again(made, asked)
    return again.keys_of(again.parts, order)[:1]  # type: ignore[no-any-return]


@while_unchanged
def _place_kept(made: frozenset[Any], asked: Any, keys: frozenset[Any], passed: int) -> tuple[Any, ...] | None:
    """The same, kept: only a place, the rows beyond it are asked for by whoever may see them."""
    return next(iter(_place(made, asked, keys, passed)), None)  # type: ignore[arg-type]


class Ordered:
    """Rows by columns of their own, which may come in several parts that share none: each is read in its index's order.

    The last key tells every row apart, so that rows with the same day keep one order and none is shown twice or left out.
    """

    def __init__(self, parts: Callable[[], Sequence[QuerySet[Any]]], *keys: str, words: Words | None = None) -> None:
        """With `words` the parts are made only for what has none."""
        self._parts, self._keys, self._words = parts, list(keys), words
        self.names = [key.lstrip("-") for key in keys]

    @cached_property
    def parts(self) -> list[QuerySet[Any]]:
        """The parts."""
        return list(self._parts())

    def __getitem__(self, wanted: slice) -> list[Any]:
        start, stop, words = wanted.start, wanted.stop, self._words
        if start and words is not None and stop is not None and not words.in_one:
            before = _place_kept(words.made, words.asked, frozenset({tuple(self._keys)}), start - 1)
            return self._first(self._keys, stop - start, before) if before else []
        if not start or not self.parts:
            return self._first(self._keys, stop)
        return self.fetched(self.keys_of(self.parts, self._keys)[wanted], self._keys)

    def place_of(self, row: Any) -> str:
        """What it is sorted by."""
        return JOINED_BY.join(str(getattr(row, name)) for name in self.names)

    def beyond(self, place: str, most: int, *, back: bool = False) -> list[Any] | None:
        """The rows after a place, or before it."""
        meant = self._read(place)
        if meant is None:
            return None
        keys = [_turned(key) for key in self._keys] if back else self._keys
        found = self._first(keys, most, meant)
        return found[::-1] if back else found

    def last(self, most: int) -> list[Any]:
        """The last ones, in the list's order."""
        return self._first([_turned(key) for key in self._keys], most)[::-1]

    def _first(self, keys: Sequence[str], most: int | None, place: Sequence[Any] | None = None) -> list[Any]:
        """The first rows in an order: nothing is passed over, so that one part needs no list of keys."""
        words = self._words
        if words is not None and most is not None:
            wanted = frozenset({tuple(keys)}), frozenset({most}), tuple(place) if place else None
            if not words.several:
                return self.whole(_kept(words.made, words.asked, *wanted))
            found = [key[-1] for key in _keys(words.made, words.asked, *wanted)]  # type: ignore[index]
            rows = {row.pk: row for row in _with_keys(words.made, words.asked, tuple(found))}
            return [rows[key] for key in found]
        if len(self.parts) == 1:
            return self.whole(self.rows(keys, most, place))
        parts = self.beyond_in_parts(keys, place)
        return self.fetched(self.keys_of(parts, keys)[:most], keys) if parts else []

    def beyond_in_parts(self, keys: Sequence[str], place: Sequence[Any] | None) -> list[QuerySet[Any]]:
        """Its parts, beyond a place."""
        return [part.filter(_past(keys, place)) for part in self.parts] if place else self.parts

    def rows(self, keys: Sequence[str], most: int | None, place: Sequence[Any] | None) -> QuerySet[Any]:
        """The rows of its one part, in an order."""
        part = self.parts[0].filter(_past(keys, place)) if place else self.parts[0]
        return self.said(part).order_by(*keys)[:most]

    def keys_of(self, parts: Sequence[QuerySet[Any]], keys: Sequence[str]) -> QuerySet[Any, Any]:
        """What the rows are sorted by, in order: all of it stands in an index, and rows passed over cost little."""
        rows = [part.order_by().values_list(*self.names) for part in parts]
        whole = rows[0].union(*rows[1:], all=True) if len(rows) > 1 else rows[0]
        return whole.order_by(*keys)

    def fetched(self, keys: QuerySet[Any, Any], order: Sequence[str]) -> list[Any]:
        """The rows of some of these keys, in the same order."""
        every = self.parts[0].model._default_manager.all()
        if len(self.parts) == 1:
            return self.whole(self.said(every.filter(pk__in=keys.values("pk"))).order_by(*order))
        wanted = [key[-1] for key in keys]
        found: dict[int, Any] = {}
        for start in range(0, len(wanted), AT_ONCE):
            found |= self.said(every).in_bulk(wanted[start : start + AT_ONCE])
        return [found[key] for key in wanted]

    def whole(self, rows: Iterable[Any]) -> list[Any]:
        """The rows as the list shows them."""
        return list(rows)

    def said(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With what a list says of each row besides its own columns."""
        return rows

    def _read(self, place: str) -> list[Any] | None:
        told = place[:LONGEST].split(JOINED_BY)
        if len(told) != len(self.names) or not (self._words or self.parts):
            return None
        model = self._words.model if self._words else self.parts[0].model
        try:
            return [_meant(model, name, value) for name, value in zip(self.names, told, strict=True)]
        except (ValidationError, ValueError):
            return None


class InOrderWithin(Lookup):  # type: ignore[type-arg]
    """Whether the digits and Chinese characters of a word stand in a text in their order, with anything between them."""

    lookup_name = "in_order_within"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """A pattern that the database goes through quickly; it passes on more than holds the word."""
        text, told = self.process_lhs(compiler, connection)
        letters = [c for c in str(self.rhs) if c in "0123456789" or "\u4e00" <= c <= "\u9fff"]
        return f"{text} LIKE %s", (*told, "%".join(["", *letters, ""]))


def _turned(key: str) -> str:
    return key.removeprefix("-") if key.startswith("-") else f"-{key}"


def _past(keys: Sequence[str], place: Sequence[Any]) -> Q:
    """Beyond a place in this order. The first comparison is said by itself, for the index to begin there."""
    (key, *others), (value, *rest) = keys, place
    name, further = key.lstrip("-"), "lt" if key.startswith("-") else "gt"
    strictly = Q(**{f"{name}__{further}": value})
    if not others:
        return strictly
    return Q(**{f"{name}__{further}e": value}) & (strictly | Q(**{name: value}) & _past(others, rest))


def _meant(model: type[Model], name: str, value: str) -> Any:
    """A value of a place as its column has it."""
    field: Any = model._meta.get_field(name)
    meant = field.to_python(value) if value else None
    if meant is None or isinstance(meant, int) and abs(meant) >= 10**KEY_DIGITS:
        raise ValueError(value)
    return meant

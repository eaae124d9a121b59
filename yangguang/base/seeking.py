"""Paging by place: the rows after or before one that was shown cost the same however deep they lie, which OFFSET does not.

A place is what a row is sorted by, its key last, as `2026-03-01~1234` in an address: it stays where it is when rows come or go.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, runtime_checkable

from django.core.exceptions import ValidationError
from django.db.models import Lookup, Q, QuerySet

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


class Ordered:
    """Rows by columns of their own, which may come in several parts that share none: each is read in its index's order.

    The last key tells every row apart, so that rows with the same day keep one order and none is shown twice or left out.
    """

    def __init__(self, parts: Sequence[QuerySet[Any]], *keys: str) -> None:
        self.parts, self._keys = list(parts), list(keys)
        self.names = [key.lstrip("-") for key in keys]

    def __getitem__(self, wanted: slice) -> list[Any]:
        if not wanted.start or not self.parts:
            return self._first(self.parts, self._keys, wanted.stop)
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
        past = _past(keys, meant)
        found = self._first([part.filter(past) for part in self.parts], keys, most)
        return found[::-1] if back else found

    def last(self, most: int) -> list[Any]:
        """The last ones, in the list's order."""
        return self._first(self.parts, [_turned(key) for key in self._keys], most)[::-1]

    def _first(self, parts: Sequence[QuerySet[Any]], keys: Sequence[str], most: int | None) -> list[Any]:
        """The first rows in an order: nothing is passed over, so that one part needs no list of keys."""
        if len(parts) == 1:
            return self.whole(self.said(parts[0]).order_by(*keys)[:most])
        return self.fetched(self.keys_of(parts, keys)[:most], keys) if parts else []

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

    def whole(self, rows: QuerySet[Any]) -> list[Any]:
        """The rows as the list shows them."""
        return list(rows)

    def said(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With what a list says of each row besides its own columns."""
        return rows

    def _read(self, place: str) -> list[Any] | None:
        told = place[:LONGEST].split(JOINED_BY)
        if len(told) != len(self.names) or not self.parts:
            return None
        try:
            return [_meant(self.parts[0], name, value) for name, value in zip(self.names, told, strict=True)]
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


def _past(keys: list[str], place: list[Any]) -> Q:
    """Beyond a place in this order. The first comparison is said by itself, for the index to begin there."""
    (key, *others), (value, *rest) = keys, place
    name, further = key.lstrip("-"), "lt" if key.startswith("-") else "gt"
    strictly = Q(**{f"{name}__{further}": value})
    if not others:
        return strictly
    return Q(**{f"{name}__{further}e": value}) & (strictly | Q(**{name: value}) & _past(others, rest))


def _meant(part: QuerySet[Any], name: str, value: str) -> Any:
    """A value of a place as its column has it."""
    field = part.model._meta.get_field(name)
    meant = field.to_python(value) if value else None
    if meant is None or isinstance(meant, int) and abs(meant) >= 10**KEY_DIGITS:
        raise ValueError(value)
    return meant

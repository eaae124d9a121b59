"""What a table of open data is: fields with what they mean, rows read in batches, and which rows may be in it at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

BATCH = 2000
FEW = 20  # rows that hold a whole list, or the text of a decision

Cell = str | int | None
Row = dict[str, Cell]


@dataclass(frozen=True)
class Field:
    """One column: its name in the file, what it is called, whether it is a day, or a whole number."""

    name: str
    label: str
    day: bool = False
    number: bool = False


@dataclass(frozen=True)
class DataSet:
    """One table of open data; `rows` are read in batches, oldest first, so that two makings differ only where rows do.

    `standing` tells what may be in it: the values of its first fields, as many as `keys`. `about` says what the table is for.
    """

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]
    rows: Callable[[], Iterator[Row]]
    standing: Callable[[], Iterable[tuple[str, ...]]]
    keys: int = 1


def read(rows: QuerySet[Any], values: Callable[[Any], Mapping[str, Any]], at_once: int = BATCH) -> Iterator[Row]:
    """One line a row of the store."""
    for row in rows.iterator(chunk_size=at_once):
        yield written(values(row))


def spread(
    rows: QuerySet[Any], values: Callable[[Any], Iterable[Mapping[str, Any]]], at_once: int = FEW
) -> Iterator[Row]:
    """As many lines of each row of the store as it has parts."""
    for row in rows.iterator(chunk_size=at_once):
        for part in values(row):
            yield written(part)


def written(values: Mapping[str, Any]) -> Row:
    """Values as a file holds them."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def plain(fields: tuple[Field, ...]) -> Callable[[Any], Mapping[str, Any]]:
    """The fields of a row that are called as its columns are."""
    return lambda row: {field.name: getattr(row, field.name) for field in fields}


def refs_of(rows: QuerySet[Any], name: str = "ref") -> Iterator[tuple[str, ...]]:
    """The references of rows, to tell what may be in a table."""
    return ((ref,) for ref in rows.values_list(name, flat=True).iterator())


def lines(pairs: Iterable[Iterable[Any]]) -> str:
    """Labels with their values, a line each."""
    told = (tuple(pair) for pair in pairs)
    return "\n".join(f"{label}：{value}" for label, value in told if value)

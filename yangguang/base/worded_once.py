"""A question that is asked again and again in the same shape is worded once: Django puts its SQL together the first time.

Only the words are kept, never an answer: every call asks the database anew, inside the same transaction, through a bare cursor
unless somebody listens to statements. Putting a statement together costs several times what asking it costs, so this is for
the questions that every act or every page asks. Whatever may differ from call to call is an argument; a shape that looks at
the clock or at a setting by itself would keep the first answer's words for ever (tests/structure).
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import lru_cache, partial, update_wrapper
from itertools import count
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.backends.sqlite3.base import SQLiteCursorWrapper as SQLiteCursor
from django.db.models import BigIntegerField, Model, QuerySet, Value
from django.db.models.query import ModelIterable, ValuesListIterable, get_related_populators
from django.db.transaction import TransactionManagementError

from yangguang.base import guards
from yangguang.base.worded_values import converted, maker_of, quicken, ways_back

Row = TypeVar("Row", bound=Model)
KEPT_ON = "_worded_once"
PLANNED_AFTER = 2  # times a statement came
MOST_KEPT = 1000  # shapes on one connection; whoever makes up more of them makes Django word them anew
# Called as the Django of requirements.lock takes it; the next one asks for a fourth argument.
RELATED: Callable[..., list[Any]] = get_related_populators


def worded_once(shape: Callable[..., QuerySet[Row]]) -> WordedOnce[Row]:
    """Make a function that returns a query of rows or of `values_list` into one that returns them and is worded once.

    A row among the arguments is asked by its number, and where the answers have a relation of the argument's name they
    know it. A tuple stands for the values of an `__in` (of a relation: `body__pk__in`). None and frozen sets are no values
    but part of the shape, which is given them as they are: each has words of its own. A named tuple is given with each of
    its fields treated so, named tuples in it too.
    """
    return WordedOnce(shape)


class WordedOnce(Generic[Row]):
    """A question and the words it has so far."""

    every: list[WordedOnce[Any]] = []

    def __init__(self, shape: Callable[..., QuerySet[Row]]) -> None:
        self.shape = shape
        self.names = tuple(inspect.signature(shape).parameters)
        update_wrapper(self, shape)
        self.every.append(self)

    def __call__(self, *values: Any, using: str = "default") -> list[Row]:
        """The rows as they are now."""
        asked = [value.pk if isinstance(value, Model) else value for value in values]
        connection = connections[using]
        words = words_of(connection)
        key = (self, *map(_shape_of, asked))
        if (statement := words.get(key)) is None:
            statement = words[key] = self.worded(asked, connection)
        rows: list[Row] = statement.ask([one for value in asked for one in _single(value)])
        for name, value in zip(self.names, values, strict=True):
            if isinstance(value, Model) and name in statement.relations:
                for row in rows:
                    setattr(row, name, value)
        return rows

    def worded(self, values: Iterable[Any], connection: Any) -> Statement[Row]:
        """Its words for values of these shapes."""
        return Statement(self.shape(*self.blanks(values)).using(connection.alias), connection)

    def blanks(self, values: Iterable[Any]) -> Iterator[Any]:
        """A blank for each value."""
        places = count()
        for value in values:
            yield _blanks(places, value)


class FurtherOn(WordedOnce[Row]):
    """A question whose last argument says how many rows are passed over: its words are those of all such numbers."""

    def worded(self, values: Iterable[Any], connection: Any) -> Statement[Row]:
        """Its words, which end in how many rows are wanted."""
        statement = super().worded(values, connection)
        if statement.sql:
            statement.sql += " OFFSET %s"
            statement.params.append(lambda given, connection: given[-1])
        return statement


def worded_once_further_on(shape: Callable[..., QuerySet[Row]]) -> FurtherOn[Row]:
    """The same for a query that is cut at some number of rows and begun further on, by its last argument."""
    return FurtherOn(shape)


def words_of(connection: Any) -> dict[Any, Any]:
    """The words kept for a connection: no two threads share them, and they go when it goes."""
    kept: dict[Any, Any] = connection.__dict__.setdefault(KEPT_ON, {})
    if len(kept) > MOST_KEPT:
        kept.clear()
    return kept


def said(connection: Any, words: str, given: list[Any]) -> tuple[list[Any], int]:
    """Say kept words to the database: the rows it answers, and how many it changed."""
    session = connection.connection
    heard = session is None or connection.queries_logged or not guards.lets_pass(connection.execute_wrappers, words)
    if not heard:
        connection.validate_no_broken_transaction()
        if connection.vendor == "sqlite":
            with connection.wrap_database_errors:
                cursor = session.execute(_with_marks_of_sqlite(words), given)
                return (cursor.fetchall() if cursor.description else []), cursor.rowcount
    opened = connection.cursor if heard else connection.create_cursor  # where somebody listens, Django's own way
    with connection.wrap_database_errors, _cursor_for_words(connection, opened) as cursor:
        cursor.execute(words, given)
        return (cursor.fetchall() if cursor.description else []), cursor.rowcount


@lru_cache(MOST_KEPT)
def _with_marks_of_sqlite(words: str) -> str:
    return SQLiteCursor.convert_query(None, words)  # type: ignore[arg-type,no-any-return]


def _cursor_for_words(connection: Any, opened: Callable[[], Any]) -> Any:
    """A cursor for kept words: PostgreSQL plans what comes again only once. SQLite's own connection does so for every statement."""
    if connection.vendor != "postgresql":
        return closing(opened())
    from django.db.backends.postgresql.base import ServerBindingCursor

    connection.ensure_connection()
    session = connection.connection
    before = session.cursor_factory
    session.prepare_threshold, session.cursor_factory = PLANNED_AFTER, ServerBindingCursor
    try:
        return closing(opened())
    finally:
        session.cursor_factory = before


class Blank(Value):
    """Where a value goes. Its kind is read off the first value, `at` tells one value of a tuple from the next."""

    def __init__(self, place: int, example: Any, at: int = -1) -> None:
        number = isinstance(example, int) and not isinstance(example, bool)
        super().__init__(example, BigIntegerField() if number else None)
        self.place, self.at = place, at

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [self]

    def filled(self, values: list[Any], connection: Any) -> Any:
        """What the database is given in this place."""
        given = values[self.place]
        return self.output_field.get_db_prep_value(given[self.at] if self.at >= 0 else given, connection)


def _single(value: Any) -> tuple[Any, ...]:
    """The values in the fields of a named tuple, or the value alone."""
    return tuple(one for field in value for one in _single(field)) if hasattr(value, "_fields") else (value,)


def _shape_of(value: Any) -> Any:
    if hasattr(value, "_fields"):
        return (type(value), *map(_shape_of, value))
    if isinstance(value, tuple):
        return (tuple, *map(type, value))
    return value if isinstance(value, frozenset) else type(value)


def _blanks(places: Iterator[int], value: Any) -> Any:
    if hasattr(value, "_fields"):
        return type(value)(*[_blanks(places, field) for field in value])
    place = next(places)
    if isinstance(value, tuple):
        return [Blank(place, one, at) for at, one in enumerate(value)]
    return value if value is None or isinstance(value, frozenset) else Blank(place, value)


class Statement(Generic[Row]):
    """The words of one question on one connection, and how rows are made of its answer."""

    def __init__(self, query: QuerySet[Row], connection: Any) -> None:
        asked: Any = query
        kind = asked._iterable_class
        if kind not in (ModelIterable, ValuesListIterable) or asked._prefetch_related_lookups:
            raise TypeError("only rows and their values, without what is fetched beside them, are worded once")
        self.connection = connection
        self.locks = query.query.select_for_update
        self.relations = {field.name for field in query.model._meta.concrete_fields if field.is_relation}
        compiler = query.query.get_compiler(connection=connection)
        try:
            self.sql, params = compiler.as_sql()
        except EmptyResultSet:  # nothing can answer to this shape, whatever the values
            self.sql = ""
            return
        self.params = filling(params)
        select = compiler.select
        self.ways = ways_back(compiler.get_converters([column for column, *_ in select]), connection)
        self._row: Callable[[list[Any]], Any] = tuple
        if kind is ModelIterable:
            kinds, self._row = compiler.klass_info, self._whole
            self.own = slice(kinds["select_fields"][0], kinds["select_fields"][-1] + 1)
            self.names = [column.target.attname for column, *_ in select[self.own]]
            self.make = maker_of(kinds["model"], self.names)
            self.beside = RELATED(kinds, select, connection.alias)
            for related in self.beside:
                quicken(related)

    def ask(self, values: list[Any]) -> list[Row]:
        """Ask the database and make rows of what it says."""
        if not self.sql:
            return []
        if self.locks and not self.connection.in_atomic_block:
            raise TransactionManagementError("a row is locked inside a transaction")
        told = told_by(self.connection, self.sql, self.params, values)
        return [self._row(one) for one in (converted(told, self.ways) if self.ways else told)]

    def _whole(self, told: list[Any]) -> Row:
        row: Row = self.make(self.connection.alias, self.names, told[self.own])
        for related in self.beside:
            related.populate(told, row)
        return row


Filling = Callable[[list[Any], Any], Any]


def filling(params: Iterable[Any]) -> list[Filling]:
    """How each parameter is come by: a blank from the values, any other as it is."""
    return [one.filled if isinstance(one, Blank) else partial(_as_it_is, one) for one in params]


def told_by(connection: Any, sql: str, params: list[Filling], values: list[Any]) -> list[Any]:
    """What the database says to kept words, filled in."""
    return said(connection, sql, [param(values, connection) for param in params])[0]


def _as_it_is(param: Any, values: list[Any], connection: Any) -> Any:
    return param

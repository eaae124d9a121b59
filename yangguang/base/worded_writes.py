"""Rows written again and again: `save` and `create` go their usual way, but the SQL of each set of columns is put together once.

The words are Django's own, kept for each connection as in `worded_once`; plain values go as `worded_values` prepares them. What
is not plain values – an expression, a database that returns no number, a column the database fills – Django does itself.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connections, models, transaction
from django.db.models.signals import post_save, pre_save  # noqa: TID251 – only asked whether anybody listens
from django.db.models.sql import InsertQuery, UpdateQuery

from yangguang.base.worded_once import Blank, said, words_of
from yangguang.base.worded_values import value_of, way_to


class WordedRow(models.Model):
    """A row that every act, or nearly every act, writes."""

    class Meta:
        abstract = True

    def save_base(
        self, raw: bool = False, force_insert: Any = False, force_update: bool = False, using: str | None = None,
        update_fields: Any = None,
    ) -> None:  # fmt: skip
        """Save as Django does; a plain new row and a change of one that stands go in kept words."""
        if not (raw or force_update) and using and _may_be_quick(type(self)):
            connection = connections[using]
            with transaction.mark_for_rollback_on_error(using=using):
                if self.pk is None:
                    done = not update_fields and self._insert(connection)
                else:
                    done = not (force_insert or self._state.adding) and self._change(connection, update_fields)
            if done:
                self._state.db, self._state.adding = using, False
                return
        super().save_base(raw, force_insert, force_update, using, update_fields)

    def _insert(self, connection: Any) -> bool:
        fields = [one for one in self._meta.local_concrete_fields if one is not self._meta.auto_field]
        words, key = words_of(connection), ("insert", type(self))
        if (statement := words.get(key)) is None:
            statement = words[key] = _Written(_insertion(self, fields, connection), fields, connection)
        given = statement.given(self, add=True)
        if given is None:
            return False
        (((self.pk,),), _) = said(connection, statement.words, given)
        return True

    def _change(self, connection: Any, names: Any) -> bool:
        words, key = words_of(connection), ("change", type(self), names)
        if (statement := words.get(key)) is None:
            own = [one for one in self._meta.local_concrete_fields if one is not self._meta.pk]
            fields = [one for one in own if not names or one.name in names or one.attname in names]
            if not fields:
                return False
            rows = type(self)._base_manager.using(connection.alias)
            statement = words[key] = _Written(_change(rows, fields, connection), fields, connection)
        given = statement.given(self, add=False)
        if given is None:
            return False
        pk = self._meta.pk.get_db_prep_value(self.pk, connection)
        return said(connection, statement.words, [*given, pk])[1] > 0


class _Written:
    """The words that write some fields of a row, and how their values are made ready."""

    def __init__(self, words: str, fields: list[Any], connection: Any) -> None:
        self.words = words
        self.ways = [(value_of(field), way_to(field, connection)) for field in fields]

    def given(self, row: models.Model, *, add: bool) -> list[Any] | None:
        """What the database is given; None where a value is no plain value."""
        values = [value(row, add) for value, _ in self.ways]
        if any(hasattr(value, "resolve_expression") for value in values):
            return None
        return [way(value) for value, (_, way) in zip(values, self.ways, strict=True)]


@cache
def _is_plain(kind: type[models.Model]) -> bool:
    """A table of its own whose number the database gives, and nothing else."""
    meta = kind._meta
    return not (
        meta.proxy
        or meta.parents
        or meta.select_on_save
        or meta.order_with_respect_to
        or meta.pk is not meta.auto_field
        or list(meta.db_returning_fields) != [meta.auto_field]
        or any(field.generated or field.has_db_default() for field in meta.local_concrete_fields)
    )


def _may_be_quick(kind: type[models.Model]) -> bool:
    return _is_plain(kind) and not any(one.receivers and one.has_listeners(kind) for one in (pre_save, post_save))


def _insertion(row: models.Model, fields: list[Any], connection: Any) -> str:
    query = InsertQuery(type(row))
    query.insert_values(fields, [row])
    compiler = query.get_compiler(connection=connection)
    compiler.returning_fields = [row._meta.auto_field]
    ((sql, params),) = compiler.as_sql()
    return _plain(sql, params, len(fields))


def _change(rows: Any, fields: list[Any], connection: Any) -> str:
    query = rows.filter(pk=Blank(len(fields), 0)).query.chain(UpdateQuery)
    query.add_update_fields([(field, None, Blank(place, "")) for place, field in enumerate(fields)])
    sql, params = query.get_compiler(connection=connection).as_sql()
    return _plain(sql, params, len(fields) + 1)


def _plain(sql: str, params: Any, count: int) -> str:
    """The words, if they hold one mark for each value and nothing else."""
    if len(params) != count or sql.count("%") != count:
        raise TypeError(f"words that are not kept: {sql}")
    return sql

"""Rows written again and again: `save` and `create` go their usual way, but the SQL of each set of columns is put together once.

The words are Django's own, kept for each connection as in `worded_once`; values are prepared by each field as always. What
is not plain values – an expression, a database that returns no number, a column the database fills – Django does itself.
"""

from __future__ import annotations

from typing import Any

from django.db import connections, models
from django.db.models.sql import InsertQuery, UpdateQuery

from yangguang.base.worded_once import Blank, cursor_for_words, words_of


class WordedRow(models.Model):
    """A row that every act, or nearly every act, writes."""

    class Meta:
        abstract = True

    def _do_insert(self, manager: Any, using: Any, fields: Any, returning_fields: Any, raw: bool) -> Any:
        connection = connections[using]
        if raw or returning_fields != [self._meta.auto_field] or not connection.features.can_return_columns_from_insert:
            return super()._do_insert(manager, using, fields, returning_fields, raw)  # type: ignore[misc]
        words, key = words_of(connection), ("insert", type(self), len(fields))
        if key not in words:
            words[key] = _insertion(self, fields, connection)
        with cursor_for_words(connection) as cursor:
            given = [one.get_db_prep_save(one.pre_save(self, add=True), connection=connection) for one in fields]
            cursor.execute(words[key], given)
            return [cursor.fetchone()]

    def _do_update(self, base_qs: Any, using: Any, pk_val: Any, values: Any, *how: Any) -> Any:
        expressions = any(hasattr(value, "resolve_expression") for _, _, value in values)
        if expressions or not values or self._meta.select_on_save:
            return super()._do_update(base_qs, using, pk_val, values, *how)
        connection = connections[using]
        words, key = words_of(connection), ("update", type(self), *[field.attname for field, _, _ in values])
        if key not in words:
            words[key] = _change(base_qs, [field for field, _, _ in values], connection)
        with cursor_for_words(connection) as cursor:
            given = [field.get_db_prep_save(value, connection=connection) for field, _, value in values]
            cursor.execute(words[key], [*given, self._meta.pk.get_db_prep_value(pk_val, connection)])
            return cursor.rowcount > 0


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

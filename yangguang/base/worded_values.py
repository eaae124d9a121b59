"""How the values of a row become what the database is given, and how its answer becomes a row: Django's own ways, found once.

A field goes through five functions to say that a text stays a text. For the kinds of fields an act writes the way is looked up
once; whatever is not exactly of the kind expected – an expression, a lazy text, a naive time – goes Django's whole way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models.base import ModelState
from django.db.models.expressions import Col
from django.db.models.fields.related_descriptors import ForeignKeyDeferredAttribute
from django.db.models.query_utils import DeferredAttribute
from django.db.models.signals import post_init, pre_init  # noqa: TID251 – only asked whether anybody listens

PLAIN = (DeferredAttribute, ForeignKeyDeferredAttribute)
TEXTS = (models.CharField.get_prep_value, models.TextField.get_prep_value)
Way = Callable[[Any], Any]
DAY = len("2026-11-29")


def way_to(field: Any, connection: Any) -> Way:
    """What makes a value of this field ready to be written on this connection."""

    def whole(value: Any) -> Any:
        return field.get_db_prep_save(value, connection=connection)

    kind = type(field)
    if kind.get_db_prep_save is not models.Field.get_db_prep_save:
        return whole
    if kind.get_db_prep_value is models.Field.get_db_prep_value:
        if kind.get_prep_value in TEXTS:
            return lambda value: value if type(value) is str else whole(value)
        if kind.get_prep_value is models.BooleanField.get_prep_value:
            return lambda value: value if type(value) is bool else whole(value)
    if (kind.get_db_prep_value, kind.get_prep_value) == (
        models.DateTimeField.get_db_prep_value,
        models.DateTimeField.get_prep_value,
    ):
        adapt = connection.ops.adapt_datetimefield_value
        return lambda value: adapt(value) if type(value) is datetime and value.tzinfo is not None else whole(value)
    return whole


def ways_back(converters: dict[int, tuple[list[Any], Any]], connection: Any) -> list[tuple[int, Way]]:
    """What makes of the database's answer a value, by its place: Django's converters; days and empty lists the short way."""
    return [(place, _way_back(steps, told_of, connection)) for place, (steps, told_of) in converters.items()]


def converted(rows: Iterable[Any], ways: list[tuple[int, Way]]) -> Iterator[list[Any]]:
    """The rows with their values in place."""
    for row in map(list, rows):
        for place, way in ways:
            row[place] = way(row[place])
        yield row


def _way_back(steps: list[Any], told_of: Any, connection: Any) -> Way:
    def whole(value: Any) -> Any:
        for step in steps:
            value = step(value, told_of, connection)
        return value

    if connection.vendor == "sqlite" and steps == [connection.ops.convert_datefield_value]:
        return lambda value: date.fromisoformat(value) if type(value) is str and len(value) == DAY else whole(value)
    if (
        type(told_of) is Col
        and type(told_of.output_field) is models.JSONField
        and steps == [told_of.output_field.from_db_value]
    ):
        return lambda value: [] if value == "[]" else whole(value)
    return whole


def value_of(field: Any) -> Callable[[models.Model, bool], Any]:
    """What reads a field's value off a row that is saved."""
    if type(field).pre_save is models.Field.pre_save:
        name = field.attname
        return lambda row, add: getattr(row, name)
    return field.pre_save  # type: ignore[no-any-return]


def maker_of(model: type[models.Model], names: list[str]) -> Callable[[str, list[str], Any], Any]:
    """What makes a row of this model out of the columns of these names."""
    fields = model._meta.concrete_fields
    if not (
        model.__init__ is models.Model.__init__
        and model.from_db.__func__ is models.Model.from_db.__func__  # type: ignore[attr-defined]
        and {*names} <= {field.attname for field in fields}  # a field that was not asked for is read when it is wanted
        and all(type(getattr(model, name)) in PLAIN for name in names)
        and not pre_init.has_listeners(model)
        and not post_init.has_listeners(model)
    ):
        return model.from_db

    def make(alias: str, names: list[str], told: Any) -> Any:
        row = model.__new__(model)
        state = row._state = ModelState()
        state.adding, state.db = False, alias
        row.__dict__.update(zip(names, told, strict=True))
        return row

    return make


class Maker:
    """Stands for a model where Django makes the rows that come beside another."""

    def __init__(self, model: type[models.Model], names: list[str]) -> None:
        self.from_db = maker_of(model, names)


def quicken(related: Any) -> None:
    """Let what makes a related row, and those related to it, make them this way."""
    if related.reorder_for_init is None:
        related.model_cls = Maker(related.model_cls, related.init_list)
    for one in related.related_populators:
        quicken(one)

"""Scenes built once and remembered: the same call at the start of another test brings the same rows back.

A scene is built by the use cases the first time a test process asks for it. What lies in the tables then is kept, and put
back row by row when a later test asks for the same scene of an empty site at the same hour: the use cases need not run
again. A scene on a site that already holds something is always built.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, NamedTuple, TypeVar

from django.db import connections, models, transaction

from yangguang.base.models import LedgerEntry
from yangguang.kernel import clock

Builder = TypeVar("Builder", bound=Callable[..., Any])
Row = tuple[Any, ...]
PLAIN = (str, int, float, bool, date, bytes, type(None))
ALIASES = ("default", "public")
INDEXED = "bulletin_notice"  # whose words lie in an index as well
ORDER = {
    "catalogues_entry": -1,
    "cases_decision": 1,
}  # entries before their adopted edition, decisions after their review
_scenes: dict[tuple[Any, ...], Scene | None] = {}
_columns: dict[str, dict[str, list[str]]] = {}


class Scene(NamedTuple):
    """What a builder returned, and every row that lay in the tables afterwards."""

    model: type[models.Model]
    pk: Any
    rows: dict[str, dict[str, list[Row]]]


def remembered(build: Builder) -> Builder:
    """Remember what this builder makes of an empty site. It returns one row and takes plain values."""

    @wraps(build)
    def scene(*args: Any, **facts: Any) -> Any:
        if not (_is_plain(args) and _is_plain(facts)) or LedgerEntry.objects.exists():
            return build(*args, **facts)
        key = (build.__module__, build.__qualname__, clock.now(), repr(args), repr(sorted(facts.items())))
        if found := _scenes.get(key):
            return _put_back(found)
        made = build(*args, **facts)
        if key not in _scenes:
            _scenes[key] = _kept(made)
        return made

    return scene  # type: ignore[return-value]


def _is_plain(told: Any) -> bool:
    if isinstance(told, dict):
        return all(map(_is_plain, told.values()))
    return all(map(_is_plain, told)) if isinstance(told, tuple | list) else isinstance(told, PLAIN)


def _kept(made: models.Model) -> Scene | None:
    """The scene, or None where an index was filled that rows alone do not bring back."""
    rows: dict[str, dict[str, list[Row]]] = {}
    for alias in ALIASES:
        connection = connections[alias]
        with connection.cursor() as cursor:
            for table, columns in _columns_of(alias).items():
                cursor.execute(f"SELECT {', '.join(_bare(alias, c) for c in columns)} FROM {_quoted(alias, table)}")
                if found := cursor.fetchall():
                    rows.setdefault(alias, {})[table] = found
    if INDEXED in rows.get("public", {}):
        return None
    return Scene(type(made), made.pk, rows)


def _put_back(scene: Scene) -> models.Model:
    for alias, tables in scene.rows.items():
        with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            for table, rows in tables.items():
                columns = _columns_of(alias)[table]
                names, marks = ", ".join(_quoted(alias, c) for c in columns), ", ".join(["%s"] * len(columns))
                cursor.executemany(f"INSERT INTO {_quoted(alias, table)} ({names}) VALUES ({marks})", rows)
    return scene.model._default_manager.get(pk=scene.pk)


def _columns_of(alias: str) -> dict[str, list[str]]:
    """The columns of every table that tests fill, in an order in which the triggers let them in."""
    if alias not in _columns:
        connection = connections[alias]
        with connection.cursor() as cursor:
            cursor.execute(TABLES[connection.vendor])
            found: dict[str, list[str]] = {}
            for table, column in cursor.fetchall():
                found.setdefault(table, []).append(column)
        _columns[alias] = dict(sorted(found.items(), key=lambda one: ORDER.get(one[0], 0)))
    return _columns[alias]


def _quoted(alias: str, name: str) -> str:
    return connections[alias].ops.quote_name(name)


def _bare(alias: str, column: str) -> str:
    """A column as it is stored, so that it can be written again to the letter."""
    quoted = _quoted(alias, column)
    return f"+{quoted}" if connections[alias].vendor == "sqlite" else f"{quoted}::text"


KEPT_BY_MIGRATIONS = "('django_migrations', 'django_content_type', 'auth_permission', 'sqlite_sequence')"
TABLES = {
    "sqlite": f"""
        SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
        WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT IN {KEPT_BY_MIGRATIONS}
              AND t.name NOT LIKE 'sqlite_%' AND c.hidden = 0
        ORDER BY t.name, c.cid""",
    "postgresql": f"""
        SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables USING (table_name, table_schema)
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
              AND table_name NOT IN {KEPT_BY_MIGRATIONS}
        ORDER BY table_name, ordinal_position""",
}

"""Scenes built once and remembered: the same call at the start of another test brings the same rows and files back.

A scene is built by the use cases the first time a test process asks for it. What lies in the tables and in the folders of a
test is kept, and put back when a later test asks for the same scene of an empty site at the same hour: the use cases need
not run again. On SQLite a scene may follow upon another, when nothing was written in between. Any other is always built.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from django.conf import settings
from django.db import connections, models, transaction

from yangguang.base.models import LedgerEntry
from yangguang.kernel import clock

Builder = TypeVar("Builder", bound=Callable[..., Any])
Row = tuple[Any, ...]
Key = tuple[Any, ...]
Rows = dict[tuple[str, str], list[Row]]  # by database and table
PLAIN = (str, int, float, bool, date, bytes, type(None))
ALIASES = ("default", "public")
FOLDERS = ("TLOG_DIR", "PAGES_DIR", "UPWARD_DIR", "BUNDLE_DIR")
ORDER = {
    "catalogues_entry": -1,
    "cases_decision": 1,
}  # entries before their adopted edition, decisions after their review
_scenes: dict[Key, Scene] = {}
_columns: dict[str, dict[str, list[str]]] = {}
_standing: list[tuple[Key, tuple[int, ...]]] = []  # the scene made last, and how much had been written then


class Scene(NamedTuple):
    """What a builder returned, every row that lay there afterwards, those it had added or changed, and every file by its place."""

    made: Any
    rows: Rows
    added: Rows
    files: dict[tuple[str, str], bytes]


def remembered(build: Builder) -> Builder:
    """Remember what this builder makes of an empty site, or of a scene. It takes plain values and rows, and returns rows."""

    @wraps(build)
    def scene(*args: Any, **facts: Any) -> Any:
        before, told = _stands_upon(), _told((args, facts))
        if before is None or told is None:
            return build(*args, **facts)
        key = (before, build.__module__, build.__qualname__, clock.now(), repr(told), _settings_of_this_test())
        if found := _scenes.get(key):
            made = _put_back(found, upon_a_scene=bool(before))
        else:
            made = build(*args, **facts)
            if (row := _told(made)) is None or (kept := _kept(row, _scenes.get(before))) is None:
                return made
            _scenes[key] = kept
        _standing[:] = [(key, _written())]
        return made

    return scene  # type: ignore[return-value]


def _stands_upon() -> Key | None:
    """The scene that stands just as it was made, () on an empty site, None on any other."""
    if not LedgerEntry.objects.exists():
        return ()
    return next((key for key, written in _standing if written and written == _written()), None)


def _written() -> tuple[int, ...]:
    """How many rows were ever written through the connections of this process; () where nobody counts."""
    if any(connections[alias].vendor != "sqlite" for alias in ALIASES):
        return ()
    return tuple(connections[alias].connection.total_changes for alias in ALIASES if connections[alias].connection)


def _settings_of_this_test() -> str:
    """What a test has set; of its own folders only which they are."""
    own: dict[str, Any] = {}
    holder = settings._wrapped
    while (under := getattr(holder, "default_settings", None)) is not None:
        own = {name: one for name, one in vars(holder).items() if name.isupper()} | own
        holder = under
    folders = [name for name in FOLDERS if _is_own(name)]
    return repr((folders, sorted((name, repr(one)) for name, one in own.items() if name not in FOLDERS)))


def _told(thing: Any) -> Any:
    """What was given or made, so that it can be found again: rows by their keys. None where it cannot."""
    if isinstance(thing, PLAIN):
        return ("plain", thing)
    if isinstance(thing, models.Model):
        return ("row", type(thing), thing.pk)
    if isinstance(thing, dict):
        told = [(name, _told(one)) for name, one in sorted(thing.items())]
        return None if any(one is None for _, one in told) else ("dict", told)
    if is_dataclass(thing) and not isinstance(thing, type):
        told = [(field.name, _told(getattr(thing, field.name))) for field in fields(thing)]
        return None if any(one is None for _, one in told) else ("kind", type(thing), told)
    if isinstance(thing, tuple | list):
        ones = [_told(one) for one in thing]
        return None if None in ones else (type(thing).__name__, ones)
    return None


def _found(told: Any) -> Any:
    """The opposite of `_told` for what a builder returned: rows are read anew."""
    match told:
        case ("row", model, pk):
            return model._default_manager.get(pk=pk)
        case ("kind", kind, parts):
            return kind(**{name: _found(one) for name, one in parts})
        case ("tuple", ones):
            return tuple(map(_found, ones))
        case ("list", ones):
            return list(map(_found, ones))
        case ("dict", parts):
            return {name: _found(one) for name, one in parts}
    return told[1]


def _kept(made: Any, before: Scene | None) -> Scene | None:
    """The scene, or None where a row of the scene before is gone."""
    rows, added = _rows(), {}
    for (alias, table), ones in (before.rows if before else {}).items():
        if {one[0] for one in ones} - {one[0] for one in rows.get((alias, table), ())}:
            return None
    for place, ones in rows.items():
        known = set(before.rows.get(place, ())) if before else set()
        if new := [one for one in ones if one not in known]:
            added[place] = new
    return Scene(made, rows, added, _files())


def _rows() -> Rows:
    rows: Rows = {}
    for alias in ALIASES:
        with connections[alias].cursor() as cursor:
            for table, columns in _columns_of(alias).items():
                cursor.execute(f"SELECT {', '.join(_bare(alias, c) for c in columns)} FROM {_quoted(alias, table)}")
                if found := cursor.fetchall():
                    rows[alias, table] = found
    return rows


def _files() -> dict[tuple[str, str], bytes]:
    """What lies in the folders a test has of its own; in one it shares with others the files of the scene still lie."""
    own = [name for name in FOLDERS if _is_own(name) and Path(getattr(settings, name)).is_dir()]
    return {
        (name, str(path.relative_to(getattr(settings, name)))): path.read_bytes()
        for name in own for path in Path(getattr(settings, name)).rglob("*") if path.is_file()
    }  # fmt: skip


def _is_own(folder: str) -> bool:
    """Whether no other test writes there."""
    return Path(getattr(settings, folder)).parent != Path(settings.DATA_DIR)


def _put_back(scene: Scene, *, upon_a_scene: bool) -> Any:
    """What the scene added to the one before; a row that it changed takes the place of the earlier one. On an empty site there is
    none: what is in the way there was not made by a scene, and fails.
    """
    insert = (
        "INSERT OR REPLACE" if upon_a_scene else "INSERT"
    )  # only SQLite counts what is written, so only there one is upon one
    for alias in ALIASES:
        with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            for (whose, table), rows in scene.added.items():
                if whose == alias:
                    columns = _columns_of(alias)[table]
                    names, marks = ", ".join(_quoted(alias, c) for c in columns), ", ".join(["%s"] * len(columns))
                    cursor.executemany(f"{insert} INTO {_quoted(alias, table)} ({names}) VALUES ({marks})", rows)
    for (folder, place), content in scene.files.items():
        path = Path(getattr(settings, folder)) / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return _found(scene.made)


def _columns_of(alias: str) -> dict[str, list[str]]:
    """The columns of every table that tests fill, in an order in which the triggers let them in."""
    if alias not in _columns:
        connection = connections[alias]
        with connection.cursor() as cursor:
            cursor.execute(TABLES[connection.vendor])
            found: dict[str, list[str]] = {}
            for table, column in cursor.fetchall():
                found.setdefault(table, ["rowid"] if table in UNNUMBERED[connection.vendor] else []).append(column)
        _columns[alias] = dict(sorted(found.items(), key=lambda one: ORDER.get(one[0], 0)))
    return _columns[alias]


def _quoted(alias: str, name: str) -> str:
    return connections[alias].ops.quote_name(name)


def _bare(alias: str, column: str) -> str:
    """A column as it is stored, so that it can be written again to the letter."""
    quoted = _quoted(alias, column)
    return f"+{quoted}" if connections[alias].vendor == "sqlite" else f"{quoted}::text"


UNNUMBERED = {
    "sqlite": {"bulletin_tokens", "bulletin_passage_tokens"},
    "postgresql": set(),
}  # the words of the index lie under a number with no column
KEPT_BY_MIGRATIONS = "('django_migrations', 'django_content_type', 'auth_permission', 'sqlite_sequence')"
TABLES = {
    "sqlite": f"""
        SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
        WHERE t.schema = 'main' AND t.type IN ('table', 'virtual') AND t.name NOT IN {KEPT_BY_MIGRATIONS}
              AND t.name NOT LIKE 'sqlite_%' AND c.hidden = 0
        ORDER BY t.name, c.cid""",
    "postgresql": f"""
        SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables USING (table_name, table_schema)
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
              AND table_name NOT IN {KEPT_BY_MIGRATIONS}
        ORDER BY table_name, ordinal_position""",
}

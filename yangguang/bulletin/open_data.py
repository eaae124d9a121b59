"""Open data: what is public as CSV, JSON and Parquet, made every night and at once after something was taken back.

`index.json` is written last and names every file with its size and fingerprint; a file that it does not name is not given out.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
from django.conf import settings
from django.db import transaction

from yangguang.base.harmless import harmless
from yangguang.bulletin.changes import has_fallen_or_was_corrected
from yangguang.bulletin.open_data_sets import DATA_SETS, DataSet, Field
from yangguang.bulletin.open_tables.table import Cell, Row
from yangguang.kernel import clock, disk

STORE = "public"
BEING_MADE = ".new-making"  # like every file that is being written: it does not travel and nobody misses it
FORMATS = ("csv", "json", "parquet")
COMMITTED_LATER = timedelta(minutes=2)
OBJECT_LIMIT = 16 * 1024 * 1024


def folder() -> Path:
    """Where the files lie."""
    return Path(settings.PAGES_DIR) / "open-data"


def file_of(name: str, suffix: str) -> Path:
    """Where one file lies: open-data/decisions.parquet."""
    return folder() / f"{name}.{suffix}"


def index() -> dict[str, Any] | None:
    """What was made and when, or None before the first time."""
    path = file_of("index", "json")
    told: dict[str, Any] | None = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
    return told


def is_current(told: dict[str, Any]) -> bool:
    """Whether nothing in the files has been taken back or corrected since they were made, or shortly before: a change may
    be committed later than it is dated.
    """
    return not has_fallen_or_was_corrected(datetime.fromisoformat(told["made_at"]) - COMMITTED_LATER)


def give_out_no_more() -> None:
    """Nothing is given out until the files are made anew: they hold what should not be public any more.

    Said at once, and again once the change is kept: a making that read what stood before must not end with an index.
    """
    _stop()
    transaction.on_commit(_stop, using=STORE)


def _stop() -> None:
    disk.remove_durably(_mark())
    disk.remove_durably(file_of("index", "json"))


def _mark() -> Path:
    """Lies there while a making may still end with an index."""
    return folder() / BEING_MADE


def make_if_due() -> bool:
    """Make the files once a day, and whenever they hold what no longer stands or lack a table or a column that came since."""
    told = index()
    whole = bool(told) and _shape_of(told or {}) == [(one.name, [f.name for f in one.fields]) for one in DATA_SETS]
    whole = whole and not _mark().exists()  # else a making was cut off: the files are no longer those of the index
    if told and whole and datetime.fromisoformat(told["made_at"]).date() == clock.today() and is_current(told):
        return False
    make()
    return True


def _shape_of(told: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(one["name"], [field["name"] for field in one["fields"]]) for one in told["sets"]]


def make() -> dict[str, Any]:
    """Write every file, the index last, and none when something was taken back meanwhile: then it is due again."""
    disk.write_durably(_mark(), b"")
    made_at = clock.now().astimezone(clock.BEIJING)
    told = {"made_at": made_at.isoformat(), "sets": [_written(one) for one in DATA_SETS]}
    disk.write_durably(file_of("index", "json"), json.dumps(told, ensure_ascii=False, indent=1).encode(), mode=0o644)
    if not _mark().exists():
        disk.remove_durably(file_of("index", "json"))
    disk.remove_durably(_mark())
    return told


def _written(one: DataSet) -> dict[str, Any]:
    rows = 0

    def write_json(path: Path) -> None:
        nonlocal rows
        rows = _write_json(one, path)

    disk.make_durably(file_of(one.name, "json"), write_json)
    source = file_of(one.name, "json")
    disk.make_durably(file_of(one.name, "csv"), lambda path: _write_csv(one, source, path))
    disk.make_durably(file_of(one.name, "parquet"), lambda path: _write_parquet(one, source, path))
    return {
        "name": one.name, "title": one.title, "about": one.about, "rows": rows,
        "fields": [{"name": field.name, "label": field.label, "type": _kind(field).lower()} for field in one.fields],
        "files": {suffix: _described(file_of(one.name, suffix)) for suffix in FORMATS},
    }  # fmt: skip


def _write_json(one: DataSet, path: Path) -> int:
    """One array, a row a line, read from the store once; the other two are made from it and say the same."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for row in one.rows():
            file.write(",\n" if count else "\n")
            file.write(json.dumps(row, ensure_ascii=False))
            count += 1
        file.write("\n]\n")
    return count


def _rows_of(source: Path) -> Iterator[Row]:
    with source.open(encoding="utf-8") as file:
        for line in file:
            if line.startswith("{"):
                yield json.loads(line.rstrip(",\n"))


def _write_csv(one: DataSet, source: Path, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file, quoting=csv.QUOTE_ALL)
        lines.writerow([field.label for field in one.fields])
        for row in _rows_of(source):
            lines.writerow([_cell(row[field.name]) for field in one.fields])


def _cell(value: Cell) -> str:
    return harmless(value or "") if isinstance(value, str | None) else str(value)


def _kind(field: Field) -> str:
    return "DATE" if field.day else "BIGINT" if field.number else "VARCHAR"


def _write_parquet(one: DataSet, source: Path, path: Path) -> None:
    columns = ", ".join(f"'{field.name}': '{_kind(field)}'" for field in one.fields)
    with _database() as database:
        database.execute(
            f"COPY (SELECT * FROM read_json($source, format = 'array', columns = {{{columns}}}, "  # noqa: S608
            f"maximum_object_size = {OBJECT_LIMIT})) TO $target (FORMAT parquet, COMPRESSION zstd)",
            {"source": str(source), "target": str(path)},
        )


def _database() -> duckdb.DuckDBPyConnection:
    """A database in memory that fetches nothing from anywhere."""
    return duckdb.connect(config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})


def _described(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return {"bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


def files() -> set[Path]:
    """Every file that may lie in the folder."""
    names = {(one.name, suffix) for one in DATA_SETS for suffix in FORMATS} | {("index", "json")}
    return {file_of(name, suffix) for name, suffix in names}


def faults() -> Iterator[str]:
    """What is wrong with the files: altered since they were made, or holding what does not stand; for `verify`."""
    told = index()
    if told is None or _mark().exists():
        return
    for table in told["sets"]:
        for suffix, known in table["files"].items():
            path = file_of(table["name"], suffix)
            if not path.exists() or _described(path) != known:
                yield f"开放数据 {path.name}：与目录记载的指纹不一致"
    if not is_current(told):  # not given out, and made anew within minutes
        return
    for one in DATA_SETS:
        if gone := _held(one) - set(one.standing()):
            yield f"开放数据 {one.name}：有 {len(gone)} 条不在公开之列"


def _held(one: DataSet) -> set[tuple[str, ...]]:
    """What a table says it is about, row by row."""
    path = file_of(one.name, "parquet")
    if not path.exists():
        return set()
    keys = ", ".join(f'"{field.name}"' for field in one.fields[: one.keys])
    with _database() as database:
        rows = database.execute(f"SELECT DISTINCT {keys} FROM read_parquet($path)", {"path": str(path)})  # noqa: S608
        return set(rows.fetchall())

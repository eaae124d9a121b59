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

from yangguang.base.harmless import harmless
from yangguang.bulletin.changes import has_fallen_or_was_corrected
from yangguang.bulletin.models import ListStatus, Notice, PublicList, PublicOfficer
from yangguang.bulletin.open_data_sets import DATA_SETS, DataSet
from yangguang.bulletin.queries import STANDING
from yangguang.kernel import clock, disk

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
    """Nothing is given out until the files are made anew: they hold what should not be public any more."""
    disk.remove_durably(file_of("index", "json"))


def make_if_due() -> bool:
    """Make the files once a day, and whenever they hold what no longer stands or lack a table that came since."""
    told = index()
    whole = bool(told) and {one["name"] for one in (told or {})["sets"]} == {one.name for one in DATA_SETS}
    if told and whole and datetime.fromisoformat(told["made_at"]).date() == clock.today() and is_current(told):
        return False
    make()
    return True


def make() -> dict[str, Any]:
    """Write every file, the index last. What changes while it runs makes it due again."""
    made_at = clock.now().astimezone(clock.BEIJING)
    told = {"made_at": made_at.isoformat(), "sets": [_written(one) for one in DATA_SETS]}
    disk.write_durably(file_of("index", "json"), json.dumps(told, ensure_ascii=False, indent=1).encode(), mode=0o644)
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
        "name": one.name, "title": one.title, "rows": rows,
        "fields": [{"name": field.name, "label": field.label, "type": _kind(field.day).lower()} for field in one.fields],
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


def _rows_of(source: Path) -> Iterator[dict[str, str | None]]:
    with source.open(encoding="utf-8") as file:
        for line in file:
            if line.startswith("{"):
                yield json.loads(line.rstrip(",\n"))


def _write_csv(one: DataSet, source: Path, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file, quoting=csv.QUOTE_ALL)
        lines.writerow([field.label for field in one.fields])
        for row in _rows_of(source):
            lines.writerow([harmless(row[field.name] or "") for field in one.fields])


def _kind(day: bool) -> str:
    return "DATE" if day else "VARCHAR"


def _write_parquet(one: DataSet, source: Path, path: Path) -> None:
    columns = ", ".join(f"{field.name}: '{_kind(field.day)}'" for field in one.fields)
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
    if told is None:
        return
    for one in told["sets"]:
        for suffix, known in one["files"].items():
            path = file_of(one["name"], suffix)
            if not path.exists() or _described(path) != known:
                yield f"开放数据 {path.name}：与目录记载的指纹不一致"
    if is_current(told) and (gone := _refs("decisions") - set(_standing())):
        yield f"开放数据 decisions：有 {len(gone)} 份不在公开之列"
    if gone := _refs("lists") - set(_standing_lists()):
        yield f"开放数据 lists：有 {len(gone)} 份不在公开之列"
    if left := _refs("officers") - set(PublicOfficer.objects.filter(withdrawn_on=None).values_list("ref", flat=True)):
        yield f"开放数据 officers：有 {len(left)} 人已经撤出名录"


def _standing_lists() -> Iterator[str]:
    """Editions of lists that stand."""
    return PublicList.objects.exclude(status=ListStatus.WITHDRAWN).values_list("ref", flat=True).iterator()


def _refs(name: str) -> set[str]:
    path = file_of(name, "parquet")
    if not path.exists():
        return set()
    with _database() as database:
        rows = database.execute("SELECT ref FROM read_parquet($path)", {"path": str(path)}).fetchall()
    return {ref for (ref,) in rows}


def _standing() -> Iterator[str]:
    return Notice.objects.filter(status__in=STANDING).values_list("ref", flat=True).iterator()

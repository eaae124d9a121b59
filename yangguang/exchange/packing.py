"""A batch as files: each kind as CSV, JSON and XLSX by its columns, a manifest with every fingerprint, a signature.

All of it lies in one archive in the vault, made so that the same batch gives the same bytes.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from yangguang.base.harmless import harmless
from yangguang.base.sheets import Column, Kind, write_rows
from yangguang.exchange.models import RowAction, UpwardBatch, UpwardRow
from yangguang.exchange.rules.columns import HEAD, TITLES, Item
from yangguang.exchange.signing import head_of, signed
from yangguang.exchange.sources import NATIONAL, items_of
from yangguang.kernel.digests import canonical, digest_of

FORMAT = "yangguang-upward/1"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
BEGINNING = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Packed:
    """The archive, and the fingerprint of its manifest."""

    content: bytes
    manifest: str


def columns_of(kind: str) -> tuple[Item, ...]:
    """The columns of a file: what every row has, then the standard data items."""
    return (*HEAD, *items_of(kind, NATIONAL))


def told(row: UpwardRow) -> dict[str, str]:
    """What stands in a row of a file."""
    return {
        **row.cells, "row": str(row.number), "action": RowAction(row.action).label, "item": row.item.public_id,
        "reason": str(row.cells.get("reason", "")),
    }  # fmt: skip


def packed(batch: UpwardBatch, rows: Sequence[UpwardRow]) -> Packed:
    """The whole batch; it has its number and its day already."""
    files, sets = {}, []
    for kind, title in TITLES.items():
        lines = [told(row) for row in rows if row.item.kind == kind]
        if not lines:
            continue
        made = dict(_files(batch, kind, title, lines))
        files.update(made)
        sets.append(
            {"name": kind, "title": title, "rows": len(lines), "files": [_described(*one) for one in made.items()]}
        )
    manifest = canonical(_manifest(batch, sets))
    digest = digest_of(manifest)
    head = head_of(code=batch.code, number=batch.number or 0, previous=batch.previous, manifest=digest)
    files |= {MANIFEST: manifest, SIGNATURE: signed(head)}
    return Packed(_archive(files), digest)


def _manifest(batch: UpwardBatch, sets: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "format": FORMAT, "batch": batch.code, "number": batch.number, "previous": batch.previous,
        "from": {"name": batch.body.name, "code": batch.body.credit_code}, "to": batch.platform,
        "handed_on": batch.handed_on.isoformat() if batch.handed_on else "", "sets": sets,
    }  # fmt: skip


def _files(batch: UpwardBatch, kind: str, title: str, lines: list[dict[str, str]]) -> Iterator[tuple[str, bytes]]:
    columns = columns_of(kind)
    rows = [{one.code: line.get(one.code, "") for one in columns} for line in lines]
    yield f"{kind}.json", canonical(rows)
    yield f"{kind}.csv", _csv(columns, rows)
    yield f"{kind}.xlsx", _xlsx(batch, title, columns, rows)


def _csv(columns: Sequence[Item], rows: Sequence[Mapping[str, str]]) -> bytes:
    file = io.StringIO(newline="")
    lines = csv.writer(file, quoting=csv.QUOTE_ALL)
    lines.writerow([one.label for one in columns])
    lines.writerows([harmless(row[one.code]) for one in columns] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _xlsx(batch: UpwardBatch, title: str, columns: Sequence[Item], rows: Sequence[Mapping[str, str]]) -> bytes:
    at = batch.handed_at
    assert isinstance(at, datetime)
    sheet = [
        Column(one.code, one.label, Kind.LINES if one.code == "content" else Kind.TEXT, width=22) for one in columns
    ]
    return write_rows(sheet, rows, title=title, filters=batch.code, by=batch.handed_by_name, at=at)


def _described(name: str, content: bytes) -> dict[str, Any]:
    return {"name": name, "bytes": len(content), "sha256": digest_of(content)}


def _archive(files: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, BEGINNING), files[name], zipfile.ZIP_DEFLATED)
    return content.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of an archive of one's own by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

"""An adopted edition as files to keep: XLSX, CSV, JSON and PDF, written once where it becomes public and served as they lie."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction

from yangguang.base import sheets
from yangguang.base.harmless import harmless
from yangguang.base.press.blocks import Block, Footnote, Heading, Table, facts, paragraph
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.sheet import Sheet
from yangguang.base.sheets import Column, Kind
from yangguang.bulletin import pages_on_disk
from yangguang.bulletin.events import ListCopy
from yangguang.bulletin.models import PublicList
from yangguang.bulletin.rules import entries
from yangguang.kernel import clock
from yangguang.kernel.digests import canonical, digest_of

STORE = "public"
CODE = "编号"
SNAPSHOT, PROOF = "snapshot", "tlog-proof"
WIDEST_TABLE = 8
NOTE = "本文件是网上公开清单的副本，不加盖印章；是否更正、修订、停止施行或者停止公开，以网上公开的内容为准。"


def put_files(ref: str) -> bool:
    """Write the files of an edition; none of one that was taken back. False while its copy has not arrived, or has changed
    while they were drawn.
    """
    edition = PublicList.objects.filter(ref=ref).first()
    if edition is None or not edition.stands:
        return edition is not None
    made = {suffix: make(edition) for suffix, make in FORMATS.items()}
    with transaction.atomic(using=STORE):  # locked until they are in place: none is put where it was just taken away
        now = PublicList.objects.select_for_update().get(pk=edition.pk)
        if (now.status, now.version, now.rows) != (edition.status, edition.version, edition.rows):
            return False
        for suffix, content in made.items():
            pages_on_disk.write_list_file(ref, suffix, content)
        keep_fingerprints(ref)
    return True


def drawn(copy: ListCopy) -> dict[str, bytes]:
    """The files a copy would have, to be read before anything is public; nothing is kept."""
    edition = PublicList(**copy.__dict__)
    return {suffix: make(edition) for suffix, make in FORMATS.items()}


@transaction.atomic(using=STORE)
def keep_fingerprints(ref: str) -> None:
    """Keep what the files that lie here are by their fingerprints; the proof of others goes."""
    files = {suffix: digest_of(pages_on_disk.list_file_of(ref, suffix).read_bytes()) for suffix in files_of(ref)}
    if PublicList.objects.filter(ref=ref).exclude(files=files).update(files=files):
        pages_on_disk.remove_list_file(ref, PROOF)


@transaction.atomic(using=STORE)
def put_list_proof(ref: str, proof: bytes, *, digest: str) -> bool:
    """The log's proof beside the files with this snapshot. False while others, or none, lie here."""
    edition = PublicList.objects.filter(ref=ref).first()
    if edition is None or digest_of(snapshot_of(edition)) != digest:
        return False
    pages_on_disk.write_list_file(ref, PROOF, proof)
    return True


def snapshot_of(edition: PublicList) -> bytes:
    """What the log commits to of an edition, as canonical JSON: which it is, since when, and its files by their fingerprints."""
    return canonical({
        "v": 1, "ref": edition.ref, "list": edition.list_kind, "title": edition.title, "body": edition.body_name,
        "in_force_from": edition.in_force_from.isoformat(), "published_on": edition.published_on.isoformat(),
        "files": edition.files,
    })  # fmt: skip


def snapshot_by_ref(ref: str, *, version: int) -> bytes | None:
    """The same of the edition of this reference; None before its files are drawn, of this version or a later one."""
    edition = PublicList.objects.filter(ref=ref, version__gte=version).exclude(files={}).first()
    return snapshot_of(edition) if edition else None


def list_of_file(digest: str) -> tuple[PublicList, str] | None:
    """The edition that has a file with this fingerprint, and which of its files that is."""
    for ref, files in PublicList.objects.exclude(files={}).order_by("-pk").values_list("ref", "files"):
        for suffix, known in files.items():
            if known == digest:
                return PublicList.objects.get(ref=ref), suffix
    return None


def files_of(ref: str) -> list[str]:
    """Which files of an edition lie ready."""
    return [suffix for suffix in FORMATS if pages_on_disk.list_file_of(ref, suffix).exists()]


def remove_files(ref: str) -> None:
    """Take the files of an edition away, and the proof beside them."""
    for suffix in (*FORMATS, PROOF):
        pages_on_disk.remove_list_file(ref, suffix)


def _labels(edition: PublicList) -> list[tuple[str, str]]:
    return [(column["name"], column["label"]) for column in edition.columns]


def _told(edition: PublicList) -> str:
    return f"{edition.body_name}，{edition.in_force_from:%Y-%m-%d}{entries.since_words(edition.list_kind)}"


def _xlsx(edition: PublicList) -> bytes:
    columns = [Column("code", CODE), *(Column(n, label, Kind.LINES, width=24) for n, label in _labels(edition))]
    rows = [
        {"code": row["code"], **row["cells"]} for row in edition.rows
    ]  # cells typed as text: nothing starts a formula
    day = edition.published_on
    at = clock.beijing(day, 0)
    return sheets.write_rows(columns, rows, title=edition.title, filters=_told(edition), by=edition.body_name, at=at)


def _csv(edition: PublicList) -> bytes:
    written = io.StringIO(newline="")
    lines = csv.writer(written, quoting=csv.QUOTE_ALL)
    lines.writerow([CODE, *(harmless(label) for _, label in _labels(edition))])
    for row in edition.rows:
        lines.writerow([harmless(row["code"]), *(harmless(text) for text in _cells(edition, row))])
    return written.getvalue().encode("utf-8-sig")


def _json(edition: PublicList) -> bytes:
    told = {
        "ref": edition.ref, "list": edition.list_kind, "title": edition.title, "body": edition.body_name,
        "in_force_from": edition.in_force_from.isoformat(), "published_on": edition.published_on.isoformat(),
        "columns": [{"name": name, "label": label} for name, label in _labels(edition)],
        "rows": [{"code": row["code"], **row["cells"]} for row in edition.rows],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _pdf(edition: PublicList) -> bytes:
    blocks: list[Block] = [Heading(edition.title), paragraph(_told(edition))]
    labels = [label for _, label in _labels(edition)]
    wide = len(labels) < WIDEST_TABLE and edition.list_kind not in entries.KINDS
    if wide:
        rows = tuple((row["code"], *_cells(edition, row)) for row in edition.rows)
        blocks.append(Table((CODE, *labels), rows))
    else:
        for row in edition.rows:
            pairs = [(label, text) for label, text in zip(labels, _cells(edition, row), strict=True) if text]
            blocks += [Heading(row["code"], 2), facts(*pairs)]
    sheet = Sheet(
        title=edition.title, blocks=(*blocks, Footnote(NOTE)), dated_on=edition.published_on, body_name=edition.body_name,
        orientation="landscape" if wide else "portrait", form=True,
    )  # fmt: skip
    return render_pdf(sheet)


def _cells(edition: PublicList, row: Mapping[str, Any]) -> list[str]:
    return [str(row["cells"].get(name, "")) for name, _ in _labels(edition)]


FORMATS: dict[str, Callable[[PublicList], bytes]] = {"xlsx": _xlsx, "csv": _csv, "json": _json, "pdf": _pdf}

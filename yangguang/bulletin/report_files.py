"""An annual report as files to keep: XLSX, CSV, JSON and PDF, written once when it becomes public and served as they lie."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from yangguang.base import sheets
from yangguang.base.harmless import harmless
from yangguang.base.press.blocks import Block, Footnote, Heading, Table, paragraph
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.sheet import Sheet
from yangguang.base.sheets import Column
from yangguang.bulletin import pages_on_disk
from yangguang.bulletin.models import PublicReport
from yangguang.bulletin.reports import canonical_report, report_by_ref
from yangguang.kernel import clock

HEAD = ("表", "栏目", "数值", "单位", "来源", "备注")
KEYS = ("table", "label", "shown", "unit", "how", "note")
NOTE = "本文件是网上公开年报的副本，不加盖印章；是否更正，以网上公开的内容为准。"


def put_report_files(ref: str) -> bool:
    """Write the files of a report. False while its copy has not arrived."""
    report = report_by_ref(ref)
    if report is None:
        return False
    for suffix, make in FORMATS.items():
        pages_on_disk.write_report_file(ref, suffix, make(report))
    return True


def files_of_report(ref: str) -> list[str]:
    """Which files of a report lie ready."""
    return [suffix for suffix in FORMATS if pages_on_disk.report_file_of(ref, suffix).exists()]


def report_paths() -> set[Path]:
    """Every file that may lie there."""
    refs = PublicReport.objects.order_by("pk").values_list("ref", flat=True)
    return {pages_on_disk.report_file_of(ref, suffix) for ref in refs for suffix in FORMATS} | {
        pages_on_disk.proof_of(ref) for ref in refs
    }


def _rows(report: PublicReport) -> Iterator[dict[str, str]]:
    for table in report.content["tables"]:
        for one in table["columns"]:
            yield {"table": table["title"], **{key: str(one[key] or "") for key in KEYS[1:]}}


def _told(report: PublicReport) -> str:
    return f"{report.body_name}，{report.published_on:%Y-%m-%d}公开"


def _xlsx(report: PublicReport) -> bytes:
    columns = [Column(key, title, width=28) for key, title in zip(KEYS, HEAD, strict=True)]
    rows = [{key: harmless(text) for key, text in row.items()} for row in _rows(report)]
    at = clock.beijing(report.published_on, 0)
    return sheets.write_rows(columns, rows, title=report.title, filters=_told(report), by=report.body_name, at=at)


def _csv(report: PublicReport) -> bytes:
    written = io.StringIO(newline="")
    lines = csv.writer(written, quoting=csv.QUOTE_ALL)
    lines.writerow(HEAD)
    for row in _rows(report):
        lines.writerow([harmless(row[key]) for key in KEYS])
    return written.getvalue().encode("utf-8-sig")


def _json(report: PublicReport) -> bytes:
    return canonical_report(report.content)


def _pdf(report: PublicReport) -> bytes:
    blocks: list[Block] = [Heading(report.title), paragraph(_told(report))]
    for table in report.content["tables"]:
        rows = tuple((one["label"], one["shown"], one["unit"], one["how"]) for one in table["columns"])
        blocks += [Heading(table["title"], 2), Table(("栏目", "数值", "单位", "来源"), rows)]
    blocks.append(Heading("总体情况说明", 2))
    blocks += [paragraph(line) for line in report.content["overview"] if line.strip()]
    sheet = Sheet(
        title=report.title,
        blocks=(*blocks, Footnote(NOTE)),
        dated_on=report.published_on,
        body_name=report.body_name,
        form=True,
    )
    return render_pdf(sheet)


FORMATS: dict[str, Callable[[PublicReport], bytes]] = {"xlsx": _xlsx, "csv": _csv, "json": _json, "pdf": _pdf}

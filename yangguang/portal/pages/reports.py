"""统计年报: what each body did in a year, in tables, charts and words; every version stays (D18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import PublicReport, pages_on_disk, report_files, reports
from yangguang.portal.pages.list_files import MEDIA_TYPES
from yangguang.portal.showing import show, typed

TRAIL = [("首页", "/"), ("执法机关", "/bodies/")]
PROOF = "tlog-proof"
PENALTIES = ("penalties", "penalties_shandong")


@dataclass(frozen=True)
class Month:
    """What a month of the chart shows: how many cases were taken up, how many penalties decided."""

    month: date
    opened: int
    closed: int


@page("annual-reports/", name="portal:reports", title="行政执法统计年报", allow=PUBLIC, site="portal")
def overview(request: HttpRequest) -> HttpResponse:
    """Every year of every body, the newest first."""
    words = typed(request, "q")
    found = Paginator(reports.public_reports(words=words), 20).get_page(request.GET.get("page"))
    return show(
        request, "portal/reports.html", "bodies", page=found, words=words, trail=[*TRAIL, ("统计年报", "")],
    )  # fmt: skip


@page(
    "annual-reports/<ref:ref>", name="portal:report", title="行政执法统计年报", allow=PUBLIC, site="portal",
    subject="public_report",
)  # fmt: skip
def report(request: HttpRequest, ref: str) -> HttpResponse:
    """One version, with the others of its year."""
    one = reports.report_by_ref(ref)
    if one is None:
        raise Http404
    others = list(reports.public_reports().filter(body_ref=one.body_ref, year=one.year).exclude(ref=ref))
    months = [Month(date(one.year, month, 1), opened, decided) for month, opened, decided in one.content["months"]]
    return show(
        request, "portal/report.html", "bodies", title=one.title, one=one, content=one.content, others=others,
        newer=[each for each in others if each.version > one.version], files=report_files.files_of_report(ref),
        proof=pages_on_disk.proof_of(ref).exists(), kinds=_kinds(one), months=months,
        most=max(1, *(each.opened for each in months), *(each.closed for each in months)),
        trail=[*TRAIL, ("统计年报", "/annual-reports/"), (f"{one.body_name}{one.year}年度", "")],
    )  # fmt: skip


@page(
    "annual-reports/<ref:ref>/files/<slug:suffix>", name="portal:report_file", title="下载年报", allow=PUBLIC, site="portal",
    subject="public_report_file",
)  # fmt: skip
def report_file(request: HttpRequest, ref: str, suffix: str) -> HttpResponse:
    """One of the files, or the proof of the log; not found while it is not there yet."""
    one = reports.public_reports().filter(ref=ref).first()
    path = _path(ref, suffix)
    if one is None or path is None or not path.exists():
        raise Http404
    response = HttpResponse(path.read_bytes(), content_type=MEDIA_TYPES.get(suffix, "text/plain; charset=utf-8"))
    name = f"{one.body_name}{one.title}.{suffix}"
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    response["X-Content-Type-Options"], response["Cache-Control"] = "nosniff", "no-cache"
    return response


def _path(ref: str, suffix: str) -> Path | None:
    if suffix == PROOF:
        return pages_on_disk.proof_of(ref)
    return pages_on_disk.report_file_of(ref, suffix) if suffix in MEDIA_TYPES else None


def _kinds(one: PublicReport) -> list[dict[str, Any]]:
    """The penalties by kind, as the chart shows them."""
    columns = [each for table in one.content["tables"] if table["name"] in PENALTIES for each in table["columns"]]
    told = [each for each in columns if each["unit"] == "宗" and each["value"] and each["name"] != "total"]
    return [{"label": each["label"], "count": each["value"]} for each in told]

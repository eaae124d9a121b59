"""存证月度计数: what the public log came to in each month, body by body, with the copy and the proof to check it by."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from yangguang.base.pages import PUBLIC, page
from yangguang.base.tlog.months import labels_of
from yangguang.bulletin.api import PublicMonth, months, pages_on_disk
from yangguang.portal.showing import show

JSON, TEXT = "application/json; charset=utf-8", "text/plain; charset=utf-8"
PROOF = "tlog-proof"


@page("verify/counts/", name="portal:months", title="存证月度计数", allow=PUBLIC, site="portal")
def overview(request: HttpRequest) -> HttpResponse:
    """Every month, the newest first, a year a page."""
    found = Paginator(months.public_months(), 12).get_page(request.GET.get("page"))
    return show(
        request, "portal/log_months.html", "decisions", page=found, months=[_shown(one) for one in found],
        trail=[("首页", "/"), ("核对", "/verify/"), ("存证月度计数", "")],
    )  # fmt: skip


@page(
    "verify/counts/<slug:month>.<slug:suffix>", name="portal:month_file", title="下载存证月度计数", allow=PUBLIC, site="portal",
    subject="log_month",
)  # fmt: skip
def month_file(request: HttpRequest, month: str, suffix: str) -> HttpResponse:
    """The canonical copy, byte for byte what the leaf commits to; or its proof."""
    one = months.month_named(month)
    path = pages_on_disk.month_proof_of(month)
    if one is None or suffix not in {"json", PROOF} or (suffix == PROOF and not path.exists()):
        raise Http404
    content = path.read_bytes() if suffix == PROOF else months.canonical_month(one.content)
    response = HttpResponse(content, content_type=TEXT if suffix == PROOF else JSON)
    response["Content-Disposition"] = content_disposition_header(True, f"{month}.{suffix}") or ""
    response["Cache-Control"], response["X-Content-Type-Options"] = "no-cache", "nosniff"
    return response


def _shown(one: PublicMonth) -> dict[str, Any]:
    """A month as a table of bodies, with the columns that have anything in them."""
    totals = one.content["totals"]
    told = {name: label for name, label in labels_of(one.content).items() if totals.get(name)}
    columns = {name: label for name, label in told.items() if ":" not in name}
    return {
        "name": one.month, "day": date(int(one.month[:4]), int(one.month[5:]), 1), "columns": list(columns.values()),
        "rows": [{"name": row["name"], "cells": _cells(row, columns)} for row in one.content["bodies"]],
        "totals": _cells(totals, columns), "grounds": [(label, totals[name]) for name, label in told.items() if ":" in name],
        "proof": pages_on_disk.month_proof_of(one.month).exists(),
    }  # fmt: skip


def _cells(row: dict[str, int], columns: dict[str, str]) -> list[tuple[str, int]]:
    return [(label, row.get(name, 0)) for name, label in columns.items()]

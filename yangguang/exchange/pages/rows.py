"""One batch row by row, and every row that has to be mended whichever batch it is of; each with what is missing and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header

from yangguang.base import exports, listing, vault
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest
from yangguang.exchange import signing
from yangguang.exchange.lacking import lacks_of
from yangguang.exchange.models import BatchState, RowState, UpwardRow
from yangguang.exchange.policy import READERS, may_hand_up, may_mend
from yangguang.exchange.queries import answer_due, batches_visible_to, rows_visible_to, to_mend
from yangguang.exchange.rules.columns import TITLES

COLUMNS = (
    Column("batch", "批次编号", width=30), Column("number", "行号", Kind.INTEGER), Column("action", "操作"),
    Column("kind", "数据种类"), Column("label", "名称", width=44), Column("body", "所属机关", width=34), Column("state", "状态"),
    Column("why", "缺项或者退回理由", Kind.LINES, width=60),
)  # fmt: skip
ALL = "全部"
SUPERIOR = Expect(own=200, other=404, superior=200)


@page(
    "upward/<ref:ref>/",
    name="exchange:batch",
    title="上报批次",
    allow=READERS,
    subject="upward_batch",
    expects=SUPERIOR,
)
def batch(request: DeskRequest, ref: str) -> HttpResponse:
    """What goes up, or went up, in one batch."""
    one = get_object_or_404(batches_visible_to(request.user), public_id=ref)
    every = rows_visible_to(request.user).filter(batch=one).order_by("number", "pk")
    states = [("", ALL), *((state.value, state.label) for state in _states(one.is_draft))]
    view = _chosen(request, states)
    rows = every.filter(state=view) if view else every
    if listing.is_export(request):
        return _workbook(request, f"{one}明细", rows, dict(states)[view])
    found = listing.page_of(request, rows)
    return render(request, "exchange/batch.html", {
        "batch": one, "page": found, "rows": [_shown(row, request) for row in found], "due": answer_due(one),
        "views": listing.views(request, "view", states, lambda key: every.filter(state=key).count() if key else every.count()),
        "may_hand_up": may_hand_up(request.user, one.body), "receipts": list(one.receipts.order_by("serial")),
        "signed_by": "" if one.is_draft else signing.public_line(),
        "ready": one.is_draft and every.filter(state=RowState.DRAFTED).exists(),
        "trail": [("上报与回执", reverse("exchange:batches")), (str(one), "")],
    })  # fmt: skip


@page("upward/rows/", name="exchange:rows", title="待处理的上报数据", allow=READERS,
      expects=Expect(own=200, other=200, superior=200))  # fmt: skip
def rows(request: DeskRequest) -> HttpResponse:
    """What lacks something, and what came back, of one's own body or of those it collects for."""
    every = to_mend(rows_visible_to(request.user)).order_by("-batch_id", "number", "pk")
    states = [
        ("", ALL),
        (RowState.REFUSED.value, RowState.REFUSED.label),
        (RowState.LACKING.value, RowState.LACKING.label),
    ]
    view = _chosen(request, states)
    wanted = every.filter(state=view) if view else every
    if listing.is_export(request):
        return _workbook(request, "待处理的上报数据", wanted, dict(states)[view])
    found = listing.page_of(request, wanted)
    return render(request, "exchange/rows.html", {
        "page": found, "rows": [_shown(row, request) for row in found],
        "views": listing.views(request, "view", states, lambda key: every.filter(state=key).count() if key else every.count()),
        "trail": [("上报与回执", reverse("exchange:batches")), ("待处理", "")],
    })  # fmt: skip


@page("upward/<ref:ref>/files", name="exchange:files", title="上报文件包", allow=READERS, subject="upward_batch",
      expects=SUPERIOR)  # fmt: skip
def files(request: DeskRequest, ref: str) -> HttpResponse:
    """The archive as it was handed over, for a disk where no folder is shared."""
    one = get_object_or_404(batches_visible_to(request.user), public_id=ref, state=BatchState.HANDED)
    assert one.files is not None
    response = HttpResponse(vault.read(one.files), content_type="application/zip")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{one.code}.zip") or ""
    return exports.on_record(response, what=f"{one}文件包", rows=one.rows.count(), subject=one.subject)


def _states(draft: bool) -> tuple[RowState, ...]:
    return (RowState.DRAFTED, RowState.LACKING) if draft else (RowState.HANDED, RowState.ACCEPTED, RowState.REFUSED)


def _chosen(request: HttpRequest, states: list[tuple[str, str]]) -> str:
    asked = request.GET.get("view", "")
    return asked if asked in dict(states) else ""


def _shown(row: UpwardRow, request: DeskRequest) -> Mapping[str, Any]:
    back = row.state == RowState.REFUSED and row.item.latest_id == row.pk and not row.item.again
    mends = may_mend(request.user, body_id=row.item.body_id, collector_id=row.item.collector_id)
    return {"row": row, "kind": TITLES[row.item.kind], "lacks": lacks_of(row),
            "again": row.item.again and row.item.latest_id == row.pk,
            "mend": mends and (back or row.state == RowState.LACKING)}  # fmt: skip


def _workbook(request: DeskRequest, title: str, wanted: QuerySet[UpwardRow], filters: str) -> HttpResponse:
    told = (
        {"batch": one.batch.code, "number": one.number or "", "action": one.get_action_display(), "kind": TITLES[one.item.kind],
         "label": one.item.label, "body": one.item.body.name, "state": one.get_state_display(),
         "why": one.reason or "\n".join(f"{label}：{remedy}" for label, remedy in lacks_of(one))}
        for one in wanted
    )  # fmt: skip
    return listing.workbook(request, title=title, columns=COLUMNS, rows=told, filters=filters)

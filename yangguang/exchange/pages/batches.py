"""上报与回执: what waits to go up, the batches with how their rows stand, and what the receipts lack."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest
from yangguang.exchange.models import BatchState, RowState, UpwardBatch
from yangguang.exchange.policy import READERS, may_hand_up
from yangguang.exchange.put_aside import put_aside_for
from yangguang.exchange.queries import (
    answer_due,
    batches_visible_to,
    counts_of,
    missing_receipts,
    overtaken,
    platform_key_of,
    platform_of,
    rows_visible_to,
    to_mend,
)
from yangguang.kernel import clock

COLUMNS = (
    Column("code", "批次编号", width=30), Column("body", "报送机关", width=34), Column("platform", "上级平台", width=30),
    Column("handed_on", "报送日期", Kind.DAY), Column("by", "报送人"), Column("rows", "行数", Kind.INTEGER),
    Column("handed", "待回执", Kind.INTEGER), Column("accepted", "已接收", Kind.INTEGER),
    Column("refused", "被退回", Kind.INTEGER), Column("due", "答复期限", Kind.DAY), Column("manifest", "清单指纹", width=66),
)  # fmt: skip
SEEN = Expect(own=200, other=200, superior=200)


@page("upward/", name="exchange:batches", title="上报与回执", allow=READERS, expects=SEEN)
def batches(request: DeskRequest) -> HttpResponse:
    """The draft first, then what was handed over, the newest first."""
    account, today = request.user, clock.today()
    visible = batches_visible_to(account)
    handed = visible.filter(state=BatchState.HANDED).order_by("-handed_at", "-pk")
    if listing.is_export(request):
        told = list(handed)
        counts = counts_of(told)
        return listing.workbook(
            request, title="上报批次", columns=COLUMNS, rows=(_cells(one, counts.get(one.pk, {})) for one in told)
        )
    found = listing.page_of(request, handed)
    draft = visible.filter(state=BatchState.DRAFTED, body=account.body).first()
    counts = counts_of([*found, *([draft] if draft else [])])
    late = overtaken(account.body)
    return render(request, "exchange/batches.html", {
        "page": found, "rows": [_row(one, counts.get(one.pk, {}), late, account.body_id) for one in found], "draft": draft,
        "drafted": counts.get(draft.pk, {}) if draft else {}, "may_hand_up": may_hand_up(account, account.body),
        "platform": platform_of(account.body, today), "mend": to_mend(rows_visible_to(account)).count(),
        "missing": missing_receipts(account.body), "put_aside": put_aside_for(account),
        "key": platform_key_of(account.body, today),
    })  # fmt: skip


def _row(batch: UpwardBatch, counts: dict[str, int], late: set[int], body_id: int) -> dict[str, Any]:
    due = answer_due(batch)
    waits = counts.get(RowState.HANDED, 0)
    return {
        "batch": batch, "total": sum(counts.values()), "waits": waits, "accepted": counts.get(RowState.ACCEPTED, 0),
        "refused": counts.get(RowState.REFUSED, 0), "due": due,
        "overdue": bool(waits and due and due < clock.today()), "overtaken": batch.body_id == body_id and batch.number in late,
    }  # fmt: skip


def _cells(one: UpwardBatch, counts: dict[str, int]) -> dict[str, Any]:
    return {
        "code": one.code, "body": one.body.name, "platform": one.platform, "handed_on": one.handed_on, "by": one.handed_by_name,
        "rows": sum(counts.values()), "handed": counts.get(RowState.HANDED, 0), "accepted": counts.get(RowState.ACCEPTED, 0),
        "refused": counts.get(RowState.REFUSED, 0), "due": answer_due(one), "manifest": one.manifest_digest,
    }  # fmt: skip

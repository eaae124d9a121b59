"""The register of entrustments: which are filed, which are public, which carry nothing."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.pages import page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.models import Entrustment
from yangguang.directory.presentation import entrustment_state
from yangguang.directory.queries import entrustments_in_view, entrustments_visible_to
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import READERS
from yangguang.kernel import clock

VIEWS = [("", "全部"), ("standing", "期限内"), ("unpublished", "没有公布"), ("unfiled", "没有备案"), ("over", "已终止")]
COLUMNS = [
    Column("agreement_number", "委托书编号", width=24), Column("entrusting", "委托机关", width=30),
    Column("entrusted", "受委托组织", width=30), Column("signed_on", "签订日期", Kind.DAY),
    Column("matters", "委托事项", width=40), Column("powers", "委托权限", width=40),
    Column("starts_on", "期限起", Kind.DAY), Column("last_day", "期限止", Kind.DAY),
    Column("filing_number", "备案编号", width=20), Column("filed_on", "备案日期", Kind.DAY),
    Column("published_on", "委托机关公布", Kind.DAY), Column("published_where", "委托机关公布在", width=30),
    Column("entrusted_published_on", "受委托组织公布", Kind.DAY),
    Column("entrusted_published_where", "受委托组织公布在", width=30),
    Column("state", "状态"),
]  # fmt: skip


@page("entrustments", name="directory:entrustments", title="委托执法", allow=READERS)
def entrustments(request: DeskRequest) -> HttpResponse:
    """The list, newest first."""
    today = clock.today()
    rows = entrustments_visible_to(request.user)
    view = request.GET.get("view", "")
    shown = entrustments_in_view(rows, view, today)
    if listing.is_export(request):
        cells = [_cells(one) | {"state": entrustment_state(one, today)[0]} for one in shown]
        told = dict(VIEWS).get(view, "全部")
        return listing.workbook(request, title="委托执法", columns=COLUMNS, rows=cells, filters=told)
    found = listing.page_of(request, shown)
    return render(request, "directory/entrustments.html", {
        "page": found,
        "rows": [(one, entrustment_state(one, today)) for one in found],
        "views": listing.views(
            request, "view", VIEWS, lambda key: entrustments_in_view(rows, key, today).count()
        ),
    })  # fmt: skip


def _cells(one: Entrustment) -> dict[str, object]:
    return {column.key: getattr(one, column.key) for column in COLUMNS if column.key != "state"}

"""案卷评查: the rounds one may see, and whether the evaluation of the year is done."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.pages import page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest
from yangguang.kernel import clock
from yangguang.supervision.models import CaseFileEvaluation
from yangguang.supervision.policy import READERS, may_lead_in
from yangguang.supervision.queries import files_to_score, rounds_visible_to
from yangguang.supervision.rules.due import CLAUSE
from yangguang.supervision.standings import standings

COLUMNS = (
    Column("title", "评查名称", width=36), Column("body", "组织机关", width=30), Column("year", "年度", Kind.INTEGER),
    Column("size", "抽取件数", Kind.INTEGER), Column("state", "状态"), Column("planned_on", "拟订日期", Kind.DAY),
    Column("finalised_on", "定档日期", Kind.DAY), Column("published_on", "公布日期", Kind.DAY),
)  # fmt: skip
TO_SCORE = ("drawn", "objected")


@page("evaluations/", name="supervision:rounds", title="案卷评查", allow=READERS)
def rounds(request: DeskRequest) -> HttpResponse:
    """The rounds, the newest first; what is mine to score; the yearly clock."""
    visible, view = rounds_visible_to(request.user), request.GET.get("view", "")
    running, over = (
        visible.exclude(state__in=("closed", "cancelled")),
        visible.filter(state__in=("closed", "cancelled")),
    )
    rows = (over if view == "over" else running if view == "running" else visible).order_by("-pk")
    if listing.is_export(request):
        return listing.workbook(request, title="案卷评查", columns=COLUMNS, rows=map(_cells, rows))
    counts = {"": visible.count(), "running": running.count(), "over": over.count()}
    labels = (("", "全部"), ("running", "进行中"), ("over", "已结束"))
    mine = files_to_score(request.user).filter(state__in=TO_SCORE, evaluation__state__in=("scoring", "objecting"))
    return render(request, "supervision/rounds.html", {
        "page": listing.page_of(request, rows), "views": listing.views(request, "view", labels, counts.__getitem__),
        "mine": mine.order_by("pk"), "year": clock.today().year, "standings": standings(request.user, clock.today().year),
        "may_plan": may_lead_in(request.user, request.user.body_id), "clause_id": CLAUSE,
    })  # fmt: skip


def _cells(one: CaseFileEvaluation) -> dict[str, Any]:
    return {
        "title": one.title, "body": one.body.name, "year": one.year, "size": one.size, "state": one.get_state_display(),
        "planned_on": one.planned_on, "finalised_on": one.finalised_on, "published_on": one.published_on,
    }  # fmt: skip

"""缺口: open cases without an owner, a next step or a date, for whoever answers for them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column
from yangguang.cases.pages.reassign import cells
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.rules.upkeep import ABOUT_HANDLERS, LABELS, Gap
from yangguang.cases.upkeep import Upkeep, open_cases, upkeep_of
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock

ANSWERING = ("unit_head", "agency_head", "supervisor")
VIEWS = (("", "全部"), *((gap.value, LABELS[gap]) for gap in Gap))
COLUMNS = (
    Column("body", "执法主体", width=30), Column("number", "案号", width=28), Column("title", "案由", width=36),
    Column("status", "状态", width=20), Column("handlers", "现承办人", width=24), Column("gaps", "缺口", width=40),
    Column("faults", "人员情况", width=40),
)  # fmt: skip


@page("cases/gaps/", name="cases:gaps", title="案件缺口", allow=ANSWERING, expects=Expect(other=200, superior=200))
def gaps(request: HttpRequest) -> HttpResponse:
    """Every open case has an owner, a next step and a date; what does not is listed here until it has."""
    account: Account = request.user  # type: ignore[assignment]
    view = request.GET.get("view", "")
    every = lacking_upkeep(account, request.GET.get("body", "")[:26])
    chosen = _in_view(every, view)
    if listing.is_export(request):
        label = dict(VIEWS).get(view, "全部")
        return listing.workbook(request, title="案件缺口", columns=COLUMNS, rows=map(cells, chosen), filters=label)
    found = listing.page_of(request, chosen)
    return render(request, "cases/gaps.html", {
        "page": found, "rows": [_row(one) for one in found], "many_bodies": account.holds(Role.SUPERVISOR),
        "views": [one for one in listing.views(request, "view", VIEWS, lambda key: len(_in_view(every, key)))
                  if one["count"] or one["current"] or one["label"] == "全部"],
        "reassigns": account.holds(Role.UNIT_HEAD),
        "trail": [("案件", reverse("cases:list")), ("案件缺口", "")],
    })  # fmt: skip


def lacking_upkeep(account: Account, body_ref: str = "") -> list[Upkeep]:
    """The open cases a person answers for that lack something, the oldest first."""
    cases = open_cases(cases_visible_to(account)).order_by("opened_on", "pk")
    if body_ref:
        cases = cases.filter(body__public_id=body_ref)
    return [one for one in upkeep_of(cases, clock.today()) if one.gaps]


def _in_view(rows: list[Upkeep], view: str) -> list[Upkeep]:
    return [one for one in rows if view in one.gaps] if view in {gap.value for gap in Gap} else rows


def _row(one: Upkeep) -> dict[str, Any]:
    return cells(one) | {"about_handlers": bool(ABOUT_HANDLERS & set(one.gaps)), "undated": Gap.NO_DATE in one.gaps}

"""执法结果和履行情况, 随机抽查计划和结果: what became of every published decision; what is drawn and what came of it (D14)."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from yangguang.base.listing import address
from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import public_lists
from yangguang.bulletin.api import results as told_results
from yangguang.portal.showing import show, typed

TRAIL = [("首页", "/"), ("执法决定", "/decisions/")]
DRAW_LIST = "random_inspection"
PAGE = 30


@page("results/", name="portal:results", title="执法结果和履行情况", allow=PUBLIC, site="portal")
def results(request: HttpRequest) -> HttpResponse:
    """Every standing decision with what became of it, narrowed by state."""
    chosen = typed(request, "state", 10)
    counted = told_results.counts()
    chosen = chosen if chosen in counted else ""
    states = [("", "全部", sum(counted.values())), *((state, state, count) for state, count in counted.items())]
    tabs = [
        {"label": label, "count": count, "href": address(request, state=state, page=""), "current": chosen == state}
        for state, label, count in states
    ]
    found = Paginator(told_results.by_state(chosen), PAGE).get_page(request.GET.get("page"))
    rows = [(one, told_results.state_of(one.fulfilment)) for one in found]
    return show(
        request, "portal/results.html", "decisions", page=found, rows=rows, tabs=tabs,
        trail=[*TRAIL, ("执法结果和履行情况", "")],
    )  # fmt: skip


@page("draws/", name="portal:draws", title="随机抽查计划和结果", allow=PUBLIC, site="portal")
def draws(request: HttpRequest) -> HttpResponse:
    """What may be drawn; plans and results when there are any, and that there are none while there are none."""
    return show(
        request, "portal/draws.html", "lists", lists=list(public_lists(kind=DRAW_LIST).filter(superseded_from=None)),
        trail=[("首页", "/"), ("清单与依据", "/lists/"), ("随机抽查", "")],
    )  # fmt: skip

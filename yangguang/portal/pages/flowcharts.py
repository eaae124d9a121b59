"""流程图: how each kind of proceeding of a body runs, drawn and in words (D08)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from yangguang.base.flowcharts import outline_of
from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import PublicFlowchart, public_flowcharts
from yangguang.portal.showing import show

TRAIL = [("首页", "/"), ("清单与依据", "/lists/")]


@page("flowcharts/", name="portal:flowcharts", title="执法流程图", allow=PUBLIC, site="portal")
def flowcharts(request: HttpRequest) -> HttpResponse:
    """Body by body."""
    rows = list(public_flowcharts())
    return show(request, "portal/flowcharts.html", "lists", rows=rows, trail=[*TRAIL, ("执法流程图", "")])


@page(
    "flowcharts/<ref:ref>", name="portal:flowchart", title="执法流程图", allow=PUBLIC, site="portal",
    subject="public_flowchart",
)  # fmt: skip
def flowchart(request: HttpRequest, ref: str) -> HttpResponse:
    """One, as it was published last."""
    found = PublicFlowchart.objects.filter(ref=ref).first()
    if found is None:
        raise Http404
    return show(
        request, "portal/flowchart.html", "lists", title=found.title, one=found, outline=outline_of(found.outline),
        trail=[*TRAIL, ("执法流程图", "/flowcharts/"), (found.title, "")],
    )  # fmt: skip

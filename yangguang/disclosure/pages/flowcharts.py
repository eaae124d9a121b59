"""流程图: how each kind of proceeding runs, drawn from the tables cases run on; publishers make it public (D08)."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import SIGNED_IN, page
from yangguang.directory.api import DeskRequest
from yangguang.disclosure.flowcharts import Standing, standing_of, standings_of
from yangguang.disclosure.pages.prepare import PUBLISHER
from yangguang.disclosure.policy import may_publish_flowchart
from yangguang.disclosure.use_cases.publish_flowchart import CLAUSE, publish_flowchart
from yangguang.kernel import clock


class PublishForm(OfficialForm):
    """Nothing is filled in: what is published is what the table says."""


@page("flowcharts/", name="disclosure:flowcharts", title="流程图", allow=SIGNED_IN)
def flowcharts(request: DeskRequest) -> HttpResponse:
    """One row a kind of proceeding of the person's own body."""
    body = request.user.body
    return render(request, "disclosure/flowcharts.html", {
        "body": body, "rows": standings_of(body, clock.today()), "clause_id": CLAUSE,
        "may_publish": may_publish_flowchart(request.user, body),
    })  # fmt: skip


@page("flowcharts/<slug:name>", name="disclosure:flowchart", title="流程图", allow=SIGNED_IN)
def flowchart(request: DeskRequest, name: str) -> HttpResponse:
    """The chart of today, and whether the public reads the same."""
    one = _standing_or_404(request, name)
    return render(request, "disclosure/flowchart.html", {
        "one": one, "may_publish": may_publish_flowchart(request.user, request.user.body),
        "trail": [("流程图", reverse("disclosure:flowcharts")), (one.outline.title, "")],
    })  # fmt: skip


@page(
    "flowcharts/<slug:name>/publish",
    name="disclosure:publish_flowchart",
    title="公示流程图",
    allow=PUBLISHER,
    writes=True,
)
def publish(request: DeskRequest, name: str) -> HttpResponse:
    """Make public what the table says today."""
    one, body = _standing_or_404(request, name), request.user.body
    form, back = PublishForm(request.POST or None), reverse("disclosure:flowchart", args=[name])
    return answer(
        request, form,
        lambda **_: publish_flowchart(name=name, body=body, actor=request.user, at=form.moment()),
        to=back, done=f"{one.outline.title}已经公示。", template="disclosure/publish_flowchart.html", one=one, back=back,
        clause_id=CLAUSE,
    )  # fmt: skip


def _standing_or_404(request: DeskRequest, name: str) -> Standing:
    found = standing_of(name, request.user.body, clock.today())
    if found is None:
        raise Http404
    return found

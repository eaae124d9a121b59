"""待我审批: the forms whose next place is mine, the oldest first."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base.models import Approval
from yangguang.base.pages import Expect, page
from yangguang.cases.models import Case
from yangguang.cases.presentation.approvals import PURPOSES, steps_waiting_for
from yangguang.directory.api import Account

SIGNERS = ("case_handler", "unit_head", "agency_head")
PER_PAGE = 20


@page("approvals/", name="cases:approvals", title="待我审批", allow=SIGNERS, expects=Expect(other=200, superior=403))
def approvals(request: HttpRequest) -> HttpResponse:
    """What waits for my signature, or what I asked for."""
    account: Account = request.user  # type: ignore[assignment]
    view = request.GET.get("view", "")
    asked = Approval.objects.filter(requested_by_ref=account.actor_ref, purpose__in=PURPOSES).order_by("-pk")
    waiting = [step.approval for step in steps_waiting_for(account)]
    found = Paginator(asked if view == "asked" else waiting, PER_PAGE).get_page(request.GET.get("page"))
    shown = list(found)
    cases = {c.public_id: c for c in Case.objects.filter(public_id__in=[a.file_ref for a in shown if a.file_ref])}
    places = {}
    for one in Approval.objects.filter(pk__in=[a.pk for a in shown]).prefetch_related("steps").order_by("pk"):
        places[one.pk] = next((s.label for s in one.steps.all() if s.signed_at is None), "")
    return render(request, "cases/approvals.html", {
        "page": found, "view": view,
        "views": [
            {"label": "待我签署", "count": len(waiting), "href": "?", "current": view != "asked"},
            {"label": "我提请的", "count": asked.count(), "href": "?view=asked", "current": view == "asked"},
        ],
        "rows": [
            {"approval": a, "case": cases.get(a.file_ref), "purpose": PURPOSES.get(a.purpose, "审批"),
             "place": places.get(a.pk, "")}
            for a in shown
        ],
    })  # fmt: skip

"""待我审批: the forms whose next place is mine, the oldest first."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.models import Approval
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.cases.models import Case
from yangguang.cases.presentation.approvals import PURPOSES, steps_waiting_for
from yangguang.directory.api import Account
from yangguang.kernel.clock import legal_day

SIGNERS = ("case_handler", "unit_head", "agency_head")
COLUMNS = (
    Column("title", "事项", width=44), Column("party", "当事人", width=30), Column("purpose", "审批"),
    Column("number", "案号", width=28),
    Column("asked_by", "提请人"), Column("asked_on", "提请日期", Kind.DAY), Column("now", "现在", width=20),
)  # fmt: skip


@page("approvals/", name="cases:approvals", title="待我审批", allow=SIGNERS, expects=Expect(other=200, superior=403))
def approvals(request: HttpRequest) -> HttpResponse:
    """What waits for my signature, or what I asked for."""
    account: Account = request.user  # type: ignore[assignment]
    view = request.GET.get("view", "")
    asked = Approval.objects.filter(requested_by_ref=account.actor_ref, purpose__in=PURPOSES).order_by("-pk")
    waiting = [step.approval for step in steps_waiting_for(account)]
    chosen: Any = asked if view == "asked" else waiting
    if listing.is_export(request):
        label = "我提请的" if view == "asked" else "待我签署"
        cells = map(_cells, _rows(list(chosen)))
        return listing.workbook(request, title=f"审批-{label}", columns=COLUMNS, rows=cells, filters=label)
    found = listing.page_of(request, chosen)
    return render(request, "cases/approvals.html", {
        "page": found, "view": view,
        "views": [
            {"label": "待我签署", "count": len(waiting), "href": "?", "current": view != "asked"},
            {"label": "我提请的", "count": asked.count(), "href": "?view=asked", "current": view == "asked"},
        ],
        "rows": _rows(list(found)),
    })  # fmt: skip


def _rows(shown: list[Approval]) -> list[dict[str, Any]]:
    about = Case.objects.filter(public_id__in=[a.file_ref for a in shown if a.file_ref]).prefetch_related("parties")
    cases = {case.public_id: case for case in about}
    places = {}
    for one in Approval.objects.filter(pk__in=[a.pk for a in shown]).prefetch_related("steps").order_by("pk"):
        places[one.pk] = next((s.label for s in one.steps.all() if s.signed_at is None), "")
    return [
        {"approval": a, "case": cases.get(a.file_ref), "whom": _whom(a, cases.get(a.file_ref)),
         "purpose": PURPOSES.get(a.purpose, "审批"), "place": places.get(a.pk, "")}
        for a in shown
    ]  # fmt: skip


def _whom(approval: Approval, case: Case | None) -> str:
    """The parties of the case; before there is one, those of the proposal."""
    proposed = [str(one.get("name") or "") for one in approval.proposal.get("parties") or () if isinstance(one, dict)]
    return "、".join([party.name for party in case.parties.all()] if case else proposed)


def _cells(row: dict[str, Any]) -> dict[str, Any]:
    approval, case = row["approval"], row["case"]
    return {
        "title": approval.title, "party": row["whom"], "purpose": row["purpose"], "number": case.number if case else "尚未立案",
        "asked_by": approval.requested_by_name, "asked_on": legal_day(approval.requested_at),
        "now": row["place"] or approval.get_state_display(),
    }  # fmt: skip

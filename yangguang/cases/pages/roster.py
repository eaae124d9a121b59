"""劳动者名册: the roster of a case, its sheet in and out, and who must pay."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import exports, listing
from yangguang.base.pages import page
from yangguang.cases.kinds.labour import queries, roster_sheet
from yangguang.cases.kinds.labour.criminal import suspicion_of
from yangguang.cases.kinds.labour.policy import may_keep_roster
from yangguang.cases.models import Case
from yangguang.cases.pages.case import OF_A_CASE
from yangguang.cases.queries import cases_visible_to
from yangguang.kernel import clock

READERS = ("case_handler", "unit_head", "agency_head", "legal_reviewer", "supervisor")


def the_case(request: HttpRequest, ref: str) -> Case:
    """The case in the address, if this person may see it."""
    return get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


def head_of(case: Case, title: str) -> dict[str, Any]:
    """Title, case and the way back."""
    return {
        "title": title,
        "under": f"{case.title}　{case.number}",
        "back": reverse("cases:roster", args=[case.public_id]),
    }


@page("cases/<ref:ref>/roster/", name="cases:roster", title="劳动者名册", allow=READERS, subject="case",
      expects=OF_A_CASE)  # fmt: skip
def roster(request: HttpRequest, ref: str) -> HttpResponse:
    """Who is owed what, what has been paid, who must pay; as a page, a sheet, or an empty template."""
    case = the_case(request, ref)
    if request.GET.get("format") in {"xlsx", "template"}:
        return _sheet(request, case)
    account: Any = request.user
    return render(request, "cases/labour/roster.html", {
        **head_of(case, "劳动者名册"), "case": case, "page": listing.page_of(request, queries.workers_of(case)),
        "totals": queries.totals_of(case), "suspicion": suspicion_of(case, clock.today()),
        "links": list(queries.links_of(case)), "liabilities": queries.liabilities_of(case),
        "mine": may_keep_roster(account, case), "case_href": reverse("cases:case", args=[ref]),
    })  # fmt: skip


def _sheet(request: HttpRequest, case: Case) -> HttpResponse:
    who, now = str(request.user), clock.now()
    if request.GET["format"] == "template":
        content = roster_sheet.template(who, now)
    else:
        content = roster_sheet.export(queries.workers_of(case), case_number=case.number, by=who, at=now)
    response = HttpResponse(content, content_type=listing.XLSX)
    response["Content-Disposition"] = 'attachment; filename="roster.xlsx"'
    if request.GET["format"] == "template":
        return response
    return exports.on_record(response, what="劳动者名册", rows=queries.workers_of(case).count(), subject=case.subject)

"""劳动者名册: the roster of a case, its sheet in and out, and who must pay."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from yangguang.base import exports, listing, vault
from yangguang.base.pages import page
from yangguang.base.refusals import put_on_form
from yangguang.base.workbook_guard import MOST_BYTES
from yangguang.cases.kinds.labour import queries, roster_sheet
from yangguang.cases.kinds.labour.criminal import suspicion_of
from yangguang.cases.kinds.labour.forms import wages as forms
from yangguang.cases.kinds.labour.policy import may_keep_roster
from yangguang.cases.models import Case
from yangguang.cases.pages.case import OF_A_CASE
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.use_cases.import_roster import import_roster
from yangguang.kernel import clock
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused

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


@page("cases/<ref:ref>/roster/import/", name="cases:import_roster", title="导入劳动者名册", writes=True,
      allow=("case_handler",), subject="case")  # fmt: skip
def roster_file(request: HttpRequest, ref: str) -> HttpResponse:
    """Check a sheet or import it: every fault in its row, nothing half imported."""
    case, form, faults = the_case(request, ref), forms.RosterFileForm(request.POST or None, request.FILES or None), []
    found = ""
    if form.is_valid():
        try:
            content = vault.content_of(form.cleaned_data["file"], limit=MOST_BYTES)
            if request.POST.get("check"):
                rows = [row for _, row in roster_sheet.rows_of(content, today=clock.today())]
                found = (
                    f"共{len(rows)}人，应付合计{in_figures(sum(r.owed_fen for r in rows))}元，没有发现问题，可以导入。"
                )
            else:
                done = import_roster(case=case, content=content, actor=request.user, at=form.moment())  # type: ignore[arg-type]
                messages.success(request, f"已经导入：新增{done.added}人，更新{done.changed}人。")
                return redirect("cases:roster", ref)
        except Refused as refusal:
            faults = list(getattr(refusal, "faults", ()))
            put_on_form(form, refusal)
    return render(request, "cases/labour/roster_file.html", {
        **head_of(case, "导入劳动者名册"), "form": form, "faults": faults, "found": found,
    })  # fmt: skip

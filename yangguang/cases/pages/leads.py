"""投诉与线索: everything that came in, in counted views, with its clock; the filtered rows as a sheet."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import calendars, listing
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.cases.kinds.labour.policy import may_register_lead
from yangguang.cases.kinds.labour.queries import leads_visible_to
from yangguang.cases.models import Clock, Lead, LeadSource
from yangguang.cases.models.lead import OPEN_STATUSES
from yangguang.cases.presentation import clocks
from yangguang.directory.api import Account
from yangguang.kernel import clock

READERS = ("window_clerk", "case_handler", "unit_head", "agency_head", "archivist", "supervisor")
VIEWS = (("", "待处理"), ("mine", "我承办的"), ("case", "已立案"), ("settled", "其他办结"), ("all", "全部"))
COLUMNS = [
    Column("number", "登记号", width=26), Column("source", "来源"), Column("employer", "用人单位", width=34),
    Column("code", "统一社会信用代码", width=22), Column("workers", "人数", Kind.INTEGER),
    Column("amount_fen", "金额（元）", Kind.MONEY), Column("status", "状态", width=20),
    Column("received_on", "登记日期", Kind.DAY), Column("due_on", "到期日", Kind.DAY), Column("case", "案号", width=24),
]  # fmt: skip


@page("leads/", name="cases:leads", title="投诉与线索", allow=READERS, expects=Expect(other=200, superior=200))
def leads(request: HttpRequest) -> HttpResponse:
    """The leads this person may see; never who told."""
    account: Account = request.user  # type: ignore[assignment]
    wanted = {name: request.GET.get(name, "").strip()[:60] for name in ("source", "q")}
    narrowed = _narrowed(leads_visible_to(account), wanted).select_related("complaint", "case")
    view = request.GET.get("view", "")
    chosen = _in_view(narrowed, view, account)
    if listing.is_export(request):
        told = "，".join([dict(VIEWS).get(view, "全部"), *filter(None, wanted.values())])
        rows = (_cells(row) for row in _shown(list(chosen)))
        return listing.workbook(request, title="投诉与线索", columns=COLUMNS, rows=rows, filters=told)
    found = listing.page_of(request, chosen)
    return render(request, "cases/labour/leads.html", {
        "page": found, "rows": _shown(list(found)), "wanted": wanted, "view": view, "sources": LeadSource.choices,
        "views": listing.views(request, "view", VIEWS, lambda key: _in_view(narrowed, key, account).count()),
        "may_register": may_register_lead(account),
    })  # fmt: skip


def _narrowed(rows: QuerySet[Lead], wanted: dict[str, str]) -> QuerySet[Lead]:
    if wanted["source"]:
        rows = rows.filter(source=wanted["source"])
    if text := wanted["q"]:
        rows = rows.filter(
            Q(employer_name__icontains=text) | Q(employer_code__icontains=text) | Q(number__icontains=text)
        )
    return rows


def _in_view(rows: QuerySet[Lead], view: str, account: Account) -> QuerySet[Lead]:
    match view:
        case "all":
            return rows
        case "mine":
            return rows.filter(keepers__account=account, keepers__ends_on=None, status__in=OPEN_STATUSES)
        case "case":
            return rows.filter(case__isnull=False)
        case "settled":
            return rows.filter(case=None).exclude(status__in=OPEN_STATUSES)
        case _:
            return rows.filter(status__in=OPEN_STATUSES)


def _shown(rows: list[Lead]) -> list[dict[str, Any]]:
    refs = [row.public_id for row in rows]
    running = Clock.objects.filter(lead_ref__in=refs, case=None, stopped_on=None).order_by("-due_on")
    by_lead = {one.lead_ref: one for one in running}
    calendar, today = calendars.in_force(), clock.today()
    return [
        {"lead": row, "complaint": getattr(row, "complaint", None) if row.is_complaint else None,
         "clock": by_lead.get(row.public_id),
         "face": clocks.face_of(by_lead[row.public_id], calendar, today) if row.public_id in by_lead else None}
        for row in rows
    ]  # fmt: skip


def _cells(row: dict[str, Any]) -> dict[str, Any]:
    lead, asked, due = row["lead"], row["complaint"], row["clock"]
    return {
        "number": lead.number, "source": lead.get_source_display(), "employer": lead.employer_name,
        "code": lead.employer_code, "workers": asked.workers_count if asked else None,
        "amount_fen": asked.amount_fen if asked else None, "status": lead.get_status_display(),
        "received_on": lead.received_on, "due_on": due.due_on if due else None,
        "case": lead.case.number if lead.case else "",
    }  # fmt: skip

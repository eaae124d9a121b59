"""调阅日志: who saw, took or tried to see originals, of one file and of all the bodies an auditor is in charge of.

It is nothing but lines of the ledger: nobody can change or remove one.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render

from yangguang.base import calendars, listing
from yangguang.base.models import LedgerEntry
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column
from yangguang.directory.api import DeskRequest, Role, bodies_audited_by
from yangguang.kernel import clock
from yangguang.records.access_queries import viewings_of_bodies, viewings_of_file
from yangguang.records.policy import FILE_READERS
from yangguang.records.readers import face_of, may_read
from yangguang.records.rules.unusual import Viewing, unusual

COLUMNS = (
    Column("at", "时间", width=18), Column("by", "人员"), Column("body", "机关", width=30), Column("label", "事由", width=16),
    Column("summary", "内容", width=60), Column("why", "异常", width=30),
)  # fmt: skip
SEEN_IN = {
    "legal_reviewer": ("drafted", "decided", "closed"), "publisher": ("decided", "closed"), "archivist": ("closed",),
}  # fmt: skip
ANYWHERE = Expect(own=200, other=200, superior=200)


@page("files/<ref:ref>/access-log/", name="records:file_access_log", title="案卷调阅日志", allow=FILE_READERS, subject="case",
      expects=Expect(superior=200, only_in=SEEN_IN))  # fmt: skip
def file_access_log(request: DeskRequest, ref: str) -> HttpResponse:
    """Of one file, for whoever may read it."""
    if not may_read(request.user, ref):
        raise Http404
    file = face_of(request.user, ref)
    rows = viewings_of_file(ref)
    if listing.is_export(request):
        return listing.workbook(request, title="案卷调阅日志", columns=COLUMNS, rows=map(_cells, rows))
    found = listing.page_of(request, rows)
    return render(request, "records/access_log.html", {
        "page": found, "rows": [(one, (), "") for one in found], "title": "案卷调阅日志", "under": file.label, "views": [],
        "trail": [("案件", ""), (file.label, file.href), ("调阅日志", "")],
    })  # fmt: skip


@page("access-log/", name="records:access_log", title="调阅日志", allow=(Role.AUDIT_ADMINISTRATOR,), expects=ANYWHERE)
def access_log(request: DeskRequest) -> HttpResponse:
    """Of the bodies one audits: what is unusual first."""
    bodies = dict(bodies_audited_by(request.user).values_list("public_id", "name"))
    since = clock.now() - settings.ACCESS_WATCHED
    rows = viewings_of_bodies(bodies).filter(recorded_at__gte=since)
    why = _unusual(rows)
    view = "all" if request.GET.get("view") == "all" else "unusual"
    chosen = rows if view == "all" else rows.filter(pk__in=list(why))
    if listing.is_export(request):
        told = (_cells(one, why, bodies) for one in chosen)
        return listing.workbook(request, title="调阅日志", columns=COLUMNS, rows=told)
    counts = (("unusual", "异常", len(why)), ("all", "全部", rows.count()))
    views = [
        {"label": label, "count": count, "href": f"?view={key}", "current": key == view} for key, label, count in counts
    ]
    found = listing.page_of(request, chosen)
    return render(request, "records/access_log.html", {
        "page": found, "rows": [(one, why.get(one.pk, ()), bodies.get(one.chain, "")) for one in found], "title": "调阅日志",
        "under": f"最近{settings.ACCESS_WATCHED.days}天", "views": views,
        "trail": [("调阅", "/desk/access/"), ("调阅日志", "")],
    })  # fmt: skip


def _unusual(rows: Any) -> dict[int, tuple[str, ...]]:
    calendar = calendars.in_force()
    told = rows.order_by("pk").values_list("pk", "actor_ref", "recorded_at", "event")
    viewings = [
        Viewing(pk, who, at.astimezone(clock.BEIJING), event == "OriginalDenied") for pk, who, at, event in told
    ]
    return unusual(viewings, works=calendar.is_workday, most=settings.ACCESS_MOST_A_DAY)


def _cells(
    entry: LedgerEntry, why: dict[int, tuple[str, ...]] | None = None, bodies: dict[str, str] | None = None
) -> dict[str, Any]:
    at = entry.recorded_at.astimezone(clock.BEIJING)
    return {
        "at": f"{at:%Y-%m-%d %H:%M}", "by": entry.actor_name, "body": (bodies or {}).get(entry.chain, ""),
        "label": entry.label, "summary": entry.summary, "why": "、".join((why or {}).get(entry.pk, ())),
    }  # fmt: skip

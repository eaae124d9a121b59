"""待入库音像: acts that were to be filmed whose recording is not stored yet, until when it must be, and why on that day."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.cases.awaited_films import CLAUSE, AwaitedFilm, awaited, handlers_beside
from yangguang.cases.queries import cases_visible_to
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock

READERS = (Role.CASE_HANDLER, Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.SUPERVISOR)
VIEWS = (("", "全部"), ("late", "已经逾期"), ("running", "还在期限内"))
COLUMNS = (
    Column("body", "执法主体", width=30), Column("unit", "承办机构", width=20), Column("number", "案号", width=28),
    Column("acts", "应当记录的事项", width=30), Column("done_on", "办理日期", Kind.DAY),
    Column("due_on", "入库截止", Kind.DAY), Column("state", "期限"), Column("how", "怎么算的", width=50),
    Column("handlers", "现承办人", width=20),
)  # fmt: skip


@page("cases/films/", name="cases:films", title="待入库音像", allow=READERS, expects=Expect(other=200, superior=200))
def films(request: HttpRequest) -> HttpResponse:
    """Everything that is awaited in the cases somebody sees; a recording that is stored goes from the list by itself."""
    account: Account = request.user  # type: ignore[assignment]
    view, body = request.GET.get("view", ""), request.GET.get("body", "")[:26]
    cases = cases_visible_to(account)
    every = awaited(cases.filter(body__public_id=body) if body else cases)
    every.sort(key=lambda one: (one.due.moment, one.case.pk))
    chosen = _in_view(every, view)
    if listing.is_export(request):
        names = handlers_beside(chosen)
        label = dict(VIEWS).get(view, "全部")
        rows = [_cells(one, names) for one in chosen]
        return listing.workbook(request, title="待入库音像", columns=COLUMNS, rows=rows, filters=label)
    found = listing.page_of(request, chosen)
    names = handlers_beside(found.object_list)
    return render(request, "cases/films.html", {
        "page": found, "rows": [(one, names.get(one.case.pk, "")) for one in found], "clause": CLAUSE,
        "views": listing.views(request, "view", VIEWS, lambda key: len(_in_view(every, key))),
        "many_bodies": account.holds(Role.SUPERVISOR), "now": clock.now(),
        "trail": [("案件", reverse("cases:list")), ("待入库音像", "")],
    })  # fmt: skip


def _in_view(rows: list[AwaitedFilm], view: str) -> list[AwaitedFilm]:
    return [one for one in rows if one.is_late == (view == "late")] if view in {"late", "running"} else rows


def _cells(one: AwaitedFilm, names: dict[int, str]) -> dict[str, Any]:
    case = one.case
    return {
        "body": case.body.name, "unit": case.unit.name if case.unit else "", "number": case.number,
        "acts": "、".join(one.acts), "done_on": clock.legal_day(one.done_at), "due_on": one.due.day,
        "state": one.face.words, "how": one.due.how, "handlers": names.get(case.pk, ""),
    }  # fmt: skip

"""记录结果运用 (R11): what records are used for, in figures, and the files behind a figure."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.pages import page
from yangguang.base.sheets import Column, Kind
from yangguang.cases.api import Case
from yangguang.directory.api import DeskRequest
from yangguang.kernel import clock
from yangguang.supervision.policy import READERS
from yangguang.supervision.uses import FIGURES, cases_behind, figures

COLUMNS = (
    Column("use", "用途"),
    Column("label", "数字", width=36),
    Column("count", "数量", Kind.INTEGER),
    Column("unit", "单位"),
)
CASES = (
    Column("number", "案号", width=30), Column("title", "案由", width=36), Column("body", "机关", width=30), Column("status", "状态"),
    Column("opened_on", "立案日期", Kind.DAY), Column("closed_on", "结案日期", Kind.DAY),
)  # fmt: skip
YEARS_BACK = 3


@page("record-uses/", name="supervision:uses", title="记录结果运用", allow=READERS)
def uses(request: DeskRequest) -> HttpResponse:
    """Every figure of a year, use by use."""
    year = _year(request)
    rows = figures(request.user, year)
    if listing.is_export(request):
        told = ({"use": one.use, "label": one.label, "count": one.count, "unit": one.unit} for one in rows)
        return listing.workbook(request, title="记录结果运用", columns=COLUMNS, rows=told, filters=f"{year}年")
    today = clock.today().year
    return render(request, "supervision/uses.html", {
        "groups": [(use, [one for one in rows if one.use == use]) for use in dict.fromkeys(one.use for one in rows)], "year": year,
        "years": [{"label": f"{each}年", "count": None, "href": f"?year={each}", "current": each == year}
                  for each in range(today, today - YEARS_BACK, -1)],
    })  # fmt: skip


@page("record-uses/<slug:figure>/", name="supervision:use", title="数字背后的案件", allow=READERS)
def use(request: DeskRequest, figure: str) -> HttpResponse:
    """The files a figure counts, of those one may see."""
    if figure not in FIGURES:
        raise Http404
    one, year = FIGURES[figure], _year(request)
    rows = cases_behind(request.user, figure, year)
    title = f"{year}年{one.label}"
    if listing.is_export(request):
        return listing.workbook(request, title=title, columns=CASES, rows=map(_cells, rows), filters=one.use)
    return render(request, "supervision/use.html", {
        "title": title, "use": one.use, "page": listing.page_of(request, rows),
        "trail": [("记录结果运用", f"{reverse('supervision:uses')}?year={year}"), (one.label, "")],
    })  # fmt: skip


def _year(request: DeskRequest) -> int:
    asked, today = request.GET.get("year", ""), clock.today().year
    known = {str(each): each for each in range(today - YEARS_BACK + 1, today + 1)}
    return known.get(asked, today)


def _cells(case: Case) -> dict[str, Any]:
    return {"number": case.number, "title": case.title, "body": case.body.name, "status": case.get_status_display(),
            "opened_on": case.opened_on, "closed_on": case.closed_on}  # fmt: skip

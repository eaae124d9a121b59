"""The cases behind a figure of a report."""

from __future__ import annotations

from typing import Any

from django.db.models import Sum
from django.http import Http404, HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.pages import page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest
from yangguang.reporting.models import CountedFact
from yangguang.reporting.pages.report import SEEN, found_for, opens, own, trail_of
from yangguang.reporting.policy import READERS
from yangguang.reporting.queries import facts_behind, seen_behind, template_of

COLUMNS = (
    Column("number", "案号", width=28), Column("title", "案由", width=36), Column("on", "计入日期", Kind.DAY),
    Column("amount", "金额（元）", Kind.MONEY),
)  # fmt: skip


@page("annual-reports/<ref:ref>/cases/<slug:table>/<slug:column>", name="reporting:behind", title="数字背后的案件",
      allow=READERS, subject="annual_report_figure", expects=SEEN)  # fmt: skip
def behind(request: DeskRequest, ref: str, table: str, column: str) -> HttpResponse:
    """The cases a figure counts, of those one may see; how many of the others there are is said, and what a sum comes to."""
    one = found_for(request, ref)
    template = template_of(one)
    of = template.table(table)
    asked = of.column(column) if of else None
    if of is None or asked is None or not opens(asked.rule):
        raise Http404
    facts = facts_behind(one.body_id, one.year, asked, template)
    seen = seen_behind(request.user, facts)
    title = f"{one.year}年度　{asked.label}"
    if listing.is_export(request):
        return listing.workbook(request, title=title, columns=COLUMNS, rows=map(_cells, seen), filters=of.title)
    total = facts.count()
    return render(request, "reporting/behind.html", {
        "title": title, "under": f"{one.body}　{of.title}", "page": listing.page_of(request, seen), "total": total,
        "hidden": total - seen.count(), "column": asked, "rules": of.rules,
        "amount": facts.aggregate(amount=Sum("amount_fen"))["amount"] if asked.is_money else None,
        "trail": [*trail_of(one)[:1], (str(one), own(one)), (asked.label, "")],
    })  # fmt: skip


def _cells(fact: CountedFact) -> dict[str, Any]:
    return {"number": fact.case.number, "title": fact.case.title, "on": fact.on, "amount": fact.amount_fen}

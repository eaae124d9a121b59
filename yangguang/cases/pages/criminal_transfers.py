"""移送台账: every transfer a person may see, those the head refused with their reasons; what supervisors look at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.pages import page
from yangguang.base.sheets import Column
from yangguang.cases.kinds.criminal_transfer.queries import transfers_visible_to
from yangguang.cases.models import Clock, CriminalTransfer
from yangguang.cases.pages.criminal_transfer import OF_IT
from yangguang.cases.use_cases import run_clocks
from yangguang.kernel.moment import Moment

COLUMNS = (
    Column("number", "案号", width=28), Column("title", "案由", width=36), Column("body", "执法主体", width=30),
    Column("crime", "涉嫌罪名", width=24), Column("police", "公安机关", width=24), Column("suspected_on", "发现日期", width=14),
    Column("status", "状态", width=20), Column("reason", "不批准的理由", width=40), Column("late", "期限", width=30),
)  # fmt: skip


@page("criminal-transfers/", name="cases:criminal_transfers", title="移送涉嫌犯罪台账",
      allow=("case_handler", "unit_head", "agency_head", "supervisor"))  # fmt: skip
def criminal_transfers(request: HttpRequest) -> HttpResponse:
    """The newest first; a term that has passed or whose lateness was explained is said."""
    every = transfers_visible_to(request.user)  # type: ignore[arg-type]
    if listing.is_export(request):
        return listing.workbook(request, title="移送涉嫌犯罪台账", columns=COLUMNS, rows=map(_cells, _rows(every)))
    found = listing.page_of(request, every)
    return render(request, "cases/criminal_transfer/register.html", {"page": found, "rows": _rows(found)})


def _rows(lines: Iterable[CriminalTransfer]) -> list[dict[str, Any]]:
    known = list(lines)
    late = _late([one.public_id for one in known])
    return [{"line": one, "late": late.get(one.public_id, "")} for one in known]


def _cells(row: dict[str, Any]) -> dict[str, Any]:
    line = row["line"]
    return {
        "number": line.case.number, "title": line.case.title, "body": line.case.body.name, "crime": line.crime,
        "police": line.police, "suspected_on": line.suspected_on, "status": line.standing,
        "reason": line.refusal_reason, "late": row["late"],
    }  # fmt: skip


def _late(refs: list[str]) -> dict[str, str]:
    """By transfer: the term that has passed and still runs, or why one was kept late."""
    found: dict[str, str] = {}
    for one in Clock.objects.filter(about_ref__in=refs, kind__in=OF_IT).order_by("pk"):
        if one.overdue_reason:
            found[one.about_ref] = f"逾期原因：{one.overdue_reason}"
        elif one.stopped_on is None and run_clocks.is_over(one, Moment.now()):
            found[one.about_ref] = "期限已过"
    return found

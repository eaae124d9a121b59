"""移送台账: every transfer a person may see, those the head refused with their reasons; what supervisors look at."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base.pages import page
from yangguang.cases.kinds.criminal_transfer.queries import transfers_visible_to
from yangguang.cases.models import Clock
from yangguang.cases.pages.criminal_transfer import OF_IT
from yangguang.cases.use_cases import run_clocks
from yangguang.kernel.moment import Moment

MOST = 200


@page("criminal-transfers/", name="cases:criminal_transfers", title="移送涉嫌犯罪台账",
      allow=("case_handler", "unit_head", "agency_head", "supervisor"))  # fmt: skip
def criminal_transfers(request: HttpRequest) -> HttpResponse:
    """The newest first; a term that has passed or whose lateness was explained is said."""
    rows = list(transfers_visible_to(request.user)[:MOST])  # type: ignore[arg-type]
    late = _late([one.public_id for one in rows])
    return render(request, "cases/criminal_transfer/register.html", {
        "rows": [{"line": one, "late": late.get(one.public_id, "")} for one in rows], "most": MOST,
    })  # fmt: skip


def _late(refs: list[str]) -> dict[str, str]:
    """By transfer: the term that has passed and still runs, or why one was kept late."""
    found: dict[str, str] = {}
    for one in Clock.objects.filter(about_ref__in=refs, kind__in=OF_IT).order_by("pk"):
        if one.overdue_reason:
            found[one.about_ref] = f"逾期原因：{one.overdue_reason}"
        elif one.stopped_on is None and run_clocks.is_over(one, Moment.now()):
            found[one.about_ref] = "期限已过"
    return found

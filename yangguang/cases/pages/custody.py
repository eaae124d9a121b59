"""登记保存与查封扣押: everything a case holds on one page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import calendars
from yangguang.base.pages import page
from yangguang.cases.kinds.custody import forms
from yangguang.cases.kinds.custody.acts import possible
from yangguang.cases.kinds.custody.held import Line, last_day, limit_clock, lines_of
from yangguang.cases.kinds.custody.panels import must_be_done
from yangguang.cases.kinds.penalty.stages import BEFORE_DECISION, PENALTY
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import AdvancePreservation, Case
from yangguang.cases.pages.case import OF_A_CASE
from yangguang.cases.policy import may_take
from yangguang.cases.presentation import clocks
from yangguang.cases.queries import cases_visible_to
from yangguang.kernel import clock

READERS = ("case_handler", "unit_head", "agency_head", "legal_reviewer", "archivist", "supervisor")
HANDLER = ("case_handler",)


def _case(request: HttpRequest, ref: str) -> Case:
    return get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


@page("cases/<ref:ref>/custody/", name="cases:custody", title="登记保存与查封扣押", allow=READERS, subject="case",
      expects=OF_A_CASE)  # fmt: skip
def custody(request: HttpRequest, ref: str) -> HttpResponse:
    """Every preservation and measure of a case: its things, days, fates, receipts, and what can be done."""
    case, account = _case(request, ref), request.user
    open_to_it = case.status in BEFORE_DECISION and main_flow(case) is PENALTY
    mine = open_to_it and may_take(account, case, HANDLER)  # type: ignore[arg-type]
    return render(request, "cases/custody/lines.html", {
        "case": case, "mine": mine, "has_power": bool(forms.powers_of(case)),
        "rows": [
            {"line": one, "items": list(one.items.order_by("position", "pk")), "until": last_day(one),
             "face": _face(one), "must": must_be_done(one), "acts": _acts(one, account),
             "extension": "" if isinstance(one, AdvancePreservation) or one.extended_on is None
             else "已书面告知" if one.extension_told_on else "还没有书面告知，尚未生效"}
            for one in lines_of(case)
        ],
    })  # fmt: skip


def _face(line: Line) -> Any:
    clock_row = limit_clock(line)
    return clocks.face_of(clock_row, calendars.in_force(), clock.today()) if clock_row else None


def _acts(line: Line, account: Any) -> list[dict[str, str]]:
    ref = line.case.public_id
    return [
        {"label": title, "href": reverse("cases:custody_act", args=[ref, line.public_id, act])}
        for act, title in possible(line, account)
    ]

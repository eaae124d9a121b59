"""One report: its tables with the cases behind every figure, the text, what differs since it was frozen, and its way."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import approvals
from yangguang.base.addresses import address_of
from yangguang.base.pages import Expect, page
from yangguang.directory.api import DeskRequest
from yangguang.kernel import clock
from yangguang.reporting.clock_faces import face_of
from yangguang.reporting.figures import HOW, differences, shown, tables_of
from yangguang.reporting.models import AnnualReport, ReportState
from yangguang.reporting.policy import READERS, may_adopt, may_draft
from yangguang.reporting.queries import reports_visible_to, template_of
from yangguang.reporting.rules.counting import Figure
from yangguang.reporting.rules.due import CLAUSE, due_on
from yangguang.reporting.rules.templates import Table
from yangguang.reporting.use_cases.submit_report import PURPOSE

SEEN = Expect(own=200, other=404, superior=200)


@page(
    "annual-reports/<ref:ref>",
    name="reporting:report",
    title="统计年报",
    allow=READERS,
    subject="annual_report",
    expects=SEEN,
)
def report(request: DeskRequest, ref: str) -> HttpResponse:
    """A draft as the files say now; what was frozen as it was frozen, with what differs since."""
    one, account = found_for(request, ref), request.user
    frozen = one.state != ReportState.DRAFT
    versions = reports_visible_to(account).filter(body=one.body_id, year=one.year).order_by("-version")
    approval = approvals.latest(one.subject, PURPOSE)
    first_on = min((each.adopted_on for each in versions if each.adopted_on), default=None)
    return render(request, "reporting/report.html", {
        "report": one, "template": template_of(one), "frozen": frozen, "due_on": due_on(one.year), "clause_id": CLAUSE,
        "tables": [_frozen(one, told) for told in one.content["tables"]] if frozen
        else [_live(one, table, figures) for table, figures in tables_of(one)],
        "differences": differences(one) if frozen else [], "face": face_of(one.year, first_on, clock.today()),
        "versions": versions, "filings": one.filings.order_by("pk"),
        "opinions": approval.steps.order_by("order") if approval else [],
        "entered": one.hand_figures.order_by("-entered_at", "pk").first(), "doable": _doable(request, one),
        "public": address_of("portal:report", one.public_id) if one.is_adopted else "", "trail": trail_of(one),
    })  # fmt: skip


def found_for(request: DeskRequest, ref: str) -> AnnualReport:
    """A report one may see, or 404."""
    return get_object_or_404(reports_visible_to(request.user), public_id=ref)


def own(report: AnnualReport) -> str:
    """Its page on the desk."""
    return reverse("reporting:report", args=[report.public_id])


def trail_of(report: AnnualReport) -> list[tuple[str, str]]:
    """The way back to the list."""
    return [("统计年报", f"{reverse('reporting:reports')}?year={report.year}"), (str(report), "")]


def _doable(request: DeskRequest, report: AnnualReport) -> dict[str, bool]:
    drafts, adopts = may_draft(request.user, report.body), may_adopt(request.user, report.body)
    newer = AnnualReport.objects.filter(body=report.body_id, year=report.year, version__gt=report.version).exists()
    return {
        "change": drafts and report.is_open, "adopt": adopts and report.state == ReportState.UNDER_REVIEW,
        "file": drafts and report.is_adopted and report.filings.count() < len(("government", "superior")),
        "correct": drafts and report.is_adopted and not newer,
    }  # fmt: skip


def _live(report: AnnualReport, table: Table, figures: tuple[Figure, ...]) -> dict[str, Any]:
    cells = [
        {"label": one.column.label, "unit": one.column.unit, "shown": shown(one), "how": HOW[one.how],
         "note": one.note or one.column.note, "missing": one.how == "missing",
         "href": _behind(report, table.name, one.column.name) if one.value and opens(one.column.rule) else ""}
        for one in figures
    ]  # fmt: skip
    return {"title": table.title, "source": table.source, "sure": table.sure, "rules": table.rules, "cells": cells}


def _frozen(report: AnnualReport, told: dict[str, Any]) -> dict[str, Any]:
    """As it was frozen; the cases behind a figure are those of today."""
    table = template_of(report).table(told["name"])
    rules = {one.name: one.rule for one in table.columns} if table else {}
    cells = [
        one
        | {
            "href": _behind(report, told["name"], one["name"])
            if one["value"] and opens(rules.get(one["name"], ""))
            else ""
        }
        for one in told["columns"]
    ]
    return told | {"cells": cells, "sure": table.sure if table else ""}


def opens(rule: str) -> bool:
    """Whether a figure has cases behind it."""
    return rule in {"count", "amount", "heaviest", "penalties", "penalty_money"}


def _behind(report: AnnualReport, table: str, column: str) -> str:
    return reverse("reporting:behind", args=[report.public_id, table, column])

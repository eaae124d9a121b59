"""One file of a round: its sheets, what the checks suggest, objections, and what was put right."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base.pages import Expect, page
from yangguang.directory.api import Account, DeskRequest
from yangguang.supervision.models import EvaluatedFile, FileState, FixingOrder, RoundState, ScoringSheet
from yangguang.supervision.pages.round import own
from yangguang.supervision.policy import READERS, answers_for, decides, evaluates, leads
from yangguang.supervision.queries import files_visible_to, scores_seen
from yangguang.supervision.rules.scoring import shown_points
from yangguang.supervision.rules.sheets import from_content


@page("evaluated-files/<ref:ref>", name="supervision:file", title="评查案卷", allow=READERS, subject="evaluated_file",
      expects=Expect(own=200, other=404, superior=200))  # fmt: skip
def file_page(request: DeskRequest, ref: str) -> HttpResponse:
    """What was found in a file, for whoever may see it by now."""
    file = get_object_or_404(files_visible_to(request.user), public_id=ref)
    told = scores_seen(request.user, file.evaluation) or evaluates(request.user, file)
    return render(request, "supervision/file.html", {
        "file": file, "told": told, "acts": acts_for(request.user, file),
        "sheets": [told_of(one) for one in file.sheets.order_by("-number")] if told else [],
        "findings": file.findings if told else [], "objections": file.objections.order_by("pk") if told else [],
        "fixing": FixingOrder.objects.filter(file=file).first(),
        "trail": [("案卷评查", reverse("supervision:rounds")), (file.evaluation.title, own(file.evaluation)), (str(file), "")],
    })  # fmt: skip


def told_of(sheet: ScoringSheet) -> dict[str, Any]:
    """A sheet as the page shows it."""
    standard = from_content(sheet.file.evaluation.standard.content)
    items, vetoes = standard.items(), {one.code: one.label for one in standard.vetoes}
    return {
        "sheet": sheet, "score": shown_points(sheet.score), "full": shown_points(standard.full),
        "vetoes": [one | {"label": vetoes[one["veto"]]} for one in sheet.answers if one["failed"]],
        "asked": len(sheet.answers),
        "deductions": [one | {"label": items[one["item"]][1].label, "points": shown_points(one["points"])}
                       for one in sheet.deductions],
        "parts": [(part.label, shown_points(sheet.sections[part.code]), shown_points(part.maximum)) for part in standard.sections],
    }  # fmt: skip


def acts_for(account: Account, file: EvaluatedFile) -> list[dict[str, str]]:
    """What this person may do about the file now."""
    stands, fixing, names = file.evaluation.state, FixingOrder.objects.filter(file=file).first(), []
    if evaluates(account, file) and (file.state, stands) in {("drawn", "scoring"), ("objected", "objecting")}:
        names.append(("复评" if file.rechecker_id else "评分", "score"))
    if leads(account, file.evaluation):
        if file.state == FileState.DRAWN and stands in {"sampled", "assigned"}:
            names.append(("剔除递补", "exclude"))
        if file.state == FileState.VETO_CLAIMED:
            names.append(("确认否决", "settle_veto"))
        if file.state == FileState.OBJECTED:
            names.append(("指定复评人", "recheck"))
        if fixing is not None and fixing.reported_on and not fixing.verified_on:
            names.append(("核查整改", "verify"))
    if answers_for(account, file):
        if file.state in {"scored", "vetoed"} and stands in {"feedback", "objecting"}:
            names.append(("提出异议", "object"))
        if fixing is not None and not fixing.verified_on:
            names.append(("报告整改", "report_fixing"))
    finished = stands in {RoundState.FINALISED, RoundState.RECTIFYING}
    if decides(account, file.evaluation.body_id) and file.state == FileState.FINAL and finished and fixing is None:
        names.append(("责令整改", "order"))
    return [{"label": label, "href": reverse(f"supervision:{name}", args=[file.public_id])} for label, name in names]

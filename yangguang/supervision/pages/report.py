"""The result of a round: grades, where points were lost, every file; as charts, tables and a sheet. Nobody is ranked."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest
from yangguang.supervision.models import EvaluatedFile
from yangguang.supervision.pages.round import own
from yangguang.supervision.policy import READERS
from yangguang.supervision.queries import files_visible_to, rounds_visible_to, scores_seen
from yangguang.supervision.summary import focus_of, grades_of, problems_of, sections_of

COLUMNS = (
    Column("position", "序号", Kind.INTEGER), Column("number", "案号", width=30), Column("body", "单位", width=30),
    Column("taken_by", "入选方式"), Column("score", "得分"), Column("grade", "等次"), Column("problems", "问题", width=60),
)  # fmt: skip


@page("evaluations/<ref:ref>/report", name="supervision:report", title="评查结果", allow=READERS,
      subject="case_file_evaluation_told", expects=Expect(own=200, other=404, superior=200))  # fmt: skip
def report(request: DeskRequest, ref: str) -> HttpResponse:
    """What the round came to, of the files one may see; not there before it is told."""
    one = get_object_or_404(rounds_visible_to(request.user), public_id=ref)
    if not scores_seen(request.user, one):
        raise Http404
    seen = files_visible_to(request.user).filter(evaluation=one).exclude(state="excluded").order_by("position")
    if listing.is_export(request):
        return listing.workbook(
            request, title=f"{one.title}结果", columns=COLUMNS, rows=map(_cells, seen), filters=one.title
        )
    files = list(seen)
    scored = [file for file in files if file.score is not None]
    return render(request, "supervision/report.html", {
        "round": one, "files": files, "scored": len(scored),
        "grades": _rows(grades_of(one, scored)), "sections": _rows(sections_of(one, scored)), "focus": _rows(focus_of(one, scored)),
        "trail": [("案卷评查", reverse("supervision:rounds")), (one.title, own(one)), ("评查结果", "")],
    })  # fmt: skip


def _rows(counted: list[Any]) -> list[dict[str, Any]]:
    return [{"label": one.label, "count": one.count, "files": one.files} for one in counted]


def _cells(file: EvaluatedFile) -> dict[str, Any]:
    problems = [f"{row['page']}：{row['fact']}" for row in problems_of(file)]
    return {"position": file.position, "number": file.case.number, "body": file.body.name, "taken_by": file.get_taken_by_display(),
            "score": file.points, "grade": file.grade, "problems": "\n".join(problems)}  # fmt: skip

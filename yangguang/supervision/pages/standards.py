"""评查标准: the editions of the sheets, one of them, and how a new one comes into force."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import approvals, listing
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest
from yangguang.supervision.forms import ReturnForm, SignForm, StandardForm
from yangguang.supervision.models import EvaluationStandard, StandardState
from yangguang.supervision.pages.act import OWN, act_page
from yangguang.supervision.policy import HEADS, LEADERS, READERS, decides, may_lead_in
from yangguang.supervision.queries import standards_of, standards_visible_to
from yangguang.supervision.rules.flow import YEARLY
from yangguang.supervision.rules.scoring import shown_points
from yangguang.supervision.rules.sheets import (
    FOCUS,
    from_content,
    shipped_sheet,
    told_grades,
    told_sections,
    told_vetoes,
)
from yangguang.supervision.use_cases.adopt_standard import adopt_standard
from yangguang.supervision.use_cases.draft_standard import PURPOSE, draft_standard
from yangguang.supervision.use_cases.return_proposal import return_proposal

COLUMNS = (
    Column("title", "名称", width=40), Column("kind", "案卷种类"), Column("body", "机关", width=30), Column("state", "状态"),
    Column("in_force", "施行日期", Kind.DAY), Column("until", "取代日期", Kind.DAY), Column("source", "来源", width=50),
)  # fmt: skip


@page("evaluation-standards/", name="supervision:standards", title="评查标准", allow=READERS)
def standards(request: DeskRequest) -> HttpResponse:
    """Every edition one may read."""
    rows = standards_visible_to(request.user).order_by("-pk")
    if listing.is_export(request):
        return listing.workbook(request, title="评查标准", columns=COLUMNS, rows=map(_cells, rows))
    return render(request, "supervision/standards.html", {
        "page": listing.page_of(request, rows), "may_draft": may_lead_in(request.user, request.user.body_id), "focus": FOCUS,
        "trail": [("案卷评查", reverse("supervision:rounds")), ("评查标准", "")], "clause_id": YEARLY,
    })  # fmt: skip


@page("evaluation-standards/<ref:ref>", name="supervision:standard", title="评查标准", allow=READERS,
      subject="evaluation_standard", expects=Expect(own=200, other=404, superior=200))  # fmt: skip
def standard(request: DeskRequest, ref: str) -> HttpResponse:
    """One edition, item by item."""
    one = get_object_or_404(standards_visible_to(request.user), public_id=ref)
    sheet, approval = from_content(one.content), approvals.latest(one.subject, PURPOSE)
    waits = one.state == StandardState.SUBMITTED and decides(request.user, one.body_id)
    return render(request, "supervision/standard.html", {
        "standard": one, "sheet": sheet, "full": shown_points(sheet.full), "waits": waits, "clause_id": YEARLY,
        "sections": [(part, shown_points(part.maximum), [(item, shown_points(item.most)) for item in part.items])
                     for part in sheet.sections],
        "grades": [(grade.label, shown_points(grade.least)) for grade in sheet.grades],
        "opinions": approval.steps.order_by("order") if approval else [],
        "may_draft": may_lead_in(request.user, one.body_id),
        "trail": [("评查标准", reverse("supervision:standards")), (str(one), "")],
    })  # fmt: skip


@page("evaluation-standards/draft", name="supervision:draft_standard", title="拟订评查标准", allow=LEADERS, writes=True)
def draft(request: DeskRequest) -> HttpResponse:
    """Begin from the edition named in the address, the newest one, or the general sheet that ships."""
    form = StandardForm(request.POST or None, initial=_begun(request))
    return act_page(
        request, form, lambda **facts: draft_standard(body=request.user.body, actor=request.user, at=form.moment(), **facts),
        step="approve_plan", to=_own, under=request.user.body.name, done="已送机关负责人审定。", title="拟订评查标准", words="送审",
        back=reverse("supervision:standards"), clauses=(YEARLY, "CHF-STD:veto"),
        told="预填的是上一版；没有上一版的，是平台的通用样表，不是本省标准，须按本省标准修改。审定以后不能改，只能出新版。",
    )  # fmt: skip


@page("evaluation-standards/<ref:ref>/adopt", name="supervision:adopt_standard", title="审定评查标准", allow=HEADS, writes=True,
      subject="evaluation_standard", expects=OWN)  # fmt: skip
def adopt(request: DeskRequest, ref: str) -> HttpResponse:
    """The head puts it in force."""
    one = get_object_or_404(standards_of(request.user), public_id=ref)
    form = SignForm(request.POST or None)
    return act_page(
        request, form, lambda **facts: adopt_standard(standard=one, actor=request.user, at=form.moment(), **facts),
        step="approve_plan", to=_own, under=str(one), done="评查标准已经施行。", title="审定评查标准",
        words="审定施行", back=_own(one),
        clauses=(YEARLY,), told="从今天起施行，取代同一种案卷的上一版；已经批准的评查仍按原来的一版。",
    )  # fmt: skip


@page("evaluation-standards/<ref:ref>/return", name="supervision:return_standard", title="退回评查标准", allow=HEADS, writes=True,
      subject="evaluation_standard", expects=OWN)  # fmt: skip
def send_back(request: DeskRequest, ref: str) -> HttpResponse:
    """The head sends it back."""
    one = get_object_or_404(standards_of(request.user), public_id=ref)
    form = ReturnForm(request.POST or None)
    return act_page(
        request, form, lambda **facts: return_proposal(about=one, actor=request.user, at=form.moment(), **facts),
        step="approve_plan", to=_own, under=str(one), done="已退回。", title="退回评查标准",
        words="退回", back=_own(one), clauses=(YEARLY,),
    )  # fmt: skip


def _own(one: EvaluationStandard) -> str:
    return reverse("supervision:standard", args=[one.public_id])


def _begun(request: DeskRequest) -> dict[str, Any]:
    last = standards_of(request.user).order_by("-pk").first()
    if last is None:
        return {"kind": "penalty", **shipped_sheet("penalty")}
    sheet = from_content(last.content)
    return {"kind": last.kind, "title": last.title, "source": last.source, "vetoes": told_vetoes(sheet),
            "sections": told_sections(sheet), "grades": told_grades(sheet)}  # fmt: skip


def _cells(one: EvaluationStandard) -> dict[str, Any]:
    return {"title": str(one), "kind": one.get_kind_display(), "body": one.body.name, "state": one.get_state_display(),
            "in_force": one.in_force, "until": one.until, "source": one.source}  # fmt: skip

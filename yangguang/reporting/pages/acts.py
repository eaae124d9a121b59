"""From a draft to a report that is public and filed: one act a page."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.directory.api import DeskRequest
from yangguang.reporting.forms import (
    FiguresForm,
    OpinionForm,
    OverviewForm,
    YearForm,
)
from yangguang.reporting.pages.report import own
from yangguang.reporting.policy import DRAFTERS
from yangguang.reporting.queries import drafts_of, reported_years, template_of
from yangguang.reporting.rules.due import CLAUSE
from yangguang.reporting.standings import last_year
from yangguang.reporting.use_cases.draft_report import draft_report
from yangguang.reporting.use_cases.enter_figures import enter_figures
from yangguang.reporting.use_cases.submit_report import submit_report
from yangguang.reporting.use_cases.word_report import word_report

OWN = Expect(own=200, other=404, superior=404)
FAR_BACK = 3  # so many are offered besides those that are public and may be corrected


def act_page(request: DeskRequest, form: OfficialForm, act: Any, **shown: Any) -> HttpResponse:
    """An act on one report, and back to it."""
    return answer(
        request, form, act, to=own, template="reporting/act.html", **({"clauses": (CLAUSE,), "told": ""} | shown)
    )


@page("annual-reports/draft", name="reporting:draft", title="编制统计年报", allow=DRAFTERS, writes=True)
def draft(request: DeskRequest) -> HttpResponse:
    """Begin the report of a year, or a correction."""
    public = reported_years(request.user.body)
    years = sorted({*(last_year() - back for back in range(FAR_BACK)), *public}, reverse=True)
    asked = next((one for one in years if str(one) == request.GET.get("year")), years[0])
    form = YearForm(request.POST or None, years=years, initial={"year": asked})
    return act_page(
        request, form, lambda **facts: draft_report(body=request.user.body, actor=request.user, at=form.moment(), **facts),
        done="草案已经建立，数字由案卷统计。", title="编制统计年报", under=request.user.body.name, words="开始编制",
        back=reverse("reporting:reports"), told="能统计的数字随案卷更新，送审时冻结；平台没有数据的栏目手工填报。",
    )  # fmt: skip


@page("annual-reports/<ref:ref>/figures", name="reporting:figures", title="填报数字", allow=DRAFTERS, writes=True,
      subject="annual_report_draft", expects=OWN)  # fmt: skip
def figures(request: DeskRequest, ref: str) -> HttpResponse:
    """What the platform has no data for."""
    report = get_object_or_404(drafts_of(request.user), public_id=ref)
    held = {one.column: one for one in report.hand_figures.order_by("pk")}
    form = FiguresForm(request.POST or None, template=template_of(report), held=held)
    return act_page(
        request, form,
        lambda **_: enter_figures(report=report, figures=form.figures, actor=request.user, at=form.moment()),
        done="已保存，年报上标明手工填报。", title="填报数字", under=str(report), words="保存", back=own(report),
        told="没有开展的填0，没有这项职责的填“无”；金额按万元填。填报人和时间留在记录里，年报上标明手工填报。",
    )  # fmt: skip


@page("annual-reports/<ref:ref>/overview", name="reporting:overview", title="撰写说明", allow=DRAFTERS, writes=True,
      subject="annual_report_draft", expects=OWN)  # fmt: skip
def overview(request: DeskRequest, ref: str) -> HttpResponse:
    """The text part."""
    report = get_object_or_404(drafts_of(request.user), public_id=ref)
    form = OverviewForm(request.POST or None, initial={"overview": report.overview})
    return act_page(
        request, form, lambda **facts: word_report(report=report, actor=request.user, at=form.moment(), **facts),
        done="说明已经保存。", title="总体情况说明", under=str(report), words="保存", back=own(report),
    )  # fmt: skip


@page("annual-reports/<ref:ref>/submit", name="reporting:submit", title="年报送审", allow=DRAFTERS, writes=True,
      subject="annual_report_draft", expects=OWN)  # fmt: skip
def submit(request: DeskRequest, ref: str) -> HttpResponse:
    """Freeze the numbers and put them before the head."""
    report = get_object_or_404(drafts_of(request.user), public_id=ref)
    form = OpinionForm(request.POST or None)
    return act_page(
        request, form, lambda **facts: submit_report(report=report, actor=request.user, at=form.moment(), **facts),
        done="数字已经冻结，送机关负责人审定。", title="年报送审", under=str(report), words="冻结并送审", back=own(report),
        told="送审后数字和说明不能再改；需要修改的，请机关负责人退回。",
    )  # fmt: skip

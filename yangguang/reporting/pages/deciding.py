"""What the head decides about a report, and that it went up."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from yangguang.base.pages import page
from yangguang.directory.api import DeskRequest
from yangguang.kernel import clock
from yangguang.reporting.forms import AdoptForm, FilingForm, ReturnForm
from yangguang.reporting.models import AnnualReport
from yangguang.reporting.pages.acts import OWN, act_page
from yangguang.reporting.pages.report import own
from yangguang.reporting.policy import DRAFTERS, HEADS
from yangguang.reporting.queries import adopted_of, reports_waiting_for
from yangguang.reporting.rules.due import due_on, is_late
from yangguang.reporting.use_cases.adopt_report import adopt_report
from yangguang.reporting.use_cases.file_report import file_report
from yangguang.reporting.use_cases.return_report import return_report


@page("annual-reports/<ref:ref>/adopt", name="reporting:adopt", title="审定公开年报", allow=HEADS, writes=True,
      subject="annual_report_submitted", expects=OWN)  # fmt: skip
def adopt(request: DeskRequest, ref: str) -> HttpResponse:
    """The head adopts with a code; the report is public at once."""
    report = get_object_or_404(reports_waiting_for(request.user), public_id=ref)
    form = AdoptForm(request.POST or None, late=report.version == 1 and is_late(report.year, clock.today()))
    return act_page(
        request, form, lambda **facts: adopt_report(report=report, actor=request.user, at=form.moment(), **facts),
        done="年报已经审定公开，请登记报送。", title="审定公开年报", under=str(report), words="审定并公开", back=own(report),
        told=f"应于{due_on(report.year):%Y年%-m月%-d日}前公开。审定以后立即公开，内容不能再改，只能出更正版。",
    )  # fmt: skip


@page("annual-reports/<ref:ref>/return", name="reporting:return", title="退回年报", allow=HEADS, writes=True,
      subject="annual_report_submitted", expects=OWN)  # fmt: skip
def send_back(request: DeskRequest, ref: str) -> HttpResponse:
    """The head returns it with a reason."""
    report = get_object_or_404(reports_waiting_for(request.user), public_id=ref)
    form = ReturnForm(request.POST or None)
    return act_page(
        request, form, lambda **facts: return_report(report=report, actor=request.user, at=form.moment(), **facts),
        done="已退回编制人。", title="退回年报", under=str(report), words="退回", back=own(report),
        told="退回后重新计算，重新送审。",
    )  # fmt: skip


@page("annual-reports/<ref:ref>/filing", name="reporting:file", title="登记报送", allow=DRAFTERS, writes=True,
      subject="annual_report", expects=OWN)  # fmt: skip
def filing(request: DeskRequest, ref: str) -> HttpResponse:
    """With whom, on which day, under which number."""
    report: AnnualReport = get_object_or_404(adopted_of(request.user), public_id=ref)
    form = FilingForm(request.POST or None)

    def act(**facts: Any) -> AnnualReport:
        return file_report(report=report, actor=request.user, at=form.moment(), **facts).report

    return act_page(
        request, form, act, done="报送已经登记。", title="登记报送", under=str(report), words="登记", back=own(report),
        told="按接收机关的回执填写；报本级人民政府和上级主管部门各登记一次，编号和日期同时公开。",
    )  # fmt: skip

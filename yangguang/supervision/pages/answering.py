"""What is done about one file: left out, vetoed, objected to, given to another, put right, verified."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.pages import Expect, page
from yangguang.directory.api import Account, DeskRequest
from yangguang.kernel import clock
from yangguang.supervision.forms import FixingForm, ObjectionForm, ReasonForm, RecheckerForm, VerdictForm, VetoForm
from yangguang.supervision.models import EvaluatedFile, FixingOrder
from yangguang.supervision.pages.act import OWN, act_page
from yangguang.supervision.policy import ANSWERING, LEADERS
from yangguang.supervision.queries import evaluators_for, files_answered_by, files_led_by
from yangguang.supervision.use_cases.assign_rechecker import assign_rechecker
from yangguang.supervision.use_cases.exclude_file import exclude_file
from yangguang.supervision.use_cases.object_score import object_score
from yangguang.supervision.use_cases.report_fixing import report_fixing
from yangguang.supervision.use_cases.settle_veto import settle_veto
from yangguang.supervision.use_cases.verify_fixing import verify_fixing

FILE, TOLD, ORDERED = "evaluated_file", "evaluated_file_told", "evaluated_file_ordered"


def _led(request: DeskRequest, ref: str) -> EvaluatedFile:
    return get_object_or_404(files_led_by(request.user), public_id=ref)


def _answered(request: DeskRequest, ref: str) -> EvaluatedFile:
    return get_object_or_404(files_answered_by(request.user), public_id=ref)


def _page(request: DeskRequest, file: EvaluatedFile, form: Any, act: Callable[..., Any], **told: Any) -> HttpResponse:
    back = reverse("supervision:file", args=[file.public_id])
    under = f"{file.evaluation.title}　{file}　{file.case.number}"
    return act_page(request, form, act, under=under, to=lambda _: back, **({"back": back} | told))


@page("evaluated-files/<ref:ref>/exclude", name="supervision:exclude", title="剔除递补", allow=LEADERS, writes=True, subject=FILE,
      expects=OWN)  # fmt: skip
def exclude(request: DeskRequest, ref: str) -> HttpResponse:
    """Leave a file out; the next takes its place."""
    file, form = _led(request, ref), ReasonForm(request.POST or None)
    return _page(
        request, file, form, lambda **facts: exclude_file(file=file, actor=request.user, at=form.moment(), **facts),
        step="exclude_file", done="已剔除，按次序递补。", told="如涉及国家秘密、正在诉讼。剔除后由名单上同一层的下一件递补。",
    )  # fmt: skip


@page("evaluated-files/<ref:ref>/veto", name="supervision:settle_veto", title="确认否决", allow=LEADERS, writes=True,
      subject=FILE, expects=OWN)  # fmt: skip
def settle(request: DeskRequest, ref: str) -> HttpResponse:
    """Confirm a veto, or not."""
    file, form = _led(request, ref), VetoForm(request.POST or None)
    return _page(
        request, file, form, lambda **facts: settle_veto(file=file, actor=request.user, at=form.moment(), **facts),
        step="settle_veto", done="已处理。", told="否决成立的，全卷0分；不成立的写明理由，退回评查人重新评分。",
    )  # fmt: skip


@page("evaluated-files/<ref:ref>/recheck", name="supervision:recheck", title="指定复评人", allow=LEADERS, writes=True,
      subject=FILE, expects=OWN)  # fmt: skip
def recheck(request: DeskRequest, ref: str) -> HttpResponse:
    """Give it to another evaluator."""
    file = _led(request, ref)
    people = Account.objects.filter(pk__in=[one.pk for one in evaluators_for(file.evaluation, clock.today())])
    form = RecheckerForm(request.POST or None, people=people.select_related("body").order_by("body_id", "pk"))
    return _page(
        request, file, form, lambda **facts: assign_rechecker(file=file, actor=request.user, at=form.moment(), **facts),
        step="recheck_file", done="已指定复评人。", title="指定复评人", words="指定",
    )  # fmt: skip


@page("evaluated-files/<ref:ref>/object", name="supervision:object", title="提出异议", allow=ANSWERING, writes=True,
      subject=TOLD, expects=Expect(own=200))  # fmt: skip
def object_to(request: DeskRequest, ref: str) -> HttpResponse:
    """Object to a score."""
    file, form = _answered(request, ref), ObjectionForm(request.POST or None)
    return _page(
        request, file, form, lambda **facts: object_score(file=file, actor=request.user, at=form.moment(), **facts),
        step="object_score", done="异议已提出，由另一名评查人复评。",
    )  # fmt: skip


@page("evaluated-files/<ref:ref>/fixing", name="supervision:report_fixing", title="报告整改", allow=ANSWERING, writes=True,
      subject=ORDERED, expects=Expect(own=200))  # fmt: skip
def report(request: DeskRequest, ref: str) -> HttpResponse:
    """Report what was put right."""
    file, form = _answered(request, ref), FixingForm(request.POST or None)
    order = get_object_or_404(FixingOrder.objects.select_related("file__evaluation", "file__case"), file=file)
    return _page(
        request, file, form, lambda **facts: report_fixing(order=order, actor=request.user, at=form.moment(), **facts),
        step="report_fixing", done="整改情况已报告。", told=f"整改要求：{order.demand}",
    )  # fmt: skip


@page("evaluated-files/<ref:ref>/verify", name="supervision:verify", title="核查整改", allow=LEADERS, writes=True,
      subject=ORDERED, expects=OWN)  # fmt: skip
def verify(request: DeskRequest, ref: str) -> HttpResponse:
    """Look whether it was put right."""
    file, form = _led(request, ref), VerdictForm(request.POST or None)
    order = get_object_or_404(FixingOrder.objects.select_related("file__evaluation"), file=file)
    return _page(
        request, file, form, lambda **facts: verify_fixing(order=order, actor=request.user, at=form.moment(), **facts),
        step="verify_fixing", done="已核查。", told=f"整改情况：{order.report or '还没有报告'}　{order.evidence}",
    )  # fmt: skip

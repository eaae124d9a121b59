"""What the head decides in a round: approve, return, finalise, order, publish, cancel."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.pages import page
from yangguang.directory.api import DeskRequest
from yangguang.supervision.forms import ConfirmForm, DemandForm, ReasonForm, ReturnForm, SignForm
from yangguang.supervision.pages.act import OWN, act_page
from yangguang.supervision.pages.leading import SUBJECT, led
from yangguang.supervision.pages.round import own
from yangguang.supervision.policy import HEADS
from yangguang.supervision.queries import files_led_by
from yangguang.supervision.rules.flow import HOUSE
from yangguang.supervision.use_cases.approve_plan import approve_plan
from yangguang.supervision.use_cases.cancel_round import cancel_round
from yangguang.supervision.use_cases.finalise_round import finalise_round
from yangguang.supervision.use_cases.order_fixing import order_fixing
from yangguang.supervision.use_cases.publish_result import publish_result
from yangguang.supervision.use_cases.return_proposal import return_proposal


@page("evaluations/<ref:ref>/approve", name="supervision:approve", title="批准评查方案", allow=HEADS, writes=True,
      subject=SUBJECT, expects=OWN)  # fmt: skip
def approve(request: DeskRequest, ref: str) -> HttpResponse:
    """Approve the plan."""
    one = led(request, ref)
    form = SignForm(request.POST or None)
    return act_page(
        request, form, lambda **facts: approve_plan(evaluation=one, actor=request.user, at=form.moment(), **facts),
        step="approve_plan", to=own, under=one.title, done="方案已批准，方案入卷。", back=own(one),
    )  # fmt: skip


@page("evaluations/<ref:ref>/return", name="supervision:return", title="退回", allow=HEADS, writes=True, subject=SUBJECT,
      expects=OWN)  # fmt: skip
def send_back(request: DeskRequest, ref: str) -> HttpResponse:
    """Send a plan or a result back."""
    one = led(request, ref)
    form = ReturnForm(request.POST or None)
    return act_page(
        request, form, lambda **facts: return_proposal(about=one, actor=request.user, at=form.moment(), **facts),
        step="approve_plan", to=own, under=one.title, done="已退回。", back=own(one), title="退回", words="退回", clauses=(HOUSE,),
        told="方案退回后本次评查结束，由拟订人另行拟订；结果退回后由组织人修改重新提请。",
    )  # fmt: skip


@page("evaluations/<ref:ref>/finalise", name="supervision:finalise", title="定档", allow=HEADS, writes=True, subject=SUBJECT,
      expects=OWN)  # fmt: skip
def finalise(request: DeskRequest, ref: str) -> HttpResponse:
    """Fix the grades."""
    one = led(request, ref)
    form = SignForm(request.POST or None)
    return act_page(
        request, form, lambda **facts: finalise_round(evaluation=one, actor=request.user, at=form.moment(), **facts),
        step="finalise_round", to=own, under=one.title, done="已定档，通报入卷。", back=own(one), told="定档以后得分和等次不能再改。",
    )  # fmt: skip


@page("evaluations/<ref:ref>/publish", name="supervision:publish", title="公布结果", allow=HEADS, writes=True, subject=SUBJECT,
      expects=OWN)  # fmt: skip
def publish(request: DeskRequest, ref: str) -> HttpResponse:
    """Make the result known within the body."""
    one = led(request, ref)
    form = ConfirmForm(request.POST or None)
    return act_page(
        request, form, lambda **_: publish_result(evaluation=one, actor=request.user, at=form.moment()),
        step="publish_result", to=own, under=one.title, done="结果已在本机关公布，评查结束。", back=own(one),
        told="在本机关和被评查单位内公布：案号、得分、等次、问题。不写当事人，不按罚没数额排名。",
    )  # fmt: skip


@page("evaluations/<ref:ref>/cancel", name="supervision:cancel", title="取消评查", allow=HEADS, writes=True, subject=SUBJECT,
      expects=OWN)  # fmt: skip
def cancel(request: DeskRequest, ref: str) -> HttpResponse:
    """Give a round up."""
    one = led(request, ref)
    form = ReasonForm(request.POST or None)
    return act_page(
        request, form, lambda **facts: cancel_round(evaluation=one, actor=request.user, at=form.moment(), **facts),
        step="cancel_round", to=own, under=one.title, done="已取消。", back=own(one), told="取消以后，每年一次的评查仍然要做。",
    )  # fmt: skip


@page("evaluated-files/<ref:ref>/order", name="supervision:order", title="责令整改", allow=HEADS, writes=True,
      subject="evaluated_file", expects=OWN)  # fmt: skip
def order(request: DeskRequest, ref: str) -> HttpResponse:
    """Order that something be put right."""
    file = get_object_or_404(files_led_by(request.user), public_id=ref)
    form, back = DemandForm(request.POST or None), reverse("supervision:file", args=[ref])
    return act_page(
        request, form, lambda **facts: order_fixing(file=file, actor=request.user, at=form.moment(), **facts),
        step="order_fixing", to=lambda _: back, under=f"{file.evaluation.title}　{file}", done="整改通知入卷。", back=back,
        told="案卷已经归档的，整改只能追加说明，不得改动原件。",
    )  # fmt: skip

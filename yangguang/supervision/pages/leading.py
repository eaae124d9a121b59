"""What those who lead a round do with it: plan, draw, add, assign, feed back, propose."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.pages import page
from yangguang.directory.api import Account, DeskRequest
from yangguang.kernel import clock
from yangguang.supervision.forms import AssignForm, ConfirmForm, DrawForm, PlanForm, SummaryForm, TargetForm
from yangguang.supervision.models import CaseFileEvaluation
from yangguang.supervision.pages.act import OWN, act_page
from yangguang.supervision.pages.round import own
from yangguang.supervision.policy import LEADERS
from yangguang.supervision.queries import counted_files, evaluable_bodies, evaluators_for, in_force_of, led_by
from yangguang.supervision.rules.flow import YEARLY
from yangguang.supervision.use_cases.add_targeted_file import add_targeted_file
from yangguang.supervision.use_cases.assign_evaluators import assign_evaluators
from yangguang.supervision.use_cases.draw_sample import draw_sample
from yangguang.supervision.use_cases.give_feedback import give_feedback
from yangguang.supervision.use_cases.plan_round import plan_round
from yangguang.supervision.use_cases.propose_result import propose_result

SUBJECT = "case_file_evaluation"


def led(request: DeskRequest, ref: str) -> CaseFileEvaluation:
    """A round of one's own body, or 404."""
    return get_object_or_404(led_by(request.user), public_id=ref)


@page("evaluations/plan", name="supervision:plan", title="拟订评查方案", allow=LEADERS, writes=True)
def plan(request: DeskRequest) -> HttpResponse:
    """Begin a round."""
    year = clock.today().year
    form = PlanForm(
        request.POST or None, bodies=evaluable_bodies(request.user), standards=in_force_of(request.user.body),
        initial={"title": f"{year}年度行政处罚案卷评查", "period_from": clock.today().replace(month=1, day=1),
                 "period_until": clock.today(), "bodies": list(evaluable_bodies(request.user))[:1]},
    )  # fmt: skip
    return act_page(
        request, form, lambda **facts: plan_round(actor=request.user, at=form.moment(), **facts), step="approve_plan", to=own,
        under=request.user.body.name, done="方案已送机关负责人批准。", title="拟订评查方案",
        words="送批", back=reverse("supervision:rounds"),
        clauses=(YEARLY,), told="没有现行评查标准的，先到“评查标准”拟订并审定。方案批准以后冻结名单、随机抽取。",
    )  # fmt: skip


@page("evaluations/<ref:ref>/draw", name="supervision:draw", title="抽取案卷", allow=LEADERS, writes=True, subject=SUBJECT,
      expects=OWN)  # fmt: skip
def draw(request: DeskRequest, ref: str) -> HttpResponse:
    """Freeze and draw, two people being there."""
    one = led(request, ref)
    others = Account.objects.filter(body=one.body_id, is_active=True).exclude(pk=request.user.pk).order_by("pk")
    form = DrawForm(request.POST or None, people=others)
    return act_page(
        request, form, lambda **facts: draw_sample(evaluation=one, actor=request.user, at=form.moment(), **facts),
        step="draw_sample", to=own, under=one.title, done="已抽取，抽取记录入卷。", back=own(one),
        told="抽取时冻结名单并产生随机种子；名单、种子和办法印在抽取记录上，任何人可以重做。",
    )  # fmt: skip


@page("evaluations/<ref:ref>/target", name="supervision:target", title="指定加入", allow=LEADERS, writes=True, subject=SUBJECT,
      expects=OWN)  # fmt: skip
def target(request: DeskRequest, ref: str) -> HttpResponse:
    """Add one file on purpose."""
    one = led(request, ref)
    form = TargetForm(request.POST or None)
    return act_page(
        request, form,
        lambda **facts: add_targeted_file(evaluation=one, actor=request.user, at=form.moment(), **facts).evaluation,
        step="add_targeted_file", to=own, under=one.title, done="已加入，标明为指定。", back=own(one),
        told="评查案卷以随机抽取为主；指定的逐件写明理由，在结果中单独标明。",
    )  # fmt: skip


@page("evaluations/<ref:ref>/assign", name="supervision:assign", title="分派评查人", allow=LEADERS, writes=True, subject=SUBJECT,
      expects=OWN)  # fmt: skip
def assign(request: DeskRequest, ref: str) -> HttpResponse:
    """One evaluator a file."""
    one = led(request, ref)
    people = Account.objects.filter(pk__in=[each.pk for each in evaluators_for(one, clock.today())]).select_related(
        "body"
    )
    form = AssignForm(request.POST or None, files=counted_files(one), people=people.order_by("body_id", "pk"))
    return act_page(
        request, form, lambda **facts: assign_evaluators(evaluation=one, actor=request.user, at=form.moment(), **facts),
        step="assign_evaluators", to=own, under=one.title, done="已分派，自动核查随后进行。", back=own(one),
        told="评查人不得参与过该案的办理、审核、审批。可以选被评查单位以外的人交叉评查。",
    )  # fmt: skip


@page("evaluations/<ref:ref>/feedback", name="supervision:feed_back", title="反馈结果", allow=LEADERS, writes=True,
      subject=SUBJECT, expects=OWN)  # fmt: skip
def feed_back(request: DeskRequest, ref: str) -> HttpResponse:
    """Tell the evaluated bodies."""
    one = led(request, ref)
    form = ConfirmForm(request.POST or None)
    return act_page(
        request, form, lambda **_: give_feedback(evaluation=one, actor=request.user, at=form.moment()),
        step="give_feedback", to=own, under=one.title, done="已反馈，异议期开始。", back=own(one),
        told="反馈后被评查单位看到各卷的评查表，可以在异议期内提出异议。评查表和反馈意见入卷。",
    )  # fmt: skip


@page("evaluations/<ref:ref>/propose", name="supervision:propose", title="提请定档", allow=LEADERS, writes=True, subject=SUBJECT,
      expects=OWN)  # fmt: skip
def propose(request: DeskRequest, ref: str) -> HttpResponse:
    """Put the grades before the head."""
    one = led(request, ref)
    form = SummaryForm(request.POST or None, initial={"summary": one.summary})
    return act_page(
        request, form, lambda **facts: propose_result(evaluation=one, actor=request.user, at=form.moment(), **facts),
        step="propose_result", to=own, under=one.title, done="已送机关负责人审定。", back=own(one),
        told="异议期满、异议都已答复以后提请。",
    )  # fmt: skip

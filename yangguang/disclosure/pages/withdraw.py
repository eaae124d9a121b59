"""Propose to take a publication back: the paper it rests on, the public reason; a second person approves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.disclosure.clock_faces import withdrawal_face
from yangguang.disclosure.following_up import PULLING
from yangguang.disclosure.models import Publication, WithdrawalGround, WithdrawalProposal
from yangguang.disclosure.pages.prepare import PUBLISHER, back_to, found_for
from yangguang.disclosure.use_cases.propose_withdrawal import propose_withdrawal
from yangguang.disclosure.use_cases.pull_publication import pull_publication
from yangguang.disclosure.use_cases.record_withdrawal_ground import record_withdrawal_ground
from yangguang.kernel import clock


class GroundForm(OfficialForm):
    """The paper, and the day it arrived."""

    ground = forms.ChoiceField(label="撤回情形", choices=WithdrawalGround.choices)
    paper = WrittenField(label="所依据的文书", help_text="如：示政复决字〔2026〕第12号。")
    received_on = DayField(label="收到文书日期")


class WithdrawForm(OfficialForm):
    """The reason everyone will read."""

    ground = forms.ChoiceField(label="撤回情形", choices=WithdrawalGround.choices)
    reason = WrittenField(label="撤回理由（会公开）", most=400, lines=True)
    late_reason = WrittenField(label="逾期撤回的原因", most=400)

    def __init__(self, *args: Any, publication: Publication, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if publication.withdrawal_ground:
            del self.fields["ground"]
        if publication.withdraw_by is None or clock.today() <= publication.withdraw_by:
            del self.fields["late_reason"]


class PullForm(OfficialForm):
    """The reason everyone will read until a second person has looked."""

    reason = WrittenField(
        label="撤下理由（会公开）", most=400, lines=True, initial="发现含有依法不应公开的内容，暂停显示，正在核实。",
        help_text="立即从公开页面撤下，不用先批准；随后在机关设定的期限内由另一人确认或者恢复。不要写出不应公开的内容。",
    )  # fmt: skip


@page("publications/<ref:ref>/pull/", name="disclosure:pull", title="紧急撤下", allow=PUBLISHER, writes=True,
      subject="publication")  # fmt: skip
def pull(request: HttpRequest, ref: str) -> HttpResponse:
    """One person is enough; the content is gone within the minute."""
    publication = found_for(request, ref)
    form = PullForm(request.POST or None)

    def act(**facts: Any) -> Publication:
        return pull_publication(publication_id=publication.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(request, form, act, to=back_to(publication), done="已经撤下，等待另一人确认。",
                  template="disclosure/act.html", back=back_to(publication), publication=publication, title="紧急撤下",
                  face=None, submit="立即撤下", clause_id=PULLING)  # fmt: skip


@page("publications/<ref:ref>/ground/", name="disclosure:ground", title="登记撤回情形", allow=PUBLISHER, writes=True,
      subject="publication")  # fmt: skip
def ground(request: HttpRequest, ref: str) -> HttpResponse:
    """The clock starts on the day of receipt."""
    publication = found_for(request, ref)
    form = GroundForm(request.POST or None)

    def act(**facts: Any) -> Publication:
        return record_withdrawal_ground(publication_id=publication.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(request, form, act, to=back_to(publication), done="已登记，撤回期限开始计算。",
                  template="disclosure/act.html", back=back_to(publication), publication=publication, title="登记撤回情形", face=None,
                  submit="登记", clause_id="APL-2021:48.2")  # fmt: skip


@page("publications/<ref:ref>/withdraw/", name="disclosure:withdraw", title="提出撤回公开", allow=PUBLISHER, writes=True,
      subject="publication")  # fmt: skip
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Once a second person approves, number, reason and dates stay and the content goes."""
    publication = found_for(request, ref)
    form = WithdrawForm(request.POST or None, publication=publication)

    def act(**facts: Any) -> WithdrawalProposal:
        return propose_withdrawal(publication_id=publication.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(request, form, act, to=back_to(publication), done="已经提出，等待另一人批准。",
                  template="disclosure/act.html", back=back_to(publication), publication=publication, title="提出撤回公开",
                  face=withdrawal_face(publication), submit="提出撤回", clause_id="APL-2021:48.2")  # fmt: skip

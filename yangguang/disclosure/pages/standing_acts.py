"""Release a list; propose to correct, take back or put back what is public; take an officer's entry back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.directory.api import DeskRequest, Officer
from yangguang.disclosure.events.standing import DUTIES, TAKING_BACK
from yangguang.disclosure.list_copies import release_day
from yangguang.disclosure.models import StandingChange, StandingPublication
from yangguang.disclosure.pages.prepare import PUBLISHER
from yangguang.disclosure.pages.release import CodeField
from yangguang.disclosure.pages.standing import address_of_standing, found_standing
from yangguang.disclosure.queries import officers_in_public
from yangguang.disclosure.rules.standing import CHANGES, GROUNDS, ChangeKind
from yangguang.disclosure.use_cases.propose_change import propose_change
from yangguang.disclosure.use_cases.release_list import release_list
from yangguang.disclosure.use_cases.take_back_officer import take_back_officer
from yangguang.kernel import clock

TEMPLATE = "disclosure/standing_act.html"
GROUND_CHOICES = [(one.value, words) for one, words in GROUNDS.items()]
WAITS = "已提出，等待另一人批准；批准以前公开的内容不变。"
TOLD = {
    ChangeKind.CORRECT: "更正由另一人批准后公开；更正前后的文字一并显示，为了隐去的除外。审定的清单本身不变。",
    ChangeKind.WITHDRAW: "撤回由另一人批准；批准以后网页、下载文件、订阅、检索和开放数据中都不再有它，原网址只留理由和日期。",
    ChangeKind.RESTORE: "恢复公开由另一人批准；理由会公开。",
}


class ReleaseListForm(OfficialForm):
    """A reason where it is late, and the code."""

    late_reason = WrittenField(label="逾期公开的原因", most=400)
    code = CodeField()

    def __init__(self, *args: Any, overdue: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not overdue:
            del self.fields["late_reason"]


class ReasonForm(OfficialForm):
    """Why, as everybody will read it."""

    reason = WrittenField(label="理由（会公开）", most=400, lines=True)


class TakeBackForm(OfficialForm):
    """What is wrong with it, and why in public."""

    ground = forms.ChoiceField(label="撤回情形", choices=GROUND_CHOICES)
    reason = WrittenField(label="撤回理由（会公开）", most=400, lines=True)


class CorrectListForm(OfficialForm):
    """Which words, and why in public."""

    reason = WrittenField(label="更正理由（会公开）", most=400, lines=True)
    old = WrittenField(label="原来的文字", most=400, lines=True, help_text="与公开的文本一字不差。")
    new = WrittenField(label="更正为", most=400, lines=True, required=False)
    hides_more = forms.BooleanField(
        label="更正是为了隐去不应公开的内容，不再展示更正前的文字", required=False
    )  # fmt: skip


class OfficerForm(TakeBackForm):
    """Whose entry."""

    officer = forms.ModelChoiceField(queryset=Officer.objects.none(), label="执法人员")
    field_order = ("officer", "ground", "reason")

    def __init__(self, *args: Any, officers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].queryset = officers  # type: ignore[attr-defined]


@page("standing/<ref:ref>/release", name="disclosure:release_list", title="核对并发布清单", allow=PUBLISHER, writes=True,
      subject="standing_publication")  # fmt: skip
def release(request: DeskRequest, ref: str) -> HttpResponse:
    """The names so far, the whole edition one click away, then the code."""
    publication = found_standing(request, ref)
    due = release_day(publication)
    form = ReleaseListForm(request.POST or None, overdue=due is not None and clock.today() > due)

    def act(**facts: Any) -> StandingPublication:
        return release_list(publication_id=publication.pk, actor=request.user, at=form.moment(), **facts)

    told = "发布以后，公众可以查看、下载；服务指南和文件一并公开。采集、传递、审核、发布四步的人员记入账目。"
    return _asked(request, form, act, publication, title="核对并发布清单", done="已经发布。", told=told, clause_id=DUTIES,
                  submit="确认发布")  # fmt: skip


@page("standing/<ref:ref>/withdraw", name="disclosure:withdraw_standing", title="撤回清单公示", allow=PUBLISHER, writes=True,
      subject="standing_publication")  # fmt: skip
def withdraw(request: DeskRequest, ref: str) -> HttpResponse:
    """Propose to take it back."""
    return _proposal(request, ref, ChangeKind.WITHDRAW, TakeBackForm(request.POST or None), "撤回公开")


@page("standing/<ref:ref>/restore", name="disclosure:restore_standing", title="恢复清单公示", allow=PUBLISHER, writes=True,
      subject="standing_publication")  # fmt: skip
def restore(request: DeskRequest, ref: str) -> HttpResponse:
    """Propose to put it back."""
    return _proposal(request, ref, ChangeKind.RESTORE, ReasonForm(request.POST or None), "恢复公开")


@page("standing/<ref:ref>/correct", name="disclosure:correct_list", title="更正公开的清单", allow=PUBLISHER, writes=True,
      subject="standing_publication")  # fmt: skip
def correct(request: DeskRequest, ref: str) -> HttpResponse:
    """Propose to put words right."""
    return _proposal(request, ref, ChangeKind.CORRECT, CorrectListForm(request.POST or None), "更正公开的清单")


@page("standing/officer", name="disclosure:take_back_officer", title="撤回执法人员公示", allow=PUBLISHER, writes=True)
def take_back(request: DeskRequest) -> HttpResponse:
    """Propose to take an officer of the own body out of the public register."""
    form = OfficerForm(request.POST or None, officers=officers_in_public(request.user.body, clock.today()))

    def act(**facts: Any) -> StandingChange:
        return take_back_officer(actor=request.user, at=form.moment(), **facts)

    return answer(
        request, form, act, to=lambda change: address_of_standing(change.publication), done=WAITS, template=TEMPLATE,
        title="撤回执法人员公示", one=None, hands=(), back="/desk/standing/", submit="提出", clause_id=TAKING_BACK,
        told=f"{TOLD[ChangeKind.WITHDRAW]}证件暂停、注销、离岗的，在“人员与证件”中办理，名录随之更新。",
    )  # fmt: skip


def _proposal(request: DeskRequest, ref: str, kind: ChangeKind, form: OfficialForm, title: str) -> HttpResponse:
    publication = found_standing(request, ref)

    def act(*, old: str = "", new: str = "", **facts: Any) -> StandingChange:
        pairs = [(old, new)] if kind is ChangeKind.CORRECT else []
        return propose_change(
            publication_id=publication.pk, kind=kind, replacements=pairs, actor=request.user, at=form.moment(), **facts
        )

    return _asked(request, form, act, publication, title=title, done=WAITS, told=TOLD[kind], clause_id=TAKING_BACK,
                  submit=f"提出{CHANGES[kind]}")  # fmt: skip


def _asked(
    request: DeskRequest, form: OfficialForm, act: Any, publication: StandingPublication, **told: Any
) -> HttpResponse:
    back = address_of_standing(publication)
    hands = [(step, name) for step, _, name, _ in publication.hands]
    return answer(request, form, act, to=back, template=TEMPLATE, one=publication, hands=hands, back=back, **told)

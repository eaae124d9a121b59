"""Propose to correct, take back or put back what is public; another person approves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.directory.api import DeskRequest
from yangguang.disclosure.events.standing import TAKING_BACK
from yangguang.disclosure.models import StandingChange, StandingPublication
from yangguang.disclosure.pages.prepare import PUBLISHER
from yangguang.disclosure.pages.standing import address_of_standing, entry_rows, found_standing
from yangguang.disclosure.rules.standing import CHANGES, CHOSEN, ChangeKind
from yangguang.disclosure.use_cases.propose_change import propose_change

TEMPLATE = "disclosure/standing_act.html"
GROUND_CHOICES = [(one.value, words) for one, words in CHOSEN.items()]
INSTEAD = "处理决定已经变更、撤销的，可以不填：更正理由取代原来公布的事实和处理情况。"
WAITS = "已提出，等待另一人批准；批准以前公开的内容不变。"
TOLD = {
    ChangeKind.CORRECT: "更正由另一人批准后公开；更正前后的文字一并显示，为了隐去的除外。审定的清单、案卷中的决定本身不变。",
    ChangeKind.WITHDRAW: "撤回由另一人批准；批准以后网页、下载文件、订阅、检索和开放数据中都不再有它，原网址只留理由和日期。",
    ChangeKind.RESTORE: "恢复公开由另一人批准；理由会公开。",
}


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
    form = CorrectListForm(request.POST or None)
    violation = found_standing(request, ref).violation
    if violation is not None and violation.changed_paper:
        form.fields["old"].required, form.fields["old"].help_text = False, INSTEAD
    return _proposal(request, ref, ChangeKind.CORRECT, form, "更正公开的清单")


def _proposal(request: DeskRequest, ref: str, kind: ChangeKind, form: OfficialForm, title: str) -> HttpResponse:
    publication = found_standing(request, ref)

    def act(*, old: str = "", new: str = "", **facts: Any) -> StandingChange:
        pairs = [(old, new)] if kind is ChangeKind.CORRECT and (old or new) else []
        return propose_change(
            publication_id=publication.pk, kind=kind, replacements=pairs, actor=request.user, at=form.moment(), **facts
        )

    return asked(request, form, act, publication, title=title, done=WAITS, told=TOLD[kind], clause_id=TAKING_BACK,
                  submit=f"提出{CHANGES[kind]}")  # fmt: skip


def asked(
    request: DeskRequest, form: OfficialForm, act: Any, publication: StandingPublication, **told: Any
) -> HttpResponse:
    """The form of an act on one publication, with the names so far."""
    back = address_of_standing(publication)
    hands = [(step, name) for step, _, name, _ in publication.hands]
    return answer(request, form, act, to=back, template=TEMPLATE, one=publication, hands=hands, back=back,
                  entry=entry_rows(publication), **told)  # fmt: skip

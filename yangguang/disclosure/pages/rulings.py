"""Ask whether a decision may be public, and record the answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from yangguang.base import vault
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField, WrittenField, YesNoField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.disclosure.clock_faces import face_of
from yangguang.disclosure.models import Publication
from yangguang.disclosure.pages.prepare import PUBLISHER, back_to, found_for
from yangguang.disclosure.rules.checks import QUESTIONS, RULING
from yangguang.disclosure.ruling_papers import ruling_rows
from yangguang.disclosure.use_cases.ask_ruling import ask_ruling
from yangguang.disclosure.use_cases.receive_ruling import receive_ruling


class AskForm(OfficialForm):
    """Of whom, about what."""

    questions = forms.MultipleChoiceField(
        label="不能确定的是", choices=list(QUESTIONS.items()), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选择不能确定的是哪一类。"},
    )  # fmt: skip
    asked_of = WrittenField(
        label="报请的部门",
        most=120,
        help_text="有关主管部门或者保密行政管理部门。等候批复期间不能发布，公开期限照常计算。",
    )


class ReceiveForm(OfficialForm):
    """The paper, its day and what it says."""

    paper = WrittenField(label="批复的名称和文号", most=200)
    received_on = DayField(label="收到批复日期")
    may_be_public = YesNoField(label="是否可以公开")
    file = forms.FileField(
        label="批复存件", help_text="批复的 PDF 或者照片，归入副卷。",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )  # fmt: skip


@page("publications/<ref:ref>/ask-ruling/", name="disclosure:ask_ruling", title="报请确定能否公开", allow=PUBLISHER,
      writes=True, subject="publication")  # fmt: skip
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """The publication stays where it is until the answer comes."""
    publication, form = found_for(request, ref), AskForm(request.POST or None)

    def act(**facts: Any) -> Publication:
        return ask_ruling(publication_id=publication.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(request, form, act, to=back_to(publication), done="请示已经制作，等候批复。", title="报请确定能否公开",
                  submit="制作请示", **_shown(publication))  # fmt: skip


@page("publications/<ref:ref>/receive-ruling/", name="disclosure:receive_ruling", title="登记能否公开的批复",
      allow=PUBLISHER, writes=True, subject="publication")  # fmt: skip
def receive(request: HttpRequest, ref: str) -> HttpResponse:
    """What may be public goes on; what may not is for the head to withhold."""
    publication, form = found_for(request, ref), ReceiveForm(request.POST or None, request.FILES or None)

    def act(*, file: Any, **facts: Any) -> Publication:
        return receive_ruling(
            publication_id=publication.pk, content=vault.content_of(file), file_name=file.name, at=form.moment(),
            actor=request.user, **facts,  # type: ignore[arg-type]
        )  # fmt: skip

    return answer(request, form, act, to=back_to(publication), done="批复已经登记。", title="登记能否公开的批复",
                  submit="登记批复", **_shown(publication))  # fmt: skip


def _shown(publication: Publication) -> dict[str, Any]:
    return {
        "template": "disclosure/act.html", "publication": publication, "known": ruling_rows(publication), "back": back_to(publication),
        "face": face_of(publication), "clause_id": RULING,
    }  # fmt: skip

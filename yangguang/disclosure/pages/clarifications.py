"""Draft a clarification; approve it, or send it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.directory.api import DeskRequest
from yangguang.disclosure.models import Clarification
from yangguang.disclosure.pages.prepare import PUBLISHER, back_to, found_for
from yangguang.disclosure.pages.release import CodeField
from yangguang.disclosure.queries import clarifications_visible_to
from yangguang.disclosure.rules.checks import ANSWERS, QUESTIONS
from yangguang.disclosure.rules.clarifying import CLARIFYING
from yangguang.disclosure.use_cases.draft_clarification import LONGEST_TEXT, LONGEST_TITLE, draft_clarification
from yangguang.disclosure.use_cases.publish_clarification import publish_clarification
from yangguang.disclosure.use_cases.return_clarification import return_clarification

HEAD = ("agency_head",)


class DraftForm(OfficialForm):
    """What was found, what is told, and the questions of secrecy, none answered beforehand."""

    found = WrittenField(
        label="发现的虚假或者不完整信息", most=400, lines=True, help_text="在哪里、怎么说的。只在本机关内部可见。"
    )
    title = WrittenField(label="标题（会公开）", most=LONGEST_TITLE)
    text = WrittenField(
        label="澄清内容（会公开）", most=LONGEST_TEXT, lines=True,
        help_text="写明准确的情况，不要写出公示中已经隐去的姓名、号码。原来的公示不因此改动。",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, label in QUESTIONS.items():
            self.fields[code] = forms.ChoiceField(
                label=f"保密审查：{label}", choices=list(ANSWERS.items()), widget=forms.RadioSelect,
                error_messages={"required": f"请填写{label}。"},
            )  # fmt: skip


class ApproveForm(OfficialForm):
    """The opinion and the code."""

    opinion = WrittenField(label="批准意见", most=400, required=False, help_text="不填写的，记为“同意。”")
    code = CodeField()


class ReturnForm(OfficialForm):
    """Why not."""

    reason = WrittenField(label="退回理由", most=400, lines=True)


@page("publications/<ref:ref>/clarify/", name="disclosure:clarify", title="起草澄清公告", allow=PUBLISHER, writes=True,
      subject="publication")  # fmt: skip
def clarify(request: HttpRequest, ref: str) -> HttpResponse:
    """Put before the agency head."""
    publication, form = found_for(request, ref), DraftForm(request.POST or None)

    def act(*, found: str, title: str, text: str, **secrecy: Any) -> Clarification:
        return draft_clarification(
            publication_id=publication.pk, found=found, title=title, text=text, secrecy=secrecy,
            actor=request.user, at=form.moment(),  # type: ignore[arg-type]
        )  # fmt: skip

    return answer(request, form, act, to=back_to(publication), done="已送机关负责人批准。", template="disclosure/act.html",
                  back=back_to(publication), publication=publication, title="起草澄清公告", face=None, submit="送机关负责人批准",
                  clause_id=CLARIFYING)  # fmt: skip


@page("publications/clarifications/<ref:ref>/approve/", name="disclosure:approve_clarification", title="批准澄清公告",
      allow=HEAD, writes=True, subject="clarification")  # fmt: skip
def approve(request: DeskRequest, ref: str) -> HttpResponse:
    """What the public will read, then the code."""
    row, form = _found(request, ref), ApproveForm(request.POST or None)

    def act(**facts: Any) -> Clarification:
        return publish_clarification(clarification_id=row.pk, actor=request.user, at=form.moment(), **facts)

    return _asked(request, form, act, row, title="批准澄清公告", done="已批准，澄清公告已经公布。", submit="批准并公布")


@page("publications/clarifications/<ref:ref>/return/", name="disclosure:return_clarification", title="退回澄清公告",
      allow=HEAD, writes=True, subject="clarification")  # fmt: skip
def return_it(request: DeskRequest, ref: str) -> HttpResponse:
    """Say why not."""
    row, form = _found(request, ref), ReturnForm(request.POST or None)

    def act(**facts: Any) -> Clarification:
        return return_clarification(clarification_id=row.pk, actor=request.user, at=form.moment(), **facts)

    return _asked(request, form, act, row, title="退回澄清公告", done="已退回起草人。", submit="退回")


def _found(request: DeskRequest, ref: str) -> Clarification:
    return get_object_or_404(clarifications_visible_to(request.user), public_id=ref)


def _asked(request: DeskRequest, form: OfficialForm, act: Any, row: Clarification, **told: Any) -> HttpResponse:
    known = [
        ("标题（会公开）", row.title), ("澄清内容（会公开）", row.text), ("发现的信息", row.found),
        ("保密审查", "；".join(f"{label}：{ANSWERS.get(row.secrecy.get(code, ''), '尚未审查')}" for code, label in QUESTIONS.items())),
        ("起草人", str(row.drafted_by)),
    ]  # fmt: skip
    back = back_to(row.publication)
    return answer(request, form, act, to=back, template="disclosure/act.html", publication=row.publication, known=known,
                  known_title="送审的澄清公告", back=back, face=None, clause_id=CLARIFYING, **told)  # fmt: skip

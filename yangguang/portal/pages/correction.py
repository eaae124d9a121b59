"""申请更正: who may ask to have public information put right, the form to do so, and what became of it."""

from __future__ import annotations

import re

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import PUBLIC, page
from yangguang.base.refusals import put_on_form
from yangguang.bulletin.api import (
    Notice,
    Relation,
    letter_by_receipt,
    notice_by_ref,
    open_for_letters,
    post_letter,
    public_bodies,
)
from yangguang.kernel.refusal import Refused
from yangguang.portal.showing import show, typed

CONTACTS = ("单位地址", "投诉举报电话")
REF = 26
TRAIL = [("首页", "/"), ("执法决定", "/decisions/")]
SLIP = re.compile(rf"[a-z2-7]{{{REF}}}")


class ObjectionForm(OfficialForm):
    """What is wrong, how it should be, who asks. Nothing is uploaded; the agency asks for papers when it needs them."""

    relation = forms.ChoiceField(label="您与这份公开信息的关系", choices=[("", "请选择"), *Relation.choices])
    wrong = WrittenField(label="哪一处有误或者不该公开", most=1000, lines=True)
    wanted = WrittenField(label="应当怎样，有什么证据", most=1000, lines=True)
    name = WrittenField(label="姓名或者单位名称", most=60)
    contact = WrittenField(label="联系电话或者地址", most=120, help_text="只有办理机关看得到，不会公开。")
    n = forms.CharField(widget=forms.HiddenInput, max_length=REF)

    def clean_once(self) -> str:
        """The slip of the letter: the form as it was given out, neither made up nor left away."""
        once: str = self.cleaned_data["once"]
        if not SLIP.fullmatch(once):
            raise forms.ValidationError("这张表单不完整，请刷新页面后重新填写。")
        return once


@page("correction/", name="portal:correction", title="申请更正公开的内容", allow=PUBLIC, site="portal", writes=True)
def correction(request: HttpRequest) -> HttpResponse:
    """Coming from a decision, its body stands first and there is a form; else every body does."""
    asked = typed(request, "n", REF) or request.POST.get("n", "")[:REF]
    notice = notice_by_ref(asked.lower()) if asked.isascii() and asked.isalnum() else None
    form = ObjectionForm(request.POST or None, initial={"n": notice.ref}) if notice and open_for_letters() else None
    if notice and form and request.method == "POST" and form.is_valid() and (receipt := _posted(request, notice, form)):
        return redirect(f"{reverse('portal:receipt')}?r={receipt}")
    bodies = public_bodies().filter(ref=notice.body_ref) if notice else public_bodies()
    contacts = [(one, [row for row in one.columns if row[0] in CONTACTS]) for one in bodies]
    return _unkept(show(
        request, "portal/correction.html", "decisions", notice=notice, contacts=contacts, form=form,
        trail=[*TRAIL, ("申请更正", "")],
    ))  # fmt: skip


@page("correction/receipt/", name="portal:receipt", title="查询申请", allow=PUBLIC, site="portal")
def receipt(request: HttpRequest) -> HttpResponse:
    """Whoever holds the number sees where it stands and what was answered."""
    asked = typed(request, "r", REF)
    return _unkept(show(
        request, "portal/receipt.html", "decisions", asked=asked, letter=letter_by_receipt(asked),
        trail=[*TRAIL, ("申请更正", reverse("portal:correction")), ("查询", "")],
    ))  # fmt: skip


def _posted(request: HttpRequest, notice: Notice, form: ObjectionForm) -> str:
    """The receipt, or nothing when it was refused; then the form says why."""
    told = {name: form.cleaned_data[name] for name in ("relation", "wrong", "wanted", "name", "contact")}
    sender = request.META.get("REMOTE_ADDR", "")
    try:
        return post_letter(notice, slip=form.cleaned_data["once"], told=told, sender=sender).receipt
    except Refused as refusal:
        put_on_form(form, refusal)
        return ""


def _unkept(response: HttpResponse) -> HttpResponse:
    """Nobody's typing and nobody's receipt stays in a cache."""
    response["Cache-Control"] = "private, no-store"
    return response

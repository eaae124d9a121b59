"""What every letter about something public has in common: the page it is about, its slip, how it is posted."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django import forms
from django.http import HttpRequest
from django.urls import reverse

from yangguang.base.forms import OfficialForm
from yangguang.base.refusals import put_on_form
from yangguang.bulletin.api import Notice, PublicThing, notice_by_ref, post_letter, thing_of
from yangguang.kernel.refusal import Refused
from yangguang.portal.showing import typed

REF = 26
SLIP = re.compile(rf"[a-z2-7]{{{REF}}}")
TRAIL = [("首页", "/"), ("执法决定", "/decisions/")]


class LetterForm(OfficialForm):
    """A letter about something public. Nothing is uploaded; the agency asks for papers when it needs them."""

    n = forms.CharField(widget=forms.HiddenInput, max_length=REF)

    def clean_once(self) -> str:
        """The slip of the letter: the form as it was given out, neither made up nor left away."""
        once: str = self.cleaned_data["once"]
        if not SLIP.fullmatch(once):
            raise forms.ValidationError("这张表单不完整，请刷新页面后重新填写。")
        return once


def asked_about(request: HttpRequest) -> str:
    """The reference of the page, as typed in the address or the form."""
    return typed(request, "n", REF) or request.POST.get("n", "")[:REF]


def notice_of(asked: str) -> Notice | None:
    """The decision of a reference as somebody typed it."""
    return notice_by_ref(asked.lower()) if asked.isascii() and asked.isalnum() else None


def thing_asked(asked: str) -> PublicThing | None:
    """Whatever is or was public under a reference as somebody typed it."""
    return thing_of(asked.lower()) if asked.isascii() and asked.isalnum() else None


def posted(request: HttpRequest, about: Notice | PublicThing, form: LetterForm, told: Mapping[str, str]) -> str:
    """Where its receipt is read, or nothing when it was refused; then the form says why."""
    sender = request.META.get("REMOTE_ADDR", "")
    try:
        receipt = post_letter(about, slip=form.cleaned_data["once"], told=told, sender=sender).receipt
    except Refused as refusal:
        put_on_form(form, refusal)
        return ""
    return f"{reverse('portal:receipt')}?r={receipt}"

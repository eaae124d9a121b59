"""我要反映: what may be said, to whom, what becomes of it; and how far one's own is, for whoever holds its number."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import PUBLIC, page
from yangguang.base.refusals import put_on_form
from yangguang.bulletin.api import PublicVoice, open_for_letters, public_bodies, voices
from yangguang.kernel.refusal import Refused
from yangguang.portal.pages.officers import CONTACTS
from yangguang.portal.showing import show, unkept

HOME = [("首页", "/"), ("我要反映", "/voice/")]


class AskForm(OfficialForm):
    """Two things only whoever wrote has together."""

    receipt = WrittenField(label="查询号", most=20, help_text="回执上的 12 位字母和数字。")
    proof = forms.RegexField(
        r"\A(?:[0-9]{4}|[0-9]{6})\Z", label="查询码或者手机号后四位", max_length=6,
        help_text="回执上的 6 位查询码；留了手机号的，后四位也可以。",
        error_messages={"invalid": "请填写 6 位查询码，或者手机号后四位。"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip


@page("voice/", name="portal:voice", title="我要反映", allow=PUBLIC, site="portal")
def voice(request: HttpRequest) -> HttpResponse:
    """Four ways, and the numbers of what came in; nobody is named."""
    counts = list(voices.voice_counts())
    bodies = [(one, [row for row in one.columns if row[0] in CONTACTS]) for one in public_bodies()]
    return show(
        request, "portal/voice.html", "voice", counts=counts, contacts=bodies, is_open=open_for_letters(),
        trail=[("首页", "/"), ("我要反映", "")],
    )  # fmt: skip


@page(
    "voice/standing/",
    name="portal:voice_standing",
    title="查询反映的办理情况",
    allow=PUBLIC,
    site="portal",
    writes=True,
)
def standing(request: HttpRequest) -> HttpResponse:
    """One answer for everything that is not right; number and code stand in no address, cache or log."""
    form, told = AskForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        told = _asked(request, form)
    response = show(
        request, "portal/voice_standing.html", "voice", form=form, told=told, asked=form.is_bound and form.is_valid(),
        trail=[*HOME, ("查询", "")],
    )  # fmt: skip
    return unkept(response)


def _asked(request: HttpRequest, form: AskForm) -> PublicVoice | None:
    given: dict[str, Any] = form.cleaned_data
    try:
        return voices.ask_voice(given["receipt"], given["proof"], sender=request.META.get("REMOTE_ADDR", ""))
    except Refused as refusal:
        put_on_form(form, refusal)
        return None

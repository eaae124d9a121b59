"""查办理进度: whoever holds the number of a complaint and made it by that telephone sees how far it is, and nothing else (D11)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import PUBLIC, page
from yangguang.base.refusals import put_on_form
from yangguang.bulletin.api import PublicProgress, ask_progress
from yangguang.kernel.refusal import Refused
from yangguang.portal.showing import show, unkept

LONGEST_NUMBER = 120


class ProgressForm(OfficialForm):
    """Two things only the complainant has together."""

    number = WrittenField(label="受理编号", most=LONGEST_NUMBER, help_text="通知书抬头写的登记号。")
    tail = forms.RegexField(
        r"\A[0-9]{4}\Z", label="手机号后四位", max_length=4, help_text="登记投诉时留的电话。",
        error_messages={"invalid": "请填写四位数字。"},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip


@page("progress/", name="portal:progress", title="查办理进度", allow=PUBLIC, site="portal", writes=True)
def progress(request: HttpRequest) -> HttpResponse:
    """One answer for everything that is not right, and nothing of it in an address, a cache or a log."""
    form, told = ProgressForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        told = _asked(request, form)
    response = show(
        request, "portal/progress.html", "home", form=form, told=told, asked=form.is_bound and form.is_valid(),
        trail=[("首页", "/"), ("查办理进度", "")],
    )  # fmt: skip
    return unkept(response)


def _asked(request: HttpRequest, form: ProgressForm) -> PublicProgress | None:
    told: dict[str, Any] = form.cleaned_data
    try:
        return ask_progress(told["number"], told["tail"], sender=request.META.get("REMOTE_ADDR", ""))
    except Refused as refusal:
        put_on_form(form, refusal)
        return None

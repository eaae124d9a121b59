"""The second step of a sign-in: the code of the authenticator."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yangguang.base.forms import OfficialForm
from yangguang.base.pages import PUBLIC, page
from yangguang.base.refusals import put_on_form
from yangguang.directory import signing_in
from yangguang.directory.models import Account
from yangguang.directory.sealing import KeyMissing


class CodeForm(OfficialForm):
    """Six digits."""

    code = forms.CharField(
        label="动态验证码", max_length=12, help_text="打开手机上的验证器，输入现在显示的六位数字。",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}),
    )  # fmt: skip


@page("sign-in/code", name="directory:second_factor", title="输入动态验证码", allow=PUBLIC, writes=True)
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for the code after the password; wrong codes count towards the same lock-out."""
    account = signing_in.pending(request)
    if account is None:
        return redirect("directory:sign_in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            proved: Any = authenticate(request, username=account.username, code=form.cleaned_data["code"])
        except KeyMissing as refusal:
            put_on_form(form, refusal)
            return _shown(request, form, account)
        if proved is not None:
            signing_in.code_given(request)
            return redirect(signing_in.go_on(request, proved))
        form.add_error("code", "验证码不对，或者已经用过。请等验证器显示下一个验证码后再输入；手机时间要准。")
    return _shown(request, form, account)


def _shown(request: HttpRequest, form: CodeForm, account: Account) -> HttpResponse:
    context = {
        "form": form,
        "account": account,
        "words": "继续",
        "advice": "手机遗失或者换了手机，请联系安全管理员重置。",
    }
    return render(request, "directory/sign_in_step.html", context)

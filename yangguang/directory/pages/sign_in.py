"""Sign-in: name and password; in a demonstration one click per role."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yangguang.base.forms import OfficialForm
from yangguang.base.pages import PUBLIC, page
from yangguang.directory import demo, signing_in


class SignInForm(OfficialForm):
    """What one signs in with."""

    username = forms.CharField(label="账号", max_length=60, widget=forms.TextInput(attrs={"autocomplete": "username"}))
    password = forms.CharField(
        label="密码", max_length=200, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )  # fmt: skip


@page("sign-in", name="directory:sign_in", title="登录", allow=PUBLIC, writes=True)
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password and go on to what is still owed."""
    if request.user.is_authenticated:
        return redirect("/desk/")
    if request.method == "POST" and "demo_account" in request.POST:
        return _as_demo_account(request)
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        account: Any = authenticate(request, username=given["username"].strip().lower(), password=given["password"])
        if account is not None:
            return redirect(signing_in.begin(request, account))
        form.add_error(None, "账号或者密码不对，或者账号已经停用。连续输错5次将暂停15分钟。")
    return _shown(request, form)


def _as_demo_account(request: HttpRequest) -> HttpResponse:
    account = demo.account_of(request.POST["demo_account"])
    if account is not None and (seconds := demo.seconds_to_wait(account)):
        return _shown(request, _refused(
            f"{account.name}的验证码刚才已经用过，每个验证码只能用一次。请 {seconds} 秒后再点，或者先选另一个账号。"
        ))  # fmt: skip
    if account is not None:
        name, code = account.username, demo.current_code(account)
        proved: Any = authenticate(request, username=name, password=demo.PASSWORD)
        if proved is not None and code:
            proved = authenticate(request, username=name, code=code)
        if proved is not None:
            return redirect(signing_in.begin(request, proved, code_given=bool(code)))
    return _shown(request, _refused("这个演示账号的密码或者验证器已被改过。请选另一个，或者恢复演示数据。"))


def _refused(words: str) -> SignInForm:
    form = SignInForm()
    form.cleaned_data = {}
    form.add_error(None, words)
    return form


def _shown(request: HttpRequest, form: SignInForm) -> HttpResponse:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    offered = demo.rows()
    context = {"form": form, "accounts": offered, "password": demo.PASSWORD if offered else "", "next": wanted}
    return render(request, "directory/sign_in.html", context)

"""Binding an authenticator: on the first sign-in of a role that needs one, or later from one's own account."""

from __future__ import annotations

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yangguang.base.pages import PUBLIC, SIGNED_IN, page
from yangguang.base.refusals import put_on_form
from yangguang.directory import signing_in
from yangguang.directory.models import Account
from yangguang.directory.pages.second_factor import CodeForm
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules import totp
from yangguang.directory.use_cases.enable_totp import enable_totp
from yangguang.kernel.refusal import Refused

SECRET = "new_authenticator"  # noqa: S105 – the name of a place in the session
ISSUER = "阳光执法"


@page("sign-in/authenticator", name="directory:first_code", title="绑定验证器", allow=PUBLIC, writes=True)
def first_code(request: HttpRequest) -> HttpResponse:
    """Bind before the sign-in goes on: the person's role asks for a second factor."""
    account = signing_in.pending(request)
    if account is None or account.has_authenticator:
        return redirect("directory:sign_in")
    form = CodeForm(request.POST or None)
    if _bound(request, form, account):
        signing_in.code_given(request)
        return redirect(signing_in.go_on(request, account))
    return _shown(request, form, account, "directory/bind_at_sign_in.html")


@page("me/authenticator", name="directory:bind_authenticator", title="启用动态验证码", allow=SIGNED_IN, writes=True)
def bind_authenticator(request: DeskRequest) -> HttpResponse:
    """Bind of one's own accord."""
    account = request.user
    if account.has_authenticator:
        messages.info(request, "动态验证码已经启用。更换手机的，请联系安全管理员重置。")
        return redirect("directory:my_account")
    form = CodeForm(request.POST or None)
    if _bound(request, form, account):
        messages.success(request, "已启用动态验证码。")
        return redirect("directory:my_account")
    return _shown(request, form, account, "directory/bind_authenticator.html")


def _bound(request: HttpRequest, form: CodeForm, account: Account) -> bool:
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        code = form.cleaned_data["code"]
        enable_totp(account=account, secret=_secret(request), code=code, actor=account, at=form.moment())
    except Refused as refusal:
        put_on_form(form, refusal)
        return False
    request.session.pop(SECRET, None)
    return True


def _secret(request: HttpRequest) -> str:
    return request.session.setdefault(SECRET, totp.new_secret())


def _shown(request: HttpRequest, form: CodeForm, account: Account, template: str) -> HttpResponse:
    secret = _secret(request)
    address = totp.address(secret, username=account.username, issuer=ISSUER)
    picture = segno.make(address, error="m").svg_data_uri(scale=5, border=3, dark="#18212c", light="#ffffff")
    spaced = " ".join(secret[i : i + 4] for i in range(0, len(secret), 4))
    return render(request, template, {"form": form, "account": account, "picture": picture, "secret": spaced})

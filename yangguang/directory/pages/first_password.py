"""The first sign-in after an administrator set the password: choose one's own."""

from __future__ import annotations

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yangguang.base.forms import OfficialForm
from yangguang.base.pages import PUBLIC, page
from yangguang.base.refusals import put_on_form
from yangguang.directory import signing_in
from yangguang.directory.use_cases.set_password import set_password
from yangguang.kernel.refusal import Refused

NEW = {"autocomplete": "new-password"}


class NewPasswordForm(OfficialForm):
    """The present password and a new one, typed twice."""

    current = forms.CharField(
        label="现在的密码", max_length=200, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )  # fmt: skip
    password = forms.CharField(label="新密码", max_length=200, strip=False, widget=forms.PasswordInput(attrs=NEW))
    again = forms.CharField(label="再输一次新密码", max_length=200, strip=False, widget=forms.PasswordInput(attrs=NEW))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = "".join(password_validators_help_texts())

    def clean(self) -> None:
        """Both the same."""
        given = self.cleaned_data
        if given.get("password") and given.get("again") and given["password"] != given["again"]:
            self.add_error("again", "两次输入的新密码不一样。请重新输入。")


@page("sign-in/password", name="directory:first_password", title="设置自己的密码", allow=PUBLIC, writes=True)
def first_password(request: HttpRequest) -> HttpResponse:
    """Choose a password before the sign-in goes on."""
    account = signing_in.pending(request)
    if account is None or (account.has_authenticator and not request.session[signing_in.KEY]["code_given"]):
        return redirect("directory:sign_in")
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            changed = set_password(
                account=account, password=given["password"], current=given["current"], actor=account, at=form.moment()
            )
            return redirect(signing_in.go_on(request, changed))
        except Refused as refusal:
            put_on_form(form, refusal)
    advice = "密码由系统管理员设置的，第一次登录须换成自己的密码。"
    context = {"form": form, "account": account, "words": "设置密码并继续", "advice": advice}
    return render(request, "directory/sign_in_step.html", context)

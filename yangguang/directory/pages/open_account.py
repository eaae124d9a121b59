"""Open an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField, offer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.directory.models import Body, Unit
from yangguang.directory.queries import bodies_kept_by
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import Role
from yangguang.directory.use_cases.open_account import open_account


class AccountForm(OfficialForm):
    """Who, where, and a password for the first sign-in."""

    body = forms.ModelChoiceField(Body.objects.none(), label="机关", to_field_name="public_id")
    unit = forms.ModelChoiceField(Unit.objects.none(), label="内设机构", required=False, to_field_name="public_id")
    name = WrittenField(label="姓名", most=60)
    username = WrittenField(label="登录名", most=60, help_text="小写字母、数字和 . _ -，一人一个，不能共用。")
    post = WrittenField(label="职务", most=60, required=False)
    phone = WrittenField(label="联系电话", most=40, required=False)
    password = forms.CharField(
        label="临时密码", max_length=200, strip=False, help_text="本人第一次登录时必须换成自己的密码。",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip

    def __init__(self, bodies: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "body", bodies)
        units = Unit.objects.filter(body__in=bodies).select_related("body").order_by("body_id", "pk")
        offer(self, "unit", units, words=lambda unit: f"{unit.body.name}　{unit.name}")


@page("accounts/open", name="directory:open_account", title="开立账号", allow={Role.SYSTEM_ADMINISTRATOR}, writes=True)
def open_one(request: DeskRequest) -> HttpResponse:
    """Open an account without any role; the security administrator appoints."""
    form = AccountForm(bodies_kept_by(request.user), request.POST or None)
    return answer(
        request, form, lambda **facts: open_account(actor=request.user, at=form.moment(), **facts),
        to=lambda made: reverse("directory:account", args=[made.public_id]),
        done="账号已经开立。还没有角色，请安全管理员授予。", template="directory/act_form.html", title="开立账号",
        words="开立账号", back=reverse("directory:accounts"),
    )  # fmt: skip

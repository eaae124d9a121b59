"""Enrol an officer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField, offer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.directory.models import Account, Body, Unit
from yangguang.directory.queries import bodies_kept_by
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import Role
from yangguang.directory.use_cases.enrol_officer import enrol_officer


def account_words(account: Account) -> str:
    """An account as a choice: two people may have one name."""
    return f"{account.name}（{account.username}）"


class EnrolmentForm(OfficialForm):
    """What the public list shows, and the account the person works under."""

    body = forms.ModelChoiceField(Body.objects.none(), label="单位", to_field_name="public_id")
    name = WrittenField(label="姓名", most=60)
    post = WrittenField(label="职务", most=60)
    unit = forms.ModelChoiceField(Unit.objects.none(), label="内设机构", required=False, to_field_name="public_id")
    account = forms.ModelChoiceField(
        Account.objects.none(), label="办案账号", required=False, to_field_name="public_id",
        help_text="在本系统办案的选本人的账号，没有账号的不能被指定为承办人；现在不选，以后可以在“变更登记”里补。",
    )  # fmt: skip

    def __init__(self, keeper: Account, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = bodies_kept_by(keeper)
        offer(self, "body", bodies)
        units = Unit.objects.filter(body__in=bodies).select_related("body").order_by("body_id", "pk")
        offer(self, "unit", units, words=lambda unit: f"{unit.body.name}　{unit.name}")
        free = Account.objects.filter(body__in=bodies, officer=None, is_active=True).order_by("body_id", "pk")
        offer(self, "account", free, words=account_words)


@page(
    "officers/enrol", name="directory:enrol_officer", title="登记执法人员", writes=True,
    allow={Role.SYSTEM_ADMINISTRATOR, Role.SUPERVISOR},
)  # fmt: skip
def enrol(request: DeskRequest) -> HttpResponse:
    """Enrol one person; certificates follow on the officer's own page."""
    form = EnrolmentForm(request.user, request.POST or None, initial={"body": request.GET.get("body", "")})
    return answer(
        request, form, lambda **facts: enrol_officer(actor=request.user, at=form.moment(), **facts),
        to=lambda officer: reverse("directory:officer", args=[officer.public_id]), done="已经登记。",
        template="directory/act_form.html", title="登记执法人员", words="登记", back=reverse("directory:officers"),
    )  # fmt: skip

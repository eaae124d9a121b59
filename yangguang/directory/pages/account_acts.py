"""The acts of the two administrators who keep an account: facts, password and lock are one's, roles and codes the other's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField, WrittenField, offer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.directory.models import Account, Unit
from yangguang.directory.pages.account import SECURITY, SYSTEM
from yangguang.directory.pages.certificate import ReasonForm
from yangguang.directory.queries import accounts_visible_to
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import LABELS, Role
from yangguang.directory.use_cases.appoint import appoint
from yangguang.directory.use_cases.change_account import change_account
from yangguang.directory.use_cases.end_appointment import end_appointment
from yangguang.directory.use_cases.lock_account import lock_account
from yangguang.directory.use_cases.reset_totp import reset_totp
from yangguang.directory.use_cases.set_password import set_password
from yangguang.directory.use_cases.unlock_account import unlock_account
from yangguang.kernel import clock


class AppointmentForm(OfficialForm):
    """A role, from when, on which ground."""

    role = forms.ChoiceField(label="角色", choices=[(role.value, LABELS[role]) for role in Role])
    starts_on = DayField(label="任职起")
    ends_on = DayField(label="任职止", required=False, help_text="没有确定期限的不填。")
    basis = WrittenField(label="任职依据", help_text="任命文件的名称和文号。")
    is_principal = forms.BooleanField(label="正职或者主持工作的负责人", required=False)


class EndForm(OfficialForm):
    """Which role, until when, why."""

    role = forms.ChoiceField(label="角色")
    last_day = DayField(label="任职止")
    reason = WrittenField(label="原因")


class PasswordForm(OfficialForm):
    """A password for the next sign-in."""

    password = forms.CharField(
        label="临时密码", max_length=200, strip=False, help_text="本人下次登录时必须换成自己的密码。",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip


class FactsForm(OfficialForm):
    """What is written on the account."""

    name = WrittenField(label="姓名", most=60)
    unit = forms.ModelChoiceField(Unit.objects.none(), label="内设机构", required=False, to_field_name="public_id")
    post = WrittenField(label="职务", most=60, required=False)
    phone = WrittenField(label="联系电话", most=40, required=False)


def _end(account: Account, role: str, **facts: Any) -> Any:
    standing = [one for one in account.standing if one.role == role]
    return end_appointment(appointment=standing[0], **facts)


def _known(account: Account) -> dict[str, Any]:
    unit = account.unit.public_id if account.unit else ""
    return {"name": account.name, "unit": unit, "post": account.post, "phone": account.phone}


def _standing_roles(account: Account) -> forms.ChoiceField:
    return forms.ChoiceField(label="角色", choices=[(held.role, held.get_role_display()) for held in account.standing])


def _act_page(act: str, title: str, allow: set[Role], form_class: type[OfficialForm], do: Callable[..., Any], *,
              name: str = "") -> None:  # fmt: skip
    @page(
        f"accounts/<ref:ref>/{act}", name=f"directory:{name or act.replace('-', '_')}", title=title, allow=allow, writes=True,
        subject="account", expects=Expect(own=200, other=404, superior=200),
    )  # fmt: skip
    def show(request: DeskRequest, ref: str) -> HttpResponse:
        one = get_object_or_404(accounts_visible_to(request.user), public_id=ref)
        initial = dict.fromkeys(("starts_on", "last_day"), clock.today()) | _known(one)
        form = form_class(request.POST or None, initial=initial)
        if form_class is EndForm:
            form.fields["role"] = _standing_roles(one)
        if form_class is FactsForm:
            offer(form, "unit", one.body.units.order_by("pk"))
        back = reverse("directory:account", args=[ref])
        return answer(
            request, form, lambda **facts: do(account=one, actor=request.user, at=form.moment(), **facts), to=back,
            done=f"{title}：已经办理。", template="directory/act_form.html", title=title,
            under=f"{one.name}（{one.username}）　{one.body}", words=title, back=back,
        )  # fmt: skip


_act_page("appoint", "授予角色", SECURITY, AppointmentForm, appoint)
_act_page("end-appointment", "免去角色", SECURITY, EndForm, _end)
_act_page("reset-code", "重置动态验证码", SECURITY, ReasonForm, reset_totp)
_act_page("change", "更正资料", SYSTEM, FactsForm, change_account, name="change_account")
_act_page("lock", "停用账号", SYSTEM, ReasonForm, lock_account)
_act_page("unlock", "恢复账号", SYSTEM, ReasonForm, unlock_account)
_act_page("password", "重设密码", SYSTEM, PasswordForm, set_password)

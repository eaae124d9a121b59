"""One account: facts, appointments, and the acts of the two administrators who keep it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import offer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.directory.models import Account
from yangguang.directory.pages.account_forms import AppointmentForm, EndForm, FactsForm, PasswordForm
from yangguang.directory.pages.certificate import ReasonForm
from yangguang.directory.presentation import account_state
from yangguang.directory.queries import accounts_visible_to
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import Role
from yangguang.directory.use_cases.appoint import appoint
from yangguang.directory.use_cases.change_account import change_account
from yangguang.directory.use_cases.end_appointment import end_appointment
from yangguang.directory.use_cases.lock_account import lock_account
from yangguang.directory.use_cases.reset_totp import reset_totp
from yangguang.directory.use_cases.set_password import set_password
from yangguang.directory.use_cases.unlock_account import unlock_account
from yangguang.kernel import clock

SYSTEM, SECURITY = {Role.SYSTEM_ADMINISTRATOR}, {Role.SECURITY_ADMINISTRATOR}


@page(
    "accounts/<ref:ref>", name="directory:account", title="账号", allow=SYSTEM | SECURITY, subject="account",
    expects=Expect(own=200, other=404, superior=200),
)  # fmt: skip
def account(request: DeskRequest, ref: str) -> HttpResponse:
    """The account as its keepers see it; never its password or secret."""
    one = get_object_or_404(accounts_visible_to(request.user), public_id=ref)
    return render(request, "directory/account.html", {
        "account": one, "state": account_state(one),
        "facts": [
            ("登录名", one.username), ("机关", one.body.name), ("内设机构", one.unit.name if one.unit else ""),
            ("职务", one.post), ("联系电话", one.phone), ("动态验证码", "已启用" if one.has_authenticator else "没有启用"),
        ],
        "appointments": one.appointments.order_by("-starts_on", "-pk"),
        "keeps_account": request.user.holds(Role.SYSTEM_ADMINISTRATOR),
        "keeps_roles": request.user.holds(Role.SECURITY_ADMINISTRATOR),
        "is_self": one.pk == request.user.pk,
        "acts": [
            {"at": e.occurred_at, "title": e.label, "who": e.actor_name, "words": e.summary}
            for e in reversed(ledger.entries_about("account", one.public_id))
        ],
    })  # fmt: skip


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

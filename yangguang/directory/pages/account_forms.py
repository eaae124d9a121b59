"""The forms about one account: a role given or taken, what is written on it, a password for the next sign-in."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.directory.models import Unit
from yangguang.directory.rules.roles import LABELS, Role


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

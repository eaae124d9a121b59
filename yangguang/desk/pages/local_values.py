"""本地参数: values the nation leaves to a province or a body, each with its source and the day it takes force."""

from __future__ import annotations

from datetime import date

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yangguang.base import local_values
from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.base.refusals import put_on_form
from yangguang.desk.use_cases.set_local_value import set_local_value
from yangguang.directory.api import Role
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

DIGITS = 15  # no amount or number of days is longer


class LocalValueForm(OfficialForm):
    """One value from a day on."""

    name = forms.ChoiceField(label="参数", choices=list(local_values.NAMES.items()))
    value = WrittenField(label="数值", most=200, help_text="金额按分填整数；天数填整数；是否填 true 或 false。")
    source = WrittenField(label="来源文件", most=300)
    in_force = DayField(label="施行日")

    def clean_value(self) -> object:
        """Numbers and yes-or-no as what they are, anything else as words."""
        text = self.cleaned_data["value"].strip()
        if text in {"true", "false"}:
            return text == "true"
        return int(text) if text.isdecimal() and len(text) <= DIGITS else text


@page(
    "local-values/", name="desk:local_values", title="本地参数", allow=(Role.SYSTEM_ADMINISTRATOR,), writes=True,
    expects=Expect(other=200, superior=200),
)  # fmt: skip
def page_of_values(request: HttpRequest) -> HttpResponse:
    """The values of the administrator's own body, those not set named first; setting one."""
    body = request.user.body  # type: ignore[union-attr]
    form = LocalValueForm(request.POST or None, initial={"in_force": clock.today()})
    if form.is_valid():
        try:
            with transaction.atomic():
                set_local_value(body=body, actor=request.user, at=form.moment(), **form.facts)  # type: ignore[arg-type]
            messages.success(request, "已保存，自施行日起用于办案。")
            return redirect("desk:local_values")
        except Refused as refusal:
            put_on_form(form, refusal)
    rows = [
        (label, local_values.find(name, chain=body.public_id, on=clock.today()))
        for name, label in local_values.NAMES.items()
    ]
    rows.sort(key=lambda row: row[1] is not None)
    return render(request, "desk/local_values.html", {"rows": rows, "form": form, "day": date.isoformat(clock.today())})

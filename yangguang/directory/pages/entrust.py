"""Entrust matters of one's own body to another."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField, NamesField, WrittenField, offer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.directory.models import Body
from yangguang.directory.queries import bodies_visible_to
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import Role
from yangguang.directory.use_cases.entrust_power import POWERS_MOST, entrust_power


class AgreementForm(OfficialForm):
    """The written agreement: number, matters, term."""

    entrusted = forms.ModelChoiceField(
        Body.objects.none(), label="受委托组织", to_field_name="public_id",
        help_text="还没有登记的，请司法行政部门先在“执法主体”中登记。",
    )  # fmt: skip
    agreement_number = WrittenField(label="委托书编号", most=80)
    signed_on = DayField(label="签订日期")
    matters = NamesField(
        label="委托事项",
        help_text="填执法类别（如劳动保障监察，即该类别全部事项），或者执法事项清单中的编号、名称；多项之间用顿号或者换行分开。",
    )
    powers = WrittenField(
        label="委托权限", most=POWERS_MOST, lines=True,
        help_text="照委托书写：可以实施哪些检查、调查和处罚，哪些不委托。行政强制措施权不得委托。",
    )  # fmt: skip
    starts_on = DayField(label="委托期限起")
    ends_on = DayField(label="委托期限止")


@page(
    "bodies/<ref:ref>/entrust", name="directory:entrust_power", title="设立委托", allow={Role.AGENCY_HEAD}, writes=True,
    subject="body",
)  # fmt: skip
def entrust(request: DeskRequest, ref: str) -> HttpResponse:
    """Entrust matters of one's own body to another."""
    own = get_object_or_404(bodies_visible_to(request.user).filter(pk=request.user.body_id), public_id=ref)
    form = AgreementForm(request.POST or None)
    offer(form, "entrusted", bodies_visible_to(request.user).exclude(pk=own.pk))
    return answer(
        request, form, lambda **facts: entrust_power(entrusting=own, actor=request.user, at=form.moment(), **facts),
        to=lambda made: reverse("directory:entrustment", args=[made.public_id]),
        done="委托已经设立。请报备案，并由双方公布。", template="directory/act_form.html", title="设立委托",
        under=own.name, words="设立委托", back=reverse("directory:body", args=[ref]),
    )  # fmt: skip

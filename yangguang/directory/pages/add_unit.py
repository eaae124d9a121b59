"""Add a unit to a body."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.directory.pages.register_body import KEEPERS, KEPT, kept_body
from yangguang.directory.requests import DeskRequest
from yangguang.directory.use_cases.add_unit import add_unit


class UnitForm(OfficialForm):
    """A unit's name, and whether it is the legal review unit."""

    name = WrittenField(label="名称", most=80)
    reviews = forms.BooleanField(label="是法制机构（负责法制审核）", required=False)


@page(
    "bodies/<ref:ref>/units/add", name="directory:add_unit", title="增设内设机构", allow=KEEPERS, writes=True,
    subject="body", expects=KEPT,
)  # fmt: skip
def add(request: DeskRequest, ref: str) -> HttpResponse:
    """Add a unit to a body."""
    body = kept_body(request, ref)
    form = UnitForm(request.POST or None)
    back = reverse("directory:body", args=[ref])
    return answer(
        request, form, lambda **facts: add_unit(body=body, actor=request.user, at=form.moment(), **facts),
        to=back, done="已经增设。", template="directory/act_form.html", title="增设内设机构", under=body.name,
        words="增设", back=back,
    )  # fmt: skip

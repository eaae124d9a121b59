"""Register a body, and change its entry."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import NamesField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.directory.models import Body
from yangguang.directory.models.body import BodyCategory
from yangguang.directory.queries import bodies_kept_by
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.body_facts import LABELS, LENGTHS, OFFICE_HOURS_MOST
from yangguang.directory.rules.roles import Role
from yangguang.directory.use_cases.change_body import change_body
from yangguang.directory.use_cases.register_body import register_body

KEEPERS = {Role.SYSTEM_ADMINISTRATOR, Role.SUPERVISOR}
HINTS = {
    "mark": "印在文号最前面，如“示人社”；全站不能重复。",
    "credit_code": "没有代码的不填。",
    "supervises": "只有司法行政部门勾选：可以看本级各机关的案件，核发执法证件。",
    "category": "受委托组织以委托机关的名义执法，登记以后由委托机关设立委托。",
    "nature": "如行政机关、参照公务员法管理的事业单位。",
    "funding": "如财政全额拨款。",
    "staffing": "编制种类、核定数和实有数。",
    "office_hours": "公众可以上门、打电话的时间，如“工作日 8:30—12:00，14:00—17:30”。",
    "region_code": "六位行政区划代码。",
    "region_name": "证件上的执法区域照此填写，如“示范县”。",
    "fields": "如劳动保障监察；案件、证件和清单的类别都从这里来。多项之间用顿号或者换行分开。",
}
KEPT = Expect(own=200, other=404, superior=200)


class BodyForm(OfficialForm):
    """The facts of the public list (D06), in its order."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in LABELS.items():
            self.fields[name if name != "fields" else "fields_of_law"] = _field_for(name, label)
        for name, field in self.fields.items():
            field.error_messages["required"] = f"请填写{field.label or name}。"


class NewBodyForm(BodyForm):
    """A new body and its place in the tree."""

    def __init__(self, bodies: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"] = forms.ModelChoiceField(
            bodies,
            label="上级",
            to_field_name="public_id",
            empty_label="请选择",
            help_text="工作部门的上级是本级人民政府；受委托组织、派出机构的上级是它的主管部门。登记以后不能改。",
        )


def _field_for(name: str, label: str) -> forms.Field:
    if name == "category":
        return forms.ChoiceField(label=label, choices=BodyCategory.choices, help_text=HINTS[name])
    if name == "supervises":
        return forms.BooleanField(label=f"是{label}", required=False, help_text=HINTS[name])
    if name == "fields":
        return NamesField(label=label, help_text=HINTS[name])
    if name == "credit_code":
        return WrittenField(label=label, required=False, most=40, help_text=HINTS[name])
    if name == "office_hours":
        return WrittenField(label=label, required=False, most=OFFICE_HOURS_MOST, help_text=HINTS[name])
    return WrittenField(label=label, most=LENGTHS[name], lines=name == "duties", help_text=HINTS.get(name, ""))


def _facts(given: dict[str, Any]) -> dict[str, Any]:
    return {("fields" if name == "fields_of_law" else name): value for name, value in given.items()}


@page("bodies/register", name="directory:register_body", title="登记执法主体", allow=KEEPERS, writes=True)
def register(request: DeskRequest) -> HttpResponse:
    """Put a new body into the register."""
    form = NewBodyForm(bodies_kept_by(request.user), request.POST or None)
    return answer(
        request, form, lambda **facts: register_body(actor=request.user, at=form.moment(), **_facts(facts)),
        to=lambda body: reverse("directory:body", args=[body.public_id]), done="已经登记。",
        template="directory/act_form.html", title="登记执法主体", words="登记", back=reverse("directory:bodies"),
    )  # fmt: skip


def kept_body(request: DeskRequest, ref: str) -> Body:
    """A body this person keeps, or 404."""
    return get_object_or_404(bodies_kept_by(request.user), public_id=ref)


@page(
    "bodies/<ref:ref>/change", name="directory:change_body", title="变更执法主体登记", allow=KEEPERS, writes=True,
    subject="body", expects=KEPT,
)  # fmt: skip
def change(request: DeskRequest, ref: str) -> HttpResponse:
    """Change facts of a body; what stood before stays in the ledger."""
    body = kept_body(request, ref)
    initial = {("fields_of_law" if name == "fields" else name): getattr(body, name) for name in LABELS}
    form = BodyForm(request.POST or None, initial=initial)
    back = reverse("directory:body", args=[ref])
    return answer(
        request, form, lambda **facts: change_body(body=body, actor=request.user, at=form.moment(), **_facts(facts)),
        to=back, done="已经变更，原来的内容留在经过里。", template="directory/act_form.html",
        title="变更执法主体登记", under=body.name, words="保存变更", back=back,
    )  # fmt: skip

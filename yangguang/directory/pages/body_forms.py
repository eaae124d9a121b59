"""The forms of a body's entry: the facts of the public list (D06), and its place in the tree."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import NamesField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.directory.models.body import BodyCategory
from yangguang.directory.rules.body_facts import LABELS, LENGTHS, OFFICE_HOURS_MOST

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


class BodyForm(OfficialForm):
    """The facts of the public list (D06), in its order."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in LABELS.items():
            self.fields[name if name != "fields" else "fields_of_law"] = _field_for(name, label)
        for name, field in self.fields.items():
            field.error_messages["required"] = f"请填写{field.label or name}。"


class ChangedBodyForm(BodyForm):
    """The facts as they are to stand, and what the change rests on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = WrittenField(
            label="登记、变更的依据", most=1000, lines=True, required=False,
            help_text="如批准设立的文件、三定方案、任免文件的名称和文号。只改代字、办公时间的可以不填。",
        )  # fmt: skip


class NewBodyForm(ChangedBodyForm):
    """A new body and its place in the tree."""

    def __init__(self, bodies: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = WrittenField(
            label="登记、变更的依据", most=1000, lines=True, help_text="如批准设立的文件、三定方案的名称和文号。"
        )
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


def facts_of(given: dict[str, Any]) -> dict[str, Any]:
    """What was typed, by the names of the register."""
    return {("fields" if name == "fields_of_law" else name): value for name, value in given.items()}


def initial_of(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts of the register as a form's beginning."""
    return {("fields_of_law" if name == "fields" else name): value for name, value in facts.items()}

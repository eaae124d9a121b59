"""Forms of the acts on editions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.catalogues.models import BasisChange, Edition
from yangguang.catalogues.rules.basis_changes import OUTCOMES, SettlingOutcome


def a_day(label: str, help_text: str) -> forms.DateField:
    """A legal day, picked or typed."""
    return forms.DateField(
        label=label, help_text=help_text, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": f"请按“2026-12-01”的样式填写{label}。"},
    )  # fmt: skip


class SubmitForm(OfficialForm):
    """When it is to come into force, and a word to the head."""

    in_force_from = a_day("拟定生效日", "审定晚于这一天的，需要退回后改期。")
    opinion = WrittenField(label="起草说明", most=1000, lines=True, required=False)


class OpinionForm(OfficialForm):
    """The head's words."""

    opinion = WrittenField(label="审定意见", most=1000, lines=True, initial="同意。")


class ReturnForm(OfficialForm):
    """Why it goes back."""

    opinion = WrittenField(label="退回理由", most=1000, lines=True)


class RepealForm(OfficialForm):
    """From when, and why."""

    ends_on = a_day("停止施行日", "从这一天起不再适用。")
    reason = WrittenField(label="废止理由", most=400, lines=True)


class SettlingForm(OfficialForm):
    """Which changes, how they were dealt with, in which edition or why not."""

    refs = forms.MultipleChoiceField(label="依据变化", widget=forms.CheckboxSelectMultiple)
    outcome = forms.TypedChoiceField(
        label="处理结果",
        widget=forms.RadioSelect,
        coerce=SettlingOutcome,
        choices=[(o.value, OUTCOMES[o]) for o in OUTCOMES],
    )
    edition = forms.ModelChoiceField(
        label="调整的版本",
        queryset=Edition.objects.none(),
        required=False,
        empty_label="请选择",
        help_text="已在新版中调整的，选择那一版。",
    )
    reason = WrittenField(
        label="理由", most=400, lines=True, required=False, help_text="不需要调整的，写明为什么不受影响。"
    )

    def __init__(self, *args: Any, waiting: QuerySet[BasisChange], editions: QuerySet[Edition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["refs"].choices = [(one.public_id, _said(one)) for one in waiting]  # type: ignore[attr-defined]
        self.fields["edition"].queryset = editions  # type: ignore[attr-defined]


def _said(one: BasisChange) -> str:
    return f"{one.code}　{one.subject}：{one.words}" if one.code else f"{one.subject}：{one.words}"

"""Forms of the acts on editions."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm


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

"""Fields of forms about recordings: an instant as 00:12:40, and a day with its minute."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.records.rules import instants

WRITTEN = "%Y-%m-%dT%H:%M"


class InstantField(forms.CharField):
    """An instant of a recording, 00:12:40; its value is milliseconds."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=16, widget=forms.TextInput(attrs={"placeholder": "00:12:40", "data-instant": ""}), **kwargs
        )

    def clean(self, value: Any) -> Any:
        """None for an empty one that may be."""
        told = super().clean(value)
        if not told:
            return None
        at = instants.read(told)
        if at is None:
            raise forms.ValidationError("请按“00:12:40”的样式填写时刻。")
        return at


class TimeField(forms.DateTimeField):
    """A day and a minute, as the browser's own picker writes them."""

    def __init__(self, **kwargs: Any) -> None:
        picker = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=WRITTEN)
        wrong = {"invalid": "请按“2026-11-20 09:30”的样式填写时间。"}
        super().__init__(input_formats=[WRITTEN, "%Y-%m-%d %H:%M"], widget=picker, error_messages=wrong, **kwargs)

"""Form fields every context uses: written text checked for hostile characters, lists of names, days; Chinese messages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

DAY_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d"]
DRAWN_FOR = "drawn_for"  # the hidden field that says for which choice a form was drawn: name=value
CHOOSE = "choose"  # the button that asks for the form of another choice: nothing is carried out, nothing typed is lost
BETWEEN_NAMES = re.compile(r"[、，,；;\n\r\t]+")


class WrittenField(forms.CharField):
    """Text a person types. Length counts characters; hidden and control characters are named, never dropped."""

    def __init__(self, *, most: int = 200, lines: bool = False, **kwargs: Any) -> None:
        self.most, self.lines = most, lines
        if lines:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
        super().__init__(strip=False, **kwargs)

    def clean(self, value: Any) -> str:
        """The cleaned text; the refusal's words become the field's error."""
        try:
            text = clean(str(value or ""), label=str(self.label or "内容"), most=self.most, lines=self.lines)
        except Refused as refusal:
            raise forms.ValidationError(f"{refusal.reason}{refusal.remedy}") from None
        return super().clean(text)


class NamesField(WrittenField):
    """Several names in one field, separated by 、 or line ends."""

    def __init__(self, *, most: int = 2000, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 3}))
        kwargs.setdefault("help_text", "多项之间用顿号或者换行分开。")
        super().__init__(most=most, lines=True, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """A list as one text."""
        return "、".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> Any:
        """The names, each once, in the order typed."""
        names = [name.strip() for name in BETWEEN_NAMES.split(super().clean(value))]
        return list(dict.fromkeys(name for name in names if name))


class YesNoField(forms.TypedChoiceField):
    """A question nobody answers by leaving it out: yes or no, and nothing chosen beforehand."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.RadioSelect)
        super().__init__(
            choices=(("no", "否"), ("yes", "是")), coerce=lambda given: given == "yes", empty_value=None, **kwargs
        )

    def prepare_value(self, value: Any) -> Any:
        """An answer known already as the choice it was."""
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


class DayField(forms.DateField):
    """A legal day, typed by a person; years far away are slips of the hand."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        kwargs.setdefault("error_messages", {}).setdefault("invalid", "请按“2026-11-20”的样式填写日期。")
        super().__init__(input_formats=DAY_FORMATS, **kwargs)

    def clean(self, value: Any) -> date | None:
        """The day."""
        day = super().clean(value)
        if day is not None and not 1949 <= day.year <= 2100:
            raise forms.ValidationError(f"{day.year}年不合常理，请核对年份。")
        return day


def offer(form: forms.Form, name: str, rows: Any, *, words: Callable[[Any], str] | None = None) -> None:
    """Let a field choose among these rows, shown by `words` if the row's own name does not say enough."""
    field = form.fields[name]
    if not isinstance(field, forms.ModelChoiceField):
        raise TypeError(f"{name} does not choose among rows")
    field.queryset = rows
    field.empty_label = "请选择" if field.required else "不选"
    if words is not None:
        field.label_from_instance = words  # type: ignore[method-assign, assignment]


class ChoosingSelect(forms.Select):
    """A list whose choice changes what the form asks, with the button that asks for it. Nothing moves by itself."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The list and the button behind it."""
        shown = super().render(name, value, attrs, renderer)
        return format_html(
            '<div class="with-unit">{}<button class="button" type="submit" name="{}" value="1" formnovalidate>按此填写</button></div>',
            shown, CHOOSE,
        )  # fmt: skip


def typed_in(post: QueryDict) -> dict[str, Any]:
    """What was posted, as a draft keeps it and a form that is shown again is given it."""
    return {name: values if len(values) > 1 else values[0] for name, values in post.lists()}


def is_choice(post: QueryDict) -> bool:
    """Whether a form was sent only to be asked for by another choice: by its button, or drawn for one and sent with another."""
    name, drawn, value = post.get(DRAWN_FOR, "").partition("=")
    return CHOOSE in post or (bool(drawn) and post.get(name, value) != value)


def filled(post: QueryDict, files: Any) -> dict[str, Any]:
    """What a form is made with: what was sent, or, where only another choice was made, what was typed so far."""
    return {"initial": typed_in(post)} if is_choice(post) else {"data": post or None, "files": files or None}

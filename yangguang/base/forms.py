"""The base of every official form: one token, when the act happened, hostile text refused with a clear message."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from yangguang.base import drafts
from yangguang.base.form_fields import WrittenField, is_choice, typed_in
from yangguang.base.wording import Guide, guide_beside
from yangguang.kernel import chance, clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

Parts = tuple[tuple[str, tuple[str, ...]], ...]


class OfficialForm(forms.Form):
    """A form that is carried out once. Fields are required unless they say otherwise; messages are Chinese sentences."""

    machinery = frozenset({"once"})
    parts: ClassVar[Parts] = ()
    shown_when: ClassVar[dict[str, str]] = {}  # field → "other_field=value|value", "*" for anything: shown only then
    free_when_shown: ClassVar[frozenset[str]] = frozenset()  # of those the ones that may be left empty even then
    when_empty: ClassVar[dict[str, str]] = {}  # field → the sentence of the law for one that is left empty
    once = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refusal: Refused | None = None
        self.fields["once"].initial = chance.public_id()
        self._worded: set[str] = set()
        self._word()

    def full_clean(self) -> None:
        """Say in Chinese what is wrong, also with fields that were added for this one case."""
        self._word()
        super().full_clean()

    def _word(self) -> None:
        for name in self.fields.keys() - self._worded:
            field = self.fields[name]
            field.error_messages["required"] = self.when_empty.get(name, f"请填写{field.label or name}。")
            if isinstance(field, forms.ChoiceField):
                field.error_messages["invalid_choice"] = f"请从列表中选择{field.label or name}。"
            self._worded.add(name)

    def guide(self, name: str) -> Guide | None:
        """How the words of a field are written: a guide of its own, else that of the label for long ones."""
        field = self.fields[name]
        long = isinstance(field.widget, forms.Textarea)
        return guide_beside(type(self), name, str(field.label or "") if long else "")

    def moment(self) -> Moment:
        """The moment of an act recorded as it happens."""
        return Moment.now()

    def laid_out(self) -> list[tuple[str, list[BoundField]]]:
        """The visible fields under the headings of `parts`, what no part names first; empty when there are no parts."""
        named = {name for _, names in self.parts for name in names}
        rest = [bound for bound in self.visible_fields() if bound.name not in named]
        parts = [(title, [self[name] for name in names if name in self.fields]) for title, names in self.parts]
        return [(title, fields) for title, fields in [("", rest), *parts] if fields] if self.parts else []

    @property
    def facts(self) -> dict[str, Any]:
        """The cleaned values without the form's own machinery: what the use case is given."""
        return {k: v for k, v in self.cleaned_data.items() if k not in self.machinery}


class DatedForm(OfficialForm):
    """A form whose act may have happened earlier than it is typed (PF-7): served on Tuesday, typed on Friday."""

    machinery = frozenset({"once", "occurred_at", "late_reason"})
    parts: ClassVar[Parts] = (("发生时间", ("occurred_at", "late_reason")),)
    occurred_at = forms.DateTimeField(
        label="发生时间",
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": "请按“2026-11-20 09:30”的样式填写发生时间。"},
    )
    late_reason = WrittenField(
        label="补录原因", required=False, most=400, help_text="事后一个工作日以上补录的，写明原因。"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["occurred_at"].initial = clock.now().astimezone(clock.BEIJING).strftime("%Y-%m-%dT%H:%M")

    def clean_occurred_at(self) -> datetime:
        """Not in the future: a minute of grace for clocks that differ."""
        moment: datetime = self.cleaned_data["occurred_at"]
        if moment > clock.now() + timedelta(minutes=1):
            raise forms.ValidationError("发生时间不能晚于现在。请核对日期和时间。")
        return moment

    def moment(self) -> Moment:
        """When it happened as typed, when it is recorded by the server's clock; what the grace let pass happens now."""
        now = clock.now()
        return Moment(min(self.cleaned_data["occurred_at"], now), now, self.cleaned_data["late_reason"])


def initial_from_draft(account_ref: str, key: str, initial: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    """Initial values with a saved draft laid over them, and the draft itself or None."""
    draft = drafts.find(account_ref=account_ref, key=key)
    return (initial | draft.content if draft else initial), draft


def begun(post: QueryDict, account_ref: str, key: str) -> tuple[dict[str, Any], Any]:
    """What a form that is shown starts from: what was typed before another choice was made, else the saved draft."""
    return (typed_in(post), None) if is_choice(post) else initial_from_draft(account_ref, key, {})

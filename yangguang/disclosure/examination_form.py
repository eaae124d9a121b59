"""The form by which a publisher examines a copy: scope, four secrecy questions, each thing that looks like a name, and each
place that its shape alone tells.
"""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.disclosure.comparing import KEPT, Comparison, Judged, Place
from yangguang.disclosure.models import Scope
from yangguang.disclosure.rules.checks import ANSWERS, QUESTIONS
from yangguang.disclosure.use_cases.prepare_publication import Examination

PRIVATE, HARMLESS = "private", "harmless"
GUESS, LOOSE = "guess_", "loose_"
PREVIEW = "preview"  # the button that shows the copy as it would be: nothing is carried out, nothing typed is lost


class ExaminationForm(OfficialForm):
    """Every question is asked; none is answered beforehand. What a shape tells is hidden until somebody says that it stays."""

    scope = forms.ChoiceField(label="公开方式", choices=Scope.choices, widget=forms.RadioSelect, initial=Scope.FULL)
    scope_note = WrittenField(label="公开范围审查意见", most=400, help_text="为什么应当公开、公开到什么程度。")

    def __init__(self, *args: Any, compared: Comparison, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions, self.loose = compared.questions, compared.loose
        kept = {one.original for one in compared.places if one.state == KEPT}
        for code, label in QUESTIONS.items():
            self.fields[code] = forms.ChoiceField(label=label, choices=list(ANSWERS.items()), widget=forms.RadioSelect)
        for name in self.questions:
            self.fields[asked_as(GUESS, name)] = forms.ChoiceField(
                label=f"“{name}”是不是自然人姓名", choices=[(PRIVATE, "是，隐去"), (HARMLESS, "不是，保留")],
                widget=forms.RadioSelect,
            )  # fmt: skip
        for text in self.loose:
            self.fields[asked_as(LOOSE, text)] = forms.ChoiceField(
                label=f"“{text}”是否隐去", choices=[(PRIVATE, "隐去"), (HARMLESS, "保留")], widget=forms.RadioSelect,
                initial=HARMLESS if text in kept else PRIVATE, required=False,
            )  # fmt: skip
        self.fields["also_private"] = WrittenField(
            label="还要隐去的文字", most=400, required=False, lines=True, help_text="每行一处，公开文本中全部隐去。"
        )
        for field in self.fields.values():
            field.error_messages["required"] = f"请填写{field.label}。"

    @property
    def others(self) -> list[BoundField]:
        """Every field that is not asked beside a place of the text."""
        return [bound for bound in self.visible_fields() if not bound.name.startswith((GUESS, LOOSE))]

    def beside(self, compared: Comparison) -> list[tuple[Place, BoundField | None]]:
        """Each place with the question that is asked about it; those that need a person first."""
        asked = {name: self[asked_as(GUESS, name)] for name in self.questions}
        asked |= {text: self[asked_as(LOOSE, text)] for text in self.loose}
        return [(one, None if one.locked else asked.pop(one.original, None)) for one in compared.ordered]

    def so_far(self, post: QueryDict) -> Judged:
        """What is answered in the form as it was sent, complete or not."""
        told = [(name, post.get(asked_as(GUESS, name))) for name in self.questions]
        told += [(text, post.get(asked_as(LOOSE, text))) for text in self.loose]
        also = lines_of(post.get("also_private", ""))
        private = [name for name, answer in told[: len(self.questions)] if answer == PRIVATE]
        return Judged([*private, *also], [name for name, answer in told if answer == HARMLESS])

    def examination(self, before: Examination | None = None) -> Examination:
        """What was answered, with what an earlier version had answered already."""
        given = self.cleaned_data
        judged = {PRIVATE: list(before.private) if before else [], HARMLESS: list(before.harmless) if before else []}
        for name in self.questions:
            judged[given[asked_as(GUESS, name)]].append(name)
        for text in self.loose:
            judged[HARMLESS] = [one for one in judged[HARMLESS] if one != text]
            if given[asked_as(LOOSE, text)] == HARMLESS:
                judged[HARMLESS].append(text)
        also = lines_of(given["also_private"])
        return Examination(
            scope=given["scope"], scope_note=given["scope_note"], secrecy={code: given[code] for code in QUESTIONS},
            private=[*judged[PRIVATE], *also], harmless=judged[HARMLESS],
        )  # fmt: skip


def asked_as(kind: str, text: str) -> str:
    """The name of the field that asks about a text: the same whatever else is asked, so that no answer lands on another text
    when more becomes known between showing the form and sending it.
    """
    return f"{kind}{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def lines_of(typed: str) -> list[str]:
    """The lines of what was typed, without those that say nothing."""
    return [line.strip() for line in typed.splitlines() if line.strip()]

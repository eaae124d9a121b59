"""The form by which a publisher examines a copy: scope, four secrecy questions, and each thing that looks like a name."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.disclosure.models import Scope
from yangguang.disclosure.rules.checks import ANSWERS, QUESTIONS
from yangguang.disclosure.use_cases.prepare_publication import Examination

PRIVATE, HARMLESS = "private", "harmless"


class ExaminationForm(OfficialForm):
    """Every question is asked; none is answered beforehand."""

    scope = forms.ChoiceField(label="公开方式", choices=Scope.choices, widget=forms.RadioSelect, initial=Scope.FULL)
    scope_note = WrittenField(label="公开范围审查意见", most=400, help_text="为什么应当公开、公开到什么程度。")

    def __init__(self, *args: Any, questions: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for code, label in QUESTIONS.items():
            self.fields[code] = forms.ChoiceField(label=label, choices=list(ANSWERS.items()), widget=forms.RadioSelect)
        for place, name in enumerate(questions):
            self.fields[f"guess_{place}"] = forms.ChoiceField(
                label=f"“{name}”是不是自然人姓名", choices=[(PRIVATE, "是，隐去"), (HARMLESS, "不是，保留")],
                widget=forms.RadioSelect,
            )  # fmt: skip
        self.fields["also_private"] = WrittenField(
            label="还要隐去的文字", most=400, required=False, lines=True, help_text="每行一处，公开文本中全部隐去。"
        )
        for field in self.fields.values():
            field.error_messages["required"] = f"请填写{field.label}。"

    def examination(self, before: Examination | None = None) -> Examination:
        """What was answered, with what an earlier version had answered already."""
        given = self.cleaned_data
        judged = {PRIVATE: list(before.private) if before else [], HARMLESS: list(before.harmless) if before else []}
        for place, name in enumerate(self.questions):
            judged[given[f"guess_{place}"]].append(name)
        also = [line.strip() for line in given["also_private"].splitlines() if line.strip()]
        return Examination(
            scope=given["scope"], scope_note=given["scope_note"], secrecy={code: given[code] for code in QUESTIONS},
            private=[*judged[PRIVATE], *also], harmless=judged[HARMLESS],
        )  # fmt: skip

"""询问."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import MinuteField, several
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.acts.witnessing import OF_A_WITNESS, OF_SIGNING, SigningFields, signing_in
from yangguang.cases.use_cases.interview import ROLES, interview
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

QUESTION = re.compile(r"^\s*问[：:]\s*", re.M)
ANSWER = re.compile(r"^\s*答[：:]\s*", re.M)


@form_of("interview")
class InterviewForm(SigningFields, ActForm):
    """Whom, where, until when, what was asked and answered."""

    button = "制作询问笔录"
    done = "笔录已生成。请打印，由被询问人逐页签名后归入签名页。"

    parts: ClassVar[Parts] = (
        ("被询问人、时间和地点", ("person", "person_role", "place", "ended_at")),
        ("询问人", ("officers", "certificate_shown")),
        ("笔录", ("record", "proves")), ("签名和见证", (*OF_SIGNING, *OF_A_WITNESS)), *ActForm.parts,
    )  # fmt: skip

    person = WrittenField(label="被询问人", most=60)
    person_role = forms.ChoiceField(label="身份", choices=list(ROLES.items()))
    place = WrittenField(label="询问地点", most=200)
    ended_at = MinuteField(label="结束时间")
    officers = several("询问人")
    certificate_shown = forms.BooleanField(label="已主动出示执法证件", required=False)
    record = WrittenField(
        label="问和答", most=20000, lines=True, help_text="每问以“问：”开头，每答以“答：”开头，各起一行。"
    )
    proves = WrittenField(label="证明内容", most=400)

    def prepare(self) -> None:
        """The officers assigned are ticked."""
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today
        self.fields["signature"].label = "被询问人签名"

    def clean_record(self) -> list[tuple[str, str]]:
        """Questions with their answers."""
        parts = [part for part in QUESTION.split(self.cleaned_data["record"]) if part.strip()]
        pairs = [tuple(piece.strip() for piece in ANSWER.split(part, maxsplit=1)) for part in parts]
        if not pairs or any(len(pair) != 2 for pair in pairs):
            raise forms.ValidationError("每个“问：”后面应当有一个“答：”。请核对。")
        return pairs  # type: ignore[return-value]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Make the record."""
        told: dict[str, Any] = self.told
        told["questions"] = told.pop("record")
        told["officers"] = officers_named(told["officers"])
        told["signing"] = signing_in(told)
        return interview(actor=actor, at=at, **told)

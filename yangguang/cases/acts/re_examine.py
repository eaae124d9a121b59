"""复核意见: every point answered."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.standing import open_points
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

ANSWERS = (("yes", "采纳"), ("no", "不采纳"))


@form_of("re_examine")
class ReExaminationForm(ActForm):
    """One answer a point; without points the record says so."""

    button = "提交复核意见"
    done = "已复核。决定书会逐条回应。"

    def prepare(self) -> None:
        """The points nobody has answered."""
        self.points = open_points(self.case)
        for number, point in enumerate(self.points, start=1):
            self.fields[f"adopted_{point.pk}"] = forms.ChoiceField(
                label=f"意见{number}：{point.text}", choices=ANSWERS, widget=forms.RadioSelect
            )
            self.fields[f"answer_{point.pk}"] = WrittenField(label=f"意见{number}的复核理由", most=1000, lines=True)

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Answer them all."""
        told = self.cleaned_data
        answers = {p.pk: (told[f"adopted_{p.pk}"] == "yes", told[f"answer_{p.pk}"]) for p in self.points}
        return re_examine(case_id=self.case.pk, answers=answers, actor=actor, at=at, seen_version=told["seen_version"])

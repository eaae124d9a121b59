"""集体讨论."""

from __future__ import annotations

import re
from typing import ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField, YesNoField
from yangguang.base.forms import Parts
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.discuss_collectively import DiscussionFacts, discuss_collectively
from yangguang.directory.api import Account, Role, accounts_holding
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

SPOKEN = re.compile(r"^\s*([^：:]{1,40})[：:](.*)$")


@form_of("discuss_collectively")
class DiscussionForm(ActForm):
    """Who was there, what each said, what was concluded."""

    button = "制作集体讨论笔录"
    done = "集体讨论笔录已归入副卷。"

    parts: ClassVar[Parts] = (
        ("出席人员和意见", ("place", "recorder_name", "opinions")),
        ("结论", ("agrees", "conclusion", "minority")), *ActForm.parts,
    )  # fmt: skip

    place = WrittenField(label="地点", most=200)
    recorder_name = WrittenField(label="记录人", most=60)
    opinions = WrittenField(
        label="各人意见", most=20000, lines=True, help_text="一人一行，先写姓名，再写“：”和意见。传阅签字不能代替讨论。"
    )
    agrees = YesNoField(label="同意代拟稿", help_text="改变处罚内容的选“否”：拟稿退回修改，重新告知和审核。")
    conclusion = WrittenField(label="结论", most=2000, lines=True)
    minority = WrittenField(label="少数意见", most=2000, lines=True, required=False, help_text="没有的不填。")

    def prepare(self) -> None:
        """A line for every head of the body."""
        heads = accounts_holding(Role.AGENCY_HEAD, self.case.body, clock.today())
        self.fields["opinions"].initial = "\n".join(f"{head.name}：" for head in heads)

    def clean_opinions(self) -> list[tuple[str, str]]:
        """Name and words of each."""
        found = [SPOKEN.match(line) for line in self.cleaned_data["opinions"].splitlines() if line.strip()]
        if not found or not all(found):
            raise forms.ValidationError("每行应当是“姓名：意见”。请核对。")
        return [(one[1].strip(), one[2].strip()) for one in found if one]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Keep the record."""
        told = self.told
        case_id, version = told.pop("case_id"), told.pop("seen_version")
        facts = DiscussionFacts(**told)
        return discuss_collectively(case_id=case_id, facts=facts, actor=actor, at=at, seen_version=version)

"""发调查询问书."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.models import NoticeWay
from yangguang.cases.use_cases.issue_interview_notice import issue_interview_notice
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("issue_interview_notice")
class InterviewNoticeForm(ActForm):
    """To whom, when to come where, what to hand over by which day, and how it is told."""

    button = "制作调查询问书"
    done = "调查询问书已生成。书面送达的，请登记送达，提供资料的期限从送达起算。"

    parts: ClassVar[Parts] = (
        ("被调查单位", ("party_ref", "appear_at", "place")), ("需要提供的资料", ("materials", "due_on")),
        ("怎样告知", ("way", "receipt", "officers")), *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {"receipt": "way=message"}
    when_empty: ClassVar[dict[str, str]] = {"materials": "应当写明需要提供的资料。"}

    party_ref = forms.ChoiceField(label="被调查单位")
    appear_at = forms.DateTimeField(
        label="到场时间", input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )  # fmt: skip
    place = WrittenField(label="地点", most=200)
    materials = WrittenField(
        label="资料清单",
        most=2000,
        lines=True,
        help_text="每行一项，如劳动合同、用工名册、考勤、工资台账。",
    )
    due_on = DayField(label="提供资料的期限")
    way = forms.ChoiceField(label="告知方式", choices=NoticeWay.choices)
    receipt = WrittenField(
        label="收悉凭据", most=400, required=False, help_text="号码、时间、对方回复；截图或者录音归入证据。"
    )
    officers = several("执法人员")

    def prepare(self) -> None:
        """Parties and officers of the case."""
        parties = self.case.parties.order_by("position", "pk")
        self.fields["party_ref"].choices = [(p.public_id, p.name) for p in parties]  # type: ignore[attr-defined]
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today
        self.fields["place"].initial = self.case.body.address

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Make the notice."""
        told = self.told | {"officers": officers_named(self.cleaned_data["officers"])}
        return issue_interview_notice(actor=actor, at=at, **told)

"""更换听证人员."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import NamesField, WrittenField, offer
from yangguang.cases.acts.notify_hearing import chairs_of
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.standing import hearing_set
from yangguang.cases.use_cases.replace_hearing_staff import replace_hearing_staff
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("replace_hearing_staff")
class HearingStaffForm(ActForm):
    """Who sits instead, and why."""

    button = "制作更换听证人员通知书"
    done = "更换听证人员通知书已编号，请送达各当事人。"

    chair = forms.ModelChoiceField(queryset=Account.objects.none(), label="听证主持人")
    member_names = NamesField(label="听证员", most=200, required=False)
    clerk_name = WrittenField(label="听证记录员", most=60)
    reason = WrittenField(label="更换的理由", most=400, lines=True)

    def prepare(self) -> None:
        """Those who may preside; who sits now is filled in."""
        offer(self, "chair", chairs_of(self.case))
        if (hearing := hearing_set(self.case)) is not None:
            self.fields["member_names"].initial = hearing.member_names
            self.fields["clerk_name"].initial = hearing.clerk_name
            self.fields["chair"].help_text = f"现在是{hearing.chair.name}。"

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Replace them."""
        return replace_hearing_staff(actor=actor, at=at, **self.told)

"""解除委托代理."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.agents import agents_of, choices
from yangguang.cases.use_cases.end_agency import end_agency
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("end_agency")
class EndAgencyForm(ActForm):
    """Which agent, and why."""

    button = "解除委托"
    done = "已登记。代理人此前办理的事项仍然有效。"

    agent_ref = forms.ChoiceField(label="代理人")
    reason = WrittenField(label="解除原因", most=200)

    def prepare(self) -> None:
        """Those who still act."""
        standing = [one for one in agents_of(self.case) if one.ended_on is None]
        self.fields["agent_ref"].choices = choices(standing)  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it on record."""
        return end_agency(actor=actor, at=at, **self.told)

"""不受理听证申请."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.fields import pending_hearing_choices
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.refuse_hearing import refuse_hearing
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("refuse_hearing")
class RefusalForm(ActForm):
    """Which request, and why it is not taken up."""

    button = "制作不予受理通知书"
    done = "不予受理听证通知书已编号，请送达申请人。"

    request_ref = forms.ChoiceField(label="听证申请")
    reason = WrittenField(label="理由", most=400, lines=True, help_text="不属于听证范围，或者逾期且无正当理由。")

    def prepare(self) -> None:
        """The requests that stand."""
        self.fields["request_ref"].choices = pending_hearing_choices(self.case)  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Say so in writing."""
        return refuse_hearing(actor=actor, at=at, **self.told)

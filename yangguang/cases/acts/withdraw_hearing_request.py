"""记录撤回听证申请."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.fields import pending_hearing_choices
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.withdraw_hearing_request import withdraw_hearing_request
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("withdraw_hearing_request")
class WithdrawalForm(ActForm):
    """The party's own words."""

    button = "登记撤回申请"
    done = "已登记。原申请期没有满的继续计算。"

    request_ref = forms.ChoiceField(label="申请")
    proof = WrittenField(label="撤回申请书或者笔录", most=200)

    def prepare(self) -> None:
        """The requests that stand."""
        self.fields["request_ref"].choices = pending_hearing_choices(self.case)  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        return withdraw_hearing_request(actor=actor, at=at, **self.told)

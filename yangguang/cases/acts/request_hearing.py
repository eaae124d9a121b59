"""记录听证申请."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.cases.acts.record_statement import served_notices
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.request_hearing import request_hearing
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("request_hearing")
class HearingRequestForm(ActForm):
    """Who asks, and when it was posted."""

    button = "登记听证申请"
    done = "已登记。听证举行或者申请撤回以前，不能作出决定。"

    notice_ref = forms.ChoiceField(label="当事人")
    posted_on = DayField(label="交邮日期", required=False, help_text="邮寄的填交邮日期；期满前交邮的不算逾期。")
    late_request_reason = WrittenField(label="逾期的正当理由", most=400, required=False, help_text="期限以内的不填。")

    def prepare(self) -> None:
        """The notices that were served."""
        self.fields["notice_ref"].choices = served_notices(self.case)  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        told["late_reason"] = told.pop("late_request_reason")
        return request_hearing(actor=actor, at=at, **told)

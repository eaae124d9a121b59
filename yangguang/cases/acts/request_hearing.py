"""记录听证申请."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.record_statement import served_notices
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.agents import agents_on, choices
from yangguang.cases.models import AgentPower
from yangguang.cases.use_cases.request_hearing import request_hearing
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment


@form_of("request_hearing")
class HearingRequestForm(ActForm):
    """Who asks, and when it was posted."""

    button = "登记听证申请"
    done = "已登记。听证举行或者申请撤回以前，不能作出决定。"

    notice_ref = forms.ChoiceField(label="当事人")
    posted_on = DayField(label="交邮日期", required=False, help_text="邮寄的填交邮日期；期满前交邮的不算逾期。")
    agent_refs = several("参加听证的代理人", required=False, help_text="当事人可以委托一至二人代理；本人参加的不选。")
    late_request_reason = WrittenField(label="逾期的正当理由", most=400, required=False, help_text="期限以内的不填。")

    def prepare(self) -> None:
        """The notices that were served."""
        self.fields["notice_ref"].choices = served_notices(self.case)  # type: ignore[attr-defined]
        agents = choices(agents_on(self.case, clock.today(), AgentPower.HEARING))
        self.fields["agent_refs"].choices = agents  # type: ignore[attr-defined]
        if not agents:
            del self.fields["agent_refs"]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        told["late_reason"] = told.pop("late_request_reason")
        return request_hearing(actor=actor, at=at, **told)

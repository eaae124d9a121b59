"""记录陈述申辩."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.agents import agents_on, choices
from yangguang.cases.models import AgentPower, Case, StatementWay
from yangguang.cases.standing import current_notices
from yangguang.cases.use_cases.record_statement import record_statement
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment


def served_notices(case: Case) -> list[tuple[str, str]]:
    """The notices that stand and were served, by party."""
    return [
        (n.public_id, f"{n.party.name}（{n.served_on:%Y-%m-%d}送达）") for n in current_notices(case) if n.served_on
    ]


@form_of("record_statement")
class StatementForm(ActForm):
    """Who said what, one point a paragraph."""

    button = "登记陈述申辩"
    done = "已登记。每一点意见都要复核并写明理由。"

    notice_ref = forms.ChoiceField(label="当事人")
    way = forms.ChoiceField(label="方式", choices=StatementWay.choices)
    made_by = WrittenField(label="陈述人", most=80)
    agent_ref = forms.ChoiceField(label="委托代理人", required=False, help_text="由代理人提出的选代理人。")
    points = WrittenField(label="意见", most=10000, lines=True, help_text="一点意见一段，逐段复核。")
    nothing_to_add = forms.BooleanField(label="当事人声明没有补充", required=False)
    late_statement_reason = WrittenField(label="逾期的正当理由", most=400, required=False, help_text="期限以内的不填。")

    def prepare(self) -> None:
        """The notices that were served."""
        self.fields["notice_ref"].choices = served_notices(self.case)  # type: ignore[attr-defined]
        agents = choices(agents_on(self.case, clock.today(), AgentPower.STATEMENT))
        self.fields["agent_ref"].choices = [("", "由当事人提出"), *agents]  # type: ignore[attr-defined]
        if not agents:
            del self.fields["agent_ref"]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        told["points"] = told["points"].splitlines()
        told["late_reason"] = told.pop("late_statement_reason")
        return record_statement(actor=actor, at=at, **told)

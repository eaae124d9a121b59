"""记录回避申请."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

BY = (("party", "当事人申请"), ("officer", "本人声明与本案有利害关系"))


@form_of("request_recusal")
class RecusalForm(ActForm):
    """About whom, by whom, why."""

    button = "登记回避"
    done = "已登记。决定以前调查不停止，但不能作出决定。"

    officer = forms.ChoiceField(label="执法人员")
    by = forms.ChoiceField(label="由谁提出", choices=BY)
    reason = WrittenField(label="利害关系或者申请理由", most=400, lines=True)

    def prepare(self) -> None:
        """The officers of the body."""
        self.fields["officer"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        (officer,) = officers_named([told.pop("officer")])
        by_officer = told.pop("by") == "officer"
        return request_recusal(officer=officer, by_officer=by_officer, actor=actor, at=at, **told)

"""经本机关提交的复议申请: taken in, passed on."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.contested import handed_in_of
from yangguang.cases.models import HandedInOutcome
from yangguang.cases.rules.shares import whom
from yangguang.cases.standing import decisions_of
from yangguang.cases.use_cases.forward_application import forward_application
from yangguang.cases.use_cases.receive_application import IN_FORCE, receive_application
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("receive_application")
class ApplicationForm(ActForm):
    """Who contests which decision, and which body is to decide."""

    button = "登记"
    done = "已登记。维持原决定的，应当按期转送复议机关，到期日见“什么时候到期”。"

    decision_ref = forms.ChoiceField(label="决定")
    applicant = WrittenField(label="申请人", most=120)
    authority = WrittenField(label="复议机关", most=120)
    received_on = DayField(label="收到申请的日期")

    def prepare(self) -> None:
        """The decisions in force, and the body they name."""
        rows = [one for one in decisions_of(self.case) if one.status in IN_FORCE][::-1]
        self.fields["decision_ref"].choices = [(one.public_id, one.number) for one in rows]  # type: ignore[attr-defined]
        if rows:
            self.fields["applicant"].initial = whom(rows[0].content)
            told = rows[0].content.get("remedies") or {}
            self.fields["authority"].initial = told.get("reconsideration_body", "")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        return receive_application(actor=actor, at=at, **self.told)


@form_of("forward_application")
class ForwardingForm(ActForm):
    """Passed on with why the decision is upheld, or put right."""

    button = "办理"
    done = "已办理。转送的，请把申请书、附件和转送函一并送复议机关。"
    parts: ClassVar[Parts] = (
        ("申请", ("application_ref",)), ("处理", ("outcome", "words", "receipt", "late_because")), *ActForm.parts,
    )  # fmt: skip

    application_ref = forms.ChoiceField(label="复议申请")
    outcome = forms.ChoiceField(label="处理", choices=[("", "请选择"), *HandedInOutcome.choices])
    words = WrittenField(label="理由", most=1000, lines=True, help_text="为什么维持，或者怎样改正的。")
    receipt = WrittenField(label="回执", most=120, required=False, help_text="转送的必填：签收人或者邮件号码。")
    late_because = WrittenField(label="逾期原因", most=400, required=False, help_text="没有超过转送期限的不填。")

    def prepare(self) -> None:
        """Those nothing was done with yet."""
        rows = [one for one in handed_in_of(self.case) if one.waits]
        self.fields["application_ref"].choices = [(one.public_id, str(one)) for one in rows]  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Do it."""
        told = self.told
        return forward_application(overdue_reason=told.pop("late_because"), actor=actor, at=at, **told)

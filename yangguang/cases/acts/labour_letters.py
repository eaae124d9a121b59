"""委托审计、请求协助调查."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.entrust_audit import entrust_audit
from yangguang.cases.use_cases.request_investigative_assistance import REASONS, request_investigative_assistance
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("entrust_audit")
class AuditForm(ActForm):
    """Whom, what, by when."""

    button = "制作审计委托书"
    done = "审计委托书已生成。审计报告收到后，请归入证据；委托审计不扣除调查期限。"

    to = WrittenField(label="会计师事务所", most=120)
    scope = WrittenField(label="审计事项", most=2000, lines=True, help_text="每行一项。")
    report_by = DayField(label="出具报告的日期")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Entrust it."""
        return entrust_audit(actor=actor, at=at, **self.told)


@form_of("request_investigative_assistance")
class AssistanceForm(ActForm):
    """Whom, in which situation, with what."""

    button = "签发协助调查函"
    done = "协助调查函已生成。"

    to = WrittenField(label="协助机关", most=120, help_text="公安机关和其他有关部门。")
    reason = forms.ChoiceField(label="情形", choices=list(REASONS.items()))
    wanted = WrittenField(label="协助事项", most=2000, lines=True, help_text="每行一项。")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Ask for it."""
        return request_investigative_assistance(actor=actor, at=at, **self.told)

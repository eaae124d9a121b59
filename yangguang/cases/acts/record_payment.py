"""登记缴款."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.cases.acts.fields import FenField, StoredFileField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import Decision
from yangguang.cases.owing import unpaid_of
from yangguang.cases.rules.shares import whom
from yangguang.cases.use_cases.record_payment import fines_of, record_payment
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures


@form_of("record_payment")
class PaymentForm(ActForm):
    """By the receipt of the collecting agent; the body itself takes no money."""

    button = "登记缴款"
    done = "缴款已登记。"

    decision_ref = forms.ChoiceField(label="决定书")
    amount = FenField(label="金额", max_length=40)
    paid_on = DayField(label="缴款日期")
    payee = WrittenField(label="收款方", most=120, help_text="罚款由代收机构收取，本机关和执法人员不得收取。")
    receipt_number = WrittenField(label="罚款收据编号", most=80)
    proof = StoredFileField(label="收据存件", required=False, help_text="PDF 或者照片，装订入卷。")

    def prepare(self) -> None:
        """What is still unpaid, and who collects."""
        fines = fines_of(self.case)
        self.fields["decision_ref"].choices = [(one.public_id, _words(one)) for one in fines]  # type: ignore[attr-defined]
        if len(fines) < 2:
            self.fields["decision_ref"].widget = forms.HiddenInput()
            self.fields["decision_ref"].required = False
        if fines:
            self.fields["amount"].help_text = f"未缴 {in_figures(unpaid_of(fines[0]))} 元。" if len(fines) == 1 else ""
            self.fields["payee"].initial = (fines[0].content.get("payment") or {}).get("agent", "")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        told["amount_fen"] = told.pop("amount")
        return record_payment(actor=actor, at=at, **told)


def _words(decision: Decision) -> str:
    return f"{decision.number}　{whom(decision.content)}　未缴 {in_figures(unpaid_of(decision))} 元"

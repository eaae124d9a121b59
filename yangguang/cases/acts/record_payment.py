"""登记缴款."""

from __future__ import annotations

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.cases.acts.fields import FenField, StoredFileField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures


@form_of("record_payment")
class PaymentForm(ActForm):
    """By the receipt of the collecting agent; the body itself takes no money."""

    button = "登记缴款"
    done = "缴款已登记。"

    amount = FenField(label="金额", max_length=40)
    paid_on = DayField(label="缴款日期")
    payee = WrittenField(label="收款方", most=120, help_text="罚款由代收机构收取，本机关和执法人员不得收取。")
    receipt_number = WrittenField(label="罚款收据编号", most=80)
    proof = StoredFileField(label="收据存件", required=False)

    def prepare(self) -> None:
        """What is still unpaid, and who collects."""
        decision = self.case.decisions.filter(status="served", fine_fen__gt=0).order_by("-pk").first()
        if decision is not None:
            unpaid = decision.fine_fen - sum(p.amount_fen for p in decision.payments.all())
            self.fields["amount"].help_text = f"未缴 {in_figures(unpaid)} 元。"
            self.fields["payee"].initial = (decision.content.get("payment") or {}).get("agent", "")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        told["amount_fen"] = told.pop("amount")
        return record_payment(actor=actor, at=at, **told)

"""补存票据凭证."""

from __future__ import annotations

from django import forms

from yangguang.cases.acts.fields import StoredFileField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.supply_voucher import supply_voucher
from yangguang.cases.vouchers import lacking_vouchers
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("supply_voucher")
class VoucherForm(ActForm):
    """Which of the lacking ones, and the paper itself."""

    button = "补存入卷"
    done = "凭证已入卷。"

    voucher = forms.ChoiceField(label="凭证")
    proof = StoredFileField(label="凭证存件", help_text="PDF 或者照片，装订入卷。")

    def prepare(self) -> None:
        """What the file lacks."""
        missing = lacking_vouchers(self.case)
        first = [] if len(missing) == 1 else [("", "请选择")]
        self.fields["voucher"].choices = [*first, *((one.ref, one.title) for one in missing)]  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it into the file."""
        return supply_voucher(actor=actor, at=at, **self.told)

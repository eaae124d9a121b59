"""记录放弃陈述申辩、听证."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.record_statement import served_notices
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import WaiverForm
from yangguang.cases.use_cases.waive_rights import waive_rights
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("waive_statement_and_defence")
class WaiverActForm(ActForm):
    """Which rights, in which form, by which paper or recording."""

    button = "登记放弃"
    done = "已登记。原期限以内、决定以前反悔的，恢复其权利。"

    notice_ref = forms.ChoiceField(label="当事人")
    statement = forms.BooleanField(label="放弃陈述、申辩", required=False)
    hearing = forms.BooleanField(label="放弃听证", required=False)
    form = forms.ChoiceField(label="形式", choices=WaiverForm.choices, help_text="只有沉默不是放弃。")
    proof = WrittenField(label="凭据", most=200, help_text="声明书名称，或者录音录像编号。")

    def prepare(self) -> None:
        """The notices that were served."""
        self.fields["notice_ref"].choices = served_notices(self.case)  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        return waive_rights(actor=actor, at=at, **self.told)

"""登记管辖争议: with whom, how it stands."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.record_jurisdiction_dispute import STATES, record_jurisdiction_dispute
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("record_jurisdiction_dispute")
class JurisdictionForm(ActForm):
    """Who else claims or declines the case; again when it is settled."""

    button = "登记"
    done = "已登记。争议没有解决以前，不能作出处罚或者处理决定；调查和保全证据可以继续。"
    parts: ClassVar[Parts] = (("管辖争议", ("state", "other_body", "note")), *ActForm.parts)

    state = forms.ChoiceField(
        label="情况", choices=list(STATES.items()), help_text="确定由其他机关管辖的，请办理“移送有管辖权机关”。"
    )
    other_body = WrittenField(label="对方机关", most=120)
    note = WrittenField(label="经过和依据", most=400, lines=True, help_text="写明协商经过，或者指定管辖文书的文号。")

    def prepare(self) -> None:
        """What was taken down last."""
        known = self.case.circumstances.get("jurisdiction") or {}
        self.fields["state"].initial, self.fields["other_body"].initial = known.get("state"), known.get("with")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Take it down."""
        return record_jurisdiction_dispute(actor=actor, at=at, **self.told)

"""提请结案、提请撤销立案."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import ClosingGround
from yangguang.cases.recordings import unrecorded
from yangguang.cases.use_cases.request_end import request_end
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("request_closing")
class ClosingForm(ActForm):
    """On which ground, in which words; why recordings are missing if they are."""

    button = "提交承办机构负责人审批"
    done = "已提请结案。"

    ground = forms.ChoiceField(label="结案情形", choices=ClosingGround.choices)
    summary = WrittenField(label="结案说明", most=2000, lines=True)
    recording_note = WrittenField(
        label="音像记录缺失的说明", most=400, required=False, help_text="音像记录齐全的不填。"
    )
    opinion = WrittenField(label="承办人意见", most=1000, lines=True)

    def prepare(self) -> None:
        """Which recordings are missing; what was said of them when the case was decided."""
        field, missing = self.fields["recording_note"], unrecorded(self.case)
        if not missing:
            del self.fields["recording_note"]
            return
        field.required = True
        field.help_text = f"没有找到{'、'.join(missing)}当日的音像证据。请先归入证据；确实没有的，写明原因。"

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it before the signers."""
        return request_end(act="close_case", actor=actor, at=at, **self.told)


@form_of("request_opening_annulment")
class AnnulmentForm(ActForm):
    """Why the case should not go on."""

    button = "提交承办机构负责人审批"
    done = "已提请撤销立案。"

    reason = WrittenField(label="撤销立案的理由", most=1000, lines=True)
    opinion = WrittenField(label="承办人意见", most=1000, lines=True)

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it before the signers."""
        return request_end(act="annul_case_opening", actor=actor, at=at, **self.told)

"""提请决定审批."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of, overdue_label
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.recordings import unrecorded
from yangguang.cases.standing import drafts_to_decide
from yangguang.cases.use_cases.issue_decision import TITLES
from yangguang.cases.use_cases.request_decision import request_decision
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("request_decision")
class DecisionRequestForm(ActForm):
    """Which draft, and the handler's opinion. The reason of an overdue term travels with it."""

    button = "提交承办机构负责人审批"
    done = "已提交。机关负责人签署后作出决定。"

    kind = forms.ChoiceField(label="代拟稿")
    recording_note = WrittenField(label="音像记录缺失的说明", most=400, lines=True, required=False)
    opinion = WrittenField(label="承办人意见", most=1000, lines=True)

    def prepare(self) -> None:
        """The drafts of the case; whether its term has passed."""
        kinds = drafts_to_decide(self.case)
        self.fields["kind"].choices = [(kind, TITLES[kind]) for kind in kinds]  # type: ignore[attr-defined]
        self._ask_for_recordings(kinds)
        deciding = next(s for s in FLOWS["penalty"].steps if s.act == "decide_penalty")
        if overdue := overdue_label(self.case, deciding):
            self.fields["overdue_reason"] = WrittenField(
                label="逾期原因", most=400, help_text=f"{overdue}。逾期仍可办理，应当写明原因。"
            )

    def _ask_for_recordings(self, kinds: list[str]) -> None:
        """A penalty is decided on a file whose acts were filmed, or that says why not."""
        missing = unrecorded(self.case)
        if not missing:
            del self.fields["recording_note"]
            return
        field = self.fields["recording_note"]
        field.required = kinds == ["penalty"]
        field.help_text = f"没有找到{'、'.join(missing)}当日的音像证据。请先归入证据；确实没有的，写明原因。"

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it before the signers."""
        return request_decision(actor=actor, at=at, overdue_reason=self.overdue_reason, **self.told)

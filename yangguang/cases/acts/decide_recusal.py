"""决定回避."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.decide_recusal import decide_recusal
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

ANSWERS = (("yes", "应当回避"), ("no", "不需回避"))


@form_of("decide_recusal")
class RecusalDecisionForm(ActForm):
    """Which request, and the head's answer."""

    button = "作出回避决定"
    done = "已决定。应当回避的，请承办机构负责人更换承办人。"

    recusal_id = forms.TypedChoiceField(label="回避申请", coerce=int)
    granted = forms.TypedChoiceField(label="决定", choices=ANSWERS, coerce=lambda value: value == "yes")
    reason = WrittenField(label="理由", most=400, lines=True)

    def prepare(self) -> None:
        """The requests that wait."""
        waiting = self.case.recusals.filter(granted=None).select_related("officer").order_by("pk")
        rows = [(r.pk, f"{r.officer.name}：{r.reason}") for r in waiting]
        self.fields["recusal_id"].choices = rows  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Decide it."""
        return decide_recusal(actor=actor, at=at, **self.told)

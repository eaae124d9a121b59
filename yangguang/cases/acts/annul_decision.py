"""撤销决定."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import DecisionStatus
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("annul_decision")
class DecisionAnnulmentForm(ActForm):
    """Which decision, on which ground, and when the ground came in."""

    button = "撤销决定"
    done = "决定已撤销。已经公开的，应当撤回并公开说明理由。"
    consequence = "撤销后决定失去效力，已经公开的要撤回，已经收缴的要退还。"

    decision_ref = forms.ChoiceField(label="决定")
    reason = WrittenField(label="理由", most=1000, lines=True)
    received_on = DayField(label="收到有关文书的日期")

    def prepare(self) -> None:
        """The decisions that stand."""
        ended = [DecisionStatus.ANNULLED, DecisionStatus.VOIDED]
        rows = self.case.decisions.exclude(status__in=ended).order_by("-pk")
        self.fields["decision_ref"].choices = [(d.public_id, d.number) for d in rows]  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Annul it."""
        return annul_decision(actor=actor, at=at, **self.told)

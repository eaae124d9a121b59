"""查证或者排除证据."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.judge_evidence import judge_evidence
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import evidence_of

RESULTS = (("yes", "查证属实"), ("no", "排除，不得采用"))


@form_of("judge_evidence")
class EvidenceJudgementForm(ActForm):
    """Which evidence, and what came of it."""

    button = "登记查证结果"
    done = "查证结果已登记。"

    evidence_ref = forms.ChoiceField(label="证据")
    verified = forms.TypedChoiceField(label="结果", choices=RESULTS, coerce=lambda value: value == "yes")
    words = WrittenField(label="怎样查证，或者排除的理由", most=400, lines=True)

    def prepare(self) -> None:
        """The evidence of the file that is not excluded, unverified first."""
        rows = evidence_of(self.case.public_id).filter(excluded_on=None).order_by("verified_on", "pk")
        marked = [(e.public_id, f"{e.name}{'（已查证）' if e.verified_on else ''}") for e in rows]
        self.fields["evidence_ref"].choices = marked  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Verify or exclude it."""
        return judge_evidence(actor=actor, at=at, **self.told)

"""说明逾期原因."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import Clock
from yangguang.cases.rules.clocks import KINDS, Effect
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases.explain_overdue import explain_overdue
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("explain_overdue")
class OverdueForm(ActForm):
    """Which term, and why it passed."""

    button = "说明逾期原因"
    done = "逾期原因已写入期限记录。"

    clock_ref = forms.ChoiceField(label="期限")
    reason = WrittenField(label="逾期原因", most=400, lines=True)

    def prepare(self) -> None:
        """The agency's own terms that have passed."""
        rows = Clock.objects.filter(case=self.case, stopped_on=None, still=False).order_by("due_on", "pk")
        late = [
            (row.public_id, KINDS[row.kind].label) for row in rows
            if KINDS[row.kind].effect is Effect.AGENCY_TERM and run_clocks.is_over(row, Moment.now())
        ]  # fmt: skip
        self.fields["clock_ref"].choices = late  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Keep the reason."""
        return explain_overdue(actor=actor, at=at, **self.told)

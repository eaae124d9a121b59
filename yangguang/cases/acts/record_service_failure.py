"""记录送达未果."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.acts.serve_document import to_serve
from yangguang.cases.models import ServiceMethod
from yangguang.cases.use_cases.record_service_failure import record_service_failure
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("record_service_failure")
class ServiceFailureForm(ActForm):
    """Which paper did not reach whom, how it was tried, and why not."""

    button = "登记送达未果"
    done = "已登记。没有送达的文书不起算任何期限。"

    document_ref = forms.ChoiceField(label="文书")
    party_ref = forms.ChoiceField(label="受送达人")
    method = forms.ChoiceField(label="送达方式", choices=ServiceMethod.choices)
    failure = WrittenField(label="没有送达的原因和经过", most=400, lines=True)

    def prepare(self) -> None:
        """Papers and parties of the case."""
        self.fields["document_ref"].choices = to_serve(self.case)  # type: ignore[attr-defined]
        parties = self.case.parties.order_by("position", "pk")
        self.fields["party_ref"].choices = [(p.public_id, p.name) for p in parties]  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """One attempt that failed."""
        return record_service_failure(actor=actor, at=at, **self.told)

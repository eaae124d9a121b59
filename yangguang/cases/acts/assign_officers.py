"""指定承办人."""

from __future__ import annotations

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.use_cases.assign_officers import assign_officers
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("assign_officers")
class AssignForm(ActForm):
    """Who handles the case from now on."""

    button = "指定承办人"
    done = "承办人已更新，原承办人办过的事不受影响。"

    officers = several("承办人", help_text="两名以上，当日证件有效；排在前面的为主办。")
    reason = WrittenField(label="更换原因", most=200, required=False)

    def prepare(self) -> None:
        """The officers of the body, those assigned ticked."""
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Name them."""
        told = self.told | {"officers": officers_named(self.cleaned_data["officers"])}
        return assign_officers(actor=actor, at=at, **told)

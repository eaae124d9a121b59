"""Forms by which the papers of the labour lines are served: each asks for what the chosen way needs."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import DatedForm, Parts
from yangguang.cases.acts.by_way import PROOF, ByWay
from yangguang.cases.kinds.labour.forms.lines import LineForm
from yangguang.cases.serving import address_of, waits
from yangguang.kernel import clock


class ServiceForm(ByWay, LineForm):
    """How a paper of a line was served on its party."""

    parts: ClassVar[Parts] = (PROOF, *DatedForm.parts)

    def prepare(self) -> None:
        """Where its party is to be served, as it confirmed or as the file knows."""
        party = self.line.party
        confirmed = address_of(party, clock.today())
        where = confirmed.address if confirmed is not None and not confirmed.refused else party.address
        self.fields["place"].required = True
        self.fields["place"].initial = self.fields["sent_to"].initial = where
        self.arrange()


class DecisionServiceForm(ServiceForm):
    """How a decision was served, and that it bears the seal."""

    parts: ClassVar[Parts] = (("决定书", ("sealed",)), PROOF, *DatedForm.parts)

    sealed = forms.BooleanField(
        label="决定书已加盖本机关印章", required=False, help_text="应当盖作出决定的机关的印章，不能盖内设机构章。"
    )


class DemandItems(LineForm):
    """What a demand says itself, where it is made ahead of its service."""

    pay_by_on = DayField(label="催告书载明的履行期限", help_text="应当晚于送达之日；可能公告送达的，留足公告期。")
    how = WrittenField(label="履行方式", most=200, lines=True, initial="转入劳动者工资账户，并向本机关提交支付凭证")


class DemandForm(ServiceForm):
    """The demand's own items where it is not made yet, then how it was served."""

    parts: ClassVar[Parts] = (("催告书", ("pay_by_on", "how")), PROOF, *DatedForm.parts)

    pay_by_on = DayField(label="催告书载明的履行期限")
    how = WrittenField(label="履行方式", most=200, lines=True, initial="转入劳动者工资账户，并向本机关提交支付凭证")

    def prepare(self) -> None:
        """A demand that was made ahead is served as it is."""
        super().prepare()
        if waits(getattr(self.line, "demand", None)):
            del self.fields["pay_by_on"], self.fields["how"]

    def given(self) -> dict[str, Any]:
        """What the use case is given."""
        told = self.cleaned_data
        return {name: told[name] for name in ("pay_by_on", "how") if name in told} | {"service": self.service()}

"""提请检查审批."""

from __future__ import annotations

from typing import ClassVar

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.request_inspection import request_inspection
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment


@form_of("request_inspection")
class InspectionRequestForm(ActForm):
    """Where, what for, on which days."""

    button = "提交机关负责人审批"
    done = "已提交。机关负责人签署后可以检查。"
    parts: ClassVar[Parts] = (
        ("检查", ("place", "purpose", "from_day", "until_day")),
        ("意见", ("opinion",)),
        *ActForm.parts,
    )

    place = WrittenField(label="检查地点", most=200)
    purpose = WrittenField(
        label="检查内容和理由", most=1000, lines=True, help_text="查什么、为什么要到现场。能书面核查的不入企检查。"
    )
    from_day = DayField(label="检查开始日期")
    until_day = DayField(label="检查结束日期")
    opinion = WrittenField(label="承办人意见", most=1000, lines=True)

    def prepare(self) -> None:
        """The address of the first party; from today on."""
        party = self.case.parties.order_by("position", "pk").first()
        self.fields["place"].initial = party.address if party else ""
        self.fields["from_day"].initial = self.fields["until_day"].initial = clock.today()

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it before the head."""
        return request_inspection(actor=actor, at=at, **self.told)

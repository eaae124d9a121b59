"""登记投诉人公开参加听证的意愿."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import YesNoField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import StoredFileField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.informants import may_agree_to_be_named
from yangguang.cases.use_cases.record_naming_consent import record_naming_consent
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("record_naming_consent")
class NamingConsentForm(ActForm):
    """Which complainant, whether openly, on which paper; nobody's name is shown."""

    button = "登记意愿"
    done = "已登记，意愿书已经入卷。"

    parts: ClassVar[Parts] = (("本人的意愿", ("informant_ref", "openly", "paper")), *ActForm.parts)

    informant_ref = forms.ChoiceField(label="投诉人", help_text="按登记的次序，不显示姓名；匿名的、举报的不能公开。")
    openly = YesNoField(
        label="本人同意以自己的姓名作为第三人参加听证",
        initial=True,
        help_text="撤回同意的选“否”，以后的文书不再写姓名。",
    )
    paper = StoredFileField(
        label="本人签名的意愿书", help_text="扫描件、照片（PDF、JPG、PNG），写明知道用人单位将看到姓名。"
    )

    def prepare(self) -> None:
        """Those who complained of a wrong of their own, by their place in the lead."""
        rows = may_agree_to_be_named(self.case.public_id)
        self.fields["informant_ref"].choices = [(one.public_id, str(one)) for one in rows]  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it on record."""
        name = str(getattr(self.files.get("paper"), "name", ""))
        return record_naming_consent(actor=actor, at=at, paper_name=name, **self.told)

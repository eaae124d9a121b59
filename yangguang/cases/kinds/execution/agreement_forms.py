"""Forms of an agreement on the execution of a fine."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField, YesNoField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import FenField, StoredFileField
from yangguang.cases.agreements import owed_of
from yangguang.cases.kinds.execution.forms import FineForm, PartsForm
from yangguang.cases.models import AgreementSigner
from yangguang.kernel import clock
from yangguang.kernel.money import in_figures


class AgreementForm(PartsForm):
    """The parts, what is put right, what is remitted for it, and that nobody is harmed."""

    parts: ClassVar[Parts] = (
        ("分阶段履行", ("plan",)), ("补救措施和减免", ("measures", "remitted_fen")),
        ("不损害他人", ("harms", "harmless")), *FineForm.parts,
    )  # fmt: skip

    measures = WrittenField(
        label="当事人采取的补救措施", most=1000, lines=True, required=False, help_text="减免加处罚款的必填。"
    )
    remitted_fen = FenField(label="减免的加处罚款", max_length=40, required=False)
    harms = YesNoField(label="损害公共利益或者他人合法权益")
    harmless = WrittenField(label="不损害的理由", most=1000, lines=True)

    def arrange(self) -> None:
        """How much the parts must cover, and how much may be remitted at most."""
        super().arrange()
        left = owed_of(self.fine, on=clock.today()).additional_fen
        told = f"尚欠加处罚款 {in_figures(left)} 元，罚款本金不能减免。" if left else "没有尚欠的加处罚款，不填。"
        self.fields["remitted_fen"].help_text = told

    def given(self) -> dict[str, Any]:
        """What the use case is given."""
        told = super().given()
        return told | {"remitted_fen": told.get("remitted_fen") or 0}


class AgreementSignedForm(FineForm):
    """Who signed for the party, and the paper both signed."""

    signed_as = forms.ChoiceField(label="签字人身份", choices=[("", "请选择"), *AgreementSigner.choices])
    signed_by = WrittenField(label="当事人方签字人", most=80)
    signed_copy = StoredFileField(label="双方签字、盖章的协议", help_text="扫描件。发生时间填签订之日。")

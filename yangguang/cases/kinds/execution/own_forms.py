"""Forms of a body that executes a fine itself."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField, YesNoField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import FenField, several
from yangguang.cases.acts.register import officers_named, officers_to_choose
from yangguang.cases.kinds.execution.forms import FineForm
from yangguang.cases.standing import officers_on
from yangguang.cases.use_cases.execute import WAYS, Executing
from yangguang.kernel import clock


class OrderForm(FineForm):
    """Why, whether the party has a good reason not to fulfil, and whether anybody stayed it."""

    reason = WrittenField(label="理由", most=1000, lines=True)
    good_reason = YesNoField(
        label="当事人不履行有正当理由", help_text="对照当事人对催告的意见和复核；有正当理由的不作强制执行决定。"
    )
    stayed = YesNoField(label="复议机关或者人民法院已决定停止执行")


class ExecuteForm(FineForm):
    """How, by whom, what came of it and where it went."""

    parts: ClassVar[Parts] = (
        ("执行", ("how", "words", "officers", "certificate_shown", "utility_cut", "stayed", "urgent_reason")),
        ("所得款项", ("amount", "to_treasury", "voucher")), *FineForm.parts,
    )  # fmt: skip

    how = forms.ChoiceField(label="执行方式", choices=[("", "请选择"), *WAYS.items()])
    words = WrittenField(label="执行经过", most=2000, lines=True)
    officers = several("执行人员")
    certificate_shown = forms.BooleanField(label="已主动出示执法证件", required=False)
    utility_cut = YesNoField(label="对居民生活停止供水、供电、供热、供燃气")
    stayed = YesNoField(label="复议机关或者人民法院已决定停止执行")
    urgent_reason = WrittenField(
        label="紧急情况", most=400, required=False, help_text="夜间或者法定节假日实施的必填；其他时间不填。"
    )
    amount = FenField(label="所得款项", max_length=40)
    to_treasury = YesNoField(label="已上缴国库或者划入财政专户")
    voucher = WrittenField(label="上缴凭证", most=200)

    def arrange(self) -> None:
        """The officers of today."""
        officers: Any = self.fields["officers"]
        officers.choices = officers_to_choose(self.fine.case)
        officers.initial = [one.public_id for one in officers_on(self.fine.case, clock.today())]

    def given(self) -> dict[str, Any]:
        """What the use case is given."""
        told = self.facts
        officers = officers_named(told.pop("officers"))
        return {"executing": Executing(amount_fen=told.pop("amount"), **told), "officers": officers}

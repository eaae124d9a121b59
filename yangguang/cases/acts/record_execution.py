"""登记处罚的执行: penalties other than a fine."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.other_executions import left_of
from yangguang.cases.rules.other_penalties import WAYS
from yangguang.cases.rules.severity import LABELS
from yangguang.cases.standing import decisions_of
from yangguang.cases.use_cases.record_execution import CarriedOut, record_execution
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("record_execution")
class PenaltyExecutionForm(ActForm):
    """Which penalty, how, with which voucher."""

    button = "登记执行"
    done = "已登记，执行记录已经制作。"
    parts: ClassVar[Parts] = (
        ("处罚", ("decision_ref", "penalty")), ("执行", ("way", "words", "voucher", "officers")), *ActForm.parts,
    )  # fmt: skip

    decision_ref = forms.ChoiceField(label="决定")
    penalty = forms.ChoiceField(label="处罚种类")
    way = forms.ChoiceField(label="执行方式", choices=[("", "请选择"), *WAYS.items()])
    words = WrittenField(
        label="执行情况", most=2000, lines=True, help_text="时间、地点、经过、清单；核查停业的写明所见。"
    )
    voucher = WrittenField(
        label="处理凭证", most=200, required=False, help_text="没收的必填：缴款书、拍卖成交书、销毁记录的编号。"
    )
    officers = several("执行人员")

    def prepare(self) -> None:
        """What is left to carry out, by the officers assigned today."""
        left = {one: left_of(one) for one in decisions_of(self.case)}
        kinds = dict.fromkeys(kind for rows in left.values() for kind in rows)
        self.fields["decision_ref"].choices = [(one.public_id, one.number) for one, rows in left.items() if rows]  # type: ignore[attr-defined]
        self.fields["penalty"].choices = [(kind, LABELS[kind]) for kind in kinds]  # type: ignore[attr-defined]
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        officers = officers_named(told.pop("officers"))
        done = CarriedOut(**{name: told.pop(name) for name in ("decision_ref", "penalty", "way", "words", "voucher")})
        return record_execution(done=done, officers=officers, actor=actor, at=at, **told)

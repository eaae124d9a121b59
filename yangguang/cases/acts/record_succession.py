"""登记当事人变更: merged, split, renamed, dissolved with a successor."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import PartyKind
from yangguang.cases.rules.succession import SUCCESSIONS
from yangguang.cases.use_cases.record_succession import Successor, record_succession
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

NOW = ("name", "code", "legal_representative", "address", "phone")


@form_of("record_succession")
class SuccessionForm(ActForm):
    """Which party, what happened, who it is now."""

    button = "登记变更"
    done = "已登记。以后的文书使用变更后的名称，以前的文书不改动；未履行的义务由变更后的单位履行。"
    consequence = "没有承受人也没有财产的，不在这里登记，请办理终结执行。"
    parts: ClassVar[Parts] = (
        ("变更情形", ("party_ref", "kind", "effective_on", "proof")), ("变更后的单位", NOW), *ActForm.parts,
    )  # fmt: skip

    party_ref = forms.ChoiceField(label="当事人")
    kind = forms.ChoiceField(
        label="变更情形", choices=[("", "请选择"), *((k.value, w) for k, w in SUCCESSIONS.items())]
    )
    effective_on = DayField(label="变更生效日期")
    proof = WrittenField(
        label="依据的文书", most=400, lines=True, help_text="如：登记机关准予变更登记通知书、合并协议。"
    )
    name = WrittenField(label="名称", most=120)
    code = WrittenField(label="统一社会信用代码", most=30, required=False, help_text="名称变更而代码不变的不填。")
    legal_representative = WrittenField(label="法定代表人或者负责人", most=60, required=False, help_text="不变的不填。")
    address = WrittenField(label="住所", most=200, required=False, help_text="不变的不填。")
    phone = WrittenField(label="联系电话", most=40, required=False)

    def prepare(self) -> None:
        """The parties that are no persons."""
        rows = self.case.parties.exclude(kind=PartyKind.PERSON).order_by("position", "pk")
        self.fields["party_ref"].choices = [(one.public_id, one.name) for one in rows]  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        named = {one: told.pop(one) for one in ("party_ref", "kind", "effective_on", "proof", *NOW)}
        return record_succession(successor=Successor(**named), actor=actor, at=at, **told)

"""What every form asks about a witness, and about whoever would not sign: the same fields under every record."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import DatedForm
from yangguang.cases.rules.witnesses import REFUSED_TO_SIGN, SIGNED, Signing, Witness

OF_A_WITNESS = ("witness", "witness_unit", "witness_relation", "witness_contact", "witness_signature")
OF_SIGNING = ("signature", "refusal_note")
SIGNATURES = [(SIGNED, "签名"), (REFUSED_TO_SIGN, "拒绝签名，已注明")]


class WitnessFields(DatedForm):
    """Who stood by; all of it is left empty where nobody did."""

    shown_when: ClassVar[dict[str, str]] = dict.fromkeys(OF_A_WITNESS[1:], "witness=*")

    witness = WrittenField(
        label="见证人姓名", most=80, required=False, help_text="没有见证人的不填；填写姓名后再填其他各项。"
    )
    witness_unit = WrittenField(label="见证人单位", most=120, required=False)
    witness_relation = WrittenField(
        label="见证人身份", most=80, required=False, help_text="例如：社区工作人员、物业管理人员。"
    )
    witness_contact = WrittenField(label="见证人联系方式", most=80, required=False, help_text="电话或者住址。")
    witness_signature = forms.ChoiceField(
        label="见证人签名", choices=[("", "—"), (SIGNED, "签名"), (REFUSED_TO_SIGN, "拒绝签名")], required=False
    )


class SigningFields(WitnessFields):
    """Whether whoever was there signs the record, and what the officers note where not."""

    shown_when: ClassVar[dict[str, str]] = WitnessFields.shown_when | {"refusal_note": f"signature={REFUSED_TO_SIGN}"}

    signature = forms.ChoiceField(label="在场人签名", choices=SIGNATURES)
    refusal_note = WrittenField(
        label="拒绝签名的情况", most=200, required=False, help_text="谁、以何种理由拒绝签名；可以邀请见证人签名。"
    )


def witness_in(told: dict[str, Any]) -> Witness:
    """The witness among cleaned values, which are taken out of them."""
    name, unit, relation, contact, signature = (str(told.pop(one, "") or "").strip() for one in OF_A_WITNESS)
    return Witness(name, unit, relation, contact, signature)


def signing_in(told: dict[str, Any]) -> Signing:
    """How the record was signed, taken out of cleaned values."""
    witness = witness_in(told)
    return Signing(str(told.pop("signature", "")), str(told.pop("refusal_note", "")).strip(), witness)

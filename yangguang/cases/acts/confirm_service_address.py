"""确认送达地址."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import StoredFileField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import ElectronicWay, Party
from yangguang.cases.presentation.serving import addresses_of
from yangguang.cases.serving import recipients_of, recipients_to_choose
from yangguang.cases.use_cases.confirm_service_address import AddressFacts, confirm_service_address
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment


@form_of("confirm_service_address")
class AddressForm(ActForm):
    """Where the party wants its papers, whether electronically, or that it refused to say."""

    button = "登记送达地址"
    done = "已登记，确认书已入卷。打印后请当事人签名，归入签名页。"
    parts: ClassVar[Parts] = (
        ("谁的送达地址", ("party_ref", "consequences_told")),
        ("送达地址", ("address", "recipient", "phone")),
        ("电子送达", ("consents", "electronic_way", "electronic_address")),
        ("签名", ("signed_by", "signed_copy")), ("拒绝确认", ("refused", "refused_because")), *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {
        "electronic_way": "consents=true", "electronic_address": "consents=true", "refused_because": "refused=true",
    }  # fmt: skip

    party_ref = forms.ChoiceField(label="当事人")
    consequences_told = forms.BooleanField(
        label="已说明拒收文书、变更地址不告知的后果", required=False, help_text="后果写在确认书上。"
    )
    address = WrittenField(label="送达地址", most=200, required=False, help_text="拒绝确认的不填。")
    recipient = WrittenField(label="收件人或者指定的代收人", most=80, required=False)
    phone = WrittenField(label="联系电话", most=40, required=False)
    consents = forms.BooleanField(
        label="同意电子送达", required=False, help_text="有签名的确认书才能电子送达；到达对方系统的日期为送达日期。"
    )
    electronic_way = forms.ChoiceField(
        label="电子送达方式", choices=[("", "请选择"), *ElectronicWay.choices], required=False
    )
    electronic_address = WrittenField(
        label="电子送达地址", most=200, required=False, help_text="邮箱、传真号、手机号或者账户。"
    )
    signed_by = WrittenField(label="签名人", most=80, required=False)
    signed_copy = StoredFileField(
        label="签名的确认书", required=False, help_text="照片或者扫描件；也可以稍后归入确认书的签名页。"
    )
    refused = forms.BooleanField(
        label="当事人拒绝确认送达地址", required=False, help_text="注明情况即可；按案卷记载的住所送达，不能电子送达。"
    )
    refused_because = WrittenField(label="拒绝确认的情况", most=400, lines=True, required=False)

    def prepare(self) -> None:
        """The parties; the address and telephone the file knows of the first."""
        parties = recipients_of(self.case)
        self.fields["party_ref"].choices = recipients_to_choose(self.case)  # type: ignore[attr-defined]
        if len(parties) == 1 and isinstance(parties[0], Party):
            self.fields["address"].initial, self.fields["phone"].initial = parties[0].address, parties[0].phone

    def aside(self) -> dict[str, Any]:
        """What each party confirmed before; a new confirmation takes its place."""
        return {"title": "现在的送达地址", "note": "", "rows": addresses_of(self.case, clock.today()),
                "source": "重新确认的，自确认之日起按新地址送达，原确认书留在卷内。"}  # fmt: skip

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Keep it, and make the paper."""
        told = self.cleaned_data
        known = {name: told[name] for name in AddressFacts.__dataclass_fields__ if name in told}
        facts = AddressFacts(**known, refusal=told["refused_because"])
        return confirm_service_address(
            case_id=self.case.pk, party_ref=told["party_ref"], facts=facts, actor=actor, at=at,
            seen_version=told["seen_version"],
        )  # fmt: skip

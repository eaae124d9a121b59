"""当场交付, 当场收缴: how the decision reaches the party, and the fine the officers."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import StoredFileField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.acts.serve_document import channel_of
from yangguang.cases.kinds.summary.gates import fined_decision, party_of
from yangguang.cases.models import CollectionGround, ElectronicWay
from yangguang.cases.owing import fine_now
from yangguang.cases.rules import on_the_spot as rules
from yangguang.cases.serving import consent_of
from yangguang.cases.use_cases.collect_on_the_spot import Collecting, collect_on_the_spot
from yangguang.cases.use_cases.confirm_service_address import AddressFacts
from yangguang.cases.use_cases.deliver_on_the_spot import Delivery, Electronic, deliver_on_the_spot
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.records.api import Document

SENT = ("arrival", "proof_number", "proof", "online_channel")
CONSENT = ("electronic_way", "electronic_address", "consequences_told", "signed_by", "signed_copy")


@form_of("deliver_on_the_spot")
class DeliveryForm(ActForm):
    """Signed for, the refusal noted on the decision, or sent at once where the party consents."""

    button = "已当场交付"
    done = "已交付。缴款和复议期限从今天起算。"

    parts: ClassVar[Parts] = (
        ("交付", ("recipient", "refused_to_sign", "refusal_note", "sent")), ("电子送达", SENT), ("当场同意", CONSENT), *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {
        "refusal_note": "refused_to_sign=true", "recipient": "refused_to_sign=false",
    } | dict.fromkeys((*SENT, *CONSENT), "sent=true")  # fmt: skip

    recipient = WrittenField(label="签收人", most=60, required=False)
    refused_to_sign = forms.BooleanField(label="当事人拒绝签收", required=False, help_text="在决定书上注明即为交付。")
    refusal_note = WrittenField(label="在决定书上注明的情况", most=300, lines=True, required=False)
    sent = forms.BooleanField(
        label="当事人同意电子送达，已经当场发出", required=False, help_text="应当有签名的送达地址确认书和到达的回执。"
    )
    arrival = forms.ChoiceField(
        label="到达情况",
        choices=[("", "请选择"), ("arrived", "已经到达"), ("bounced", "退回，没有到达")],
        required=False,
    )
    proof_number = WrittenField(label="到达回执编号", most=80, required=False)
    proof = StoredFileField(label="到达回执存件", required=False, help_text="编号和存件至少有一样。")
    online_channel = WrittenField(label="告知的网上复议渠道", most=200, required=False)
    electronic_way = forms.ChoiceField(
        label="电子送达方式", choices=[("", "请选择"), *ElectronicWay.choices], required=False
    )
    electronic_address = WrittenField(
        label="电子送达地址", most=200, required=False, help_text="邮箱、传真号、手机号或者账户；以前确认过的不填。"
    )
    consequences_told = forms.BooleanField(label="已说明拒收文书、变更地址不告知的后果", required=False)
    signed_by = WrittenField(label="签名人", most=80, required=False)
    signed_copy = StoredFileField(label="签名的确认书", required=False, help_text="照片或者扫描件。")

    def prepare(self) -> None:
        """A person signs for itself."""
        party = party_of(self.case)
        if party is not None:
            self.fields["recipient"].initial = party.name if party.kind == "person" else party.legal_representative
            agreed = consent_of(party, clock.today())
            known = f"已经确认：{agreed.electronic_address}，不用再填。" if agreed is not None else ""
            self.fields["electronic_address"].help_text = known or self.fields["electronic_address"].help_text
        self.fields["online_channel"].initial = channel_of(self.case)

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Hand it over."""
        told = self.cleaned_data
        facts = Delivery(
            told["recipient"], told["refused_to_sign"], told["refusal_note"], self._sent() if told["sent"] else None
        )
        return deliver_on_the_spot(
            case_id=self.case.pk, delivery=facts, seen_version=told["seen_version"], actor=actor, at=at
        )

    def _sent(self) -> Electronic:
        """How it was sent; a consent given there and then names the address of the file beside the electronic one."""
        told, party = self.cleaned_data, party_of(self.case)
        consent = AddressFacts(
            address=party.address if party else "", consents=True, **{name: told[name] for name in CONSENT}
        )  # fmt: skip
        given = any(told[name] for name in CONSENT)
        return Electronic(**{name: told[name] for name in SENT}, consent=consent if given else None)

    def aside(self) -> dict[str, Any]:
        """Which decision it is."""
        rows = [("决定书", one.number) for one in self.case.decisions.filter(status="decided")]
        return {"title": "要交付的决定书", "note": "", "rows": rows, "source": ""}

    @property
    def to_print(self) -> list[Document]:
        """The decision, to be printed and signed."""
        return [one.document for one in self.case.decisions.filter(status="decided") if one.document]


@form_of("collect_on_the_spot")
class CollectionForm(ActForm):
    """In which of the three cases, against which receipt."""

    button = "登记当场收缴"
    done = "已登记。请在期限内交机关。"

    parts: ClassVar[Parts] = (
        ("收缴", ("ground", "reason", "asked_by_party", "receipt_number", "proof")), ("水上收缴", ("afloat", "ashore_on")),
        *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {
        "reason": "ground=hard_to_execute|remote", "asked_by_party": "ground=remote", "ashore_on": "afloat=true",
    }  # fmt: skip

    ground = forms.ChoiceField(label="当场收缴情形")
    reason = WrittenField(label="理由", most=400, lines=True, required=False)
    asked_by_party = forms.BooleanField(label="当事人提出当场缴纳", required=False)
    receipt_number = WrittenField(label="财政专用票据编号", most=80, help_text="不出具专用票据的，当事人有权拒绝缴纳。")
    proof = StoredFileField(
        label="专用票据存件", required=False, help_text="PDF 或者照片，装订入卷；归档以前应当补齐。"
    )
    afloat = forms.BooleanField(label="在水上收缴", required=False)
    ashore_on = DayField(label="抵岸日期", required=False)

    def prepare(self) -> None:
        """How much, and which of the three cases it can be: a larger fine is never a small one."""
        grounds = list(CollectionGround.choices)
        if (decision := fined_decision(self.case)) is not None:
            small = rules.small_fine_fen(decision.decided_on)
            told = f"收缴 {in_figures(fine_now(decision))} 元。小额指 {in_figures(small)} 元以下，限当场处罚。"
            self.fields["ground"].help_text = told
            if decision.fine_fen > small:
                grounds = [one for one in grounds if one[0] != CollectionGround.SMALL_FINE]
        self.fields["ground"].choices = [("", "请选择"), *grounds]  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Collect it."""
        told = self.told
        seen, case_id = told.pop("seen_version"), told.pop("case_id")
        return collect_on_the_spot(
            case_id=case_id, collecting=Collecting(**told), seen_version=seen, actor=actor, at=at
        )

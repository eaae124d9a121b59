"""追加当事人."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.counterpart_forms import WhoseCode
from yangguang.cases.models import PartyKind
from yangguang.cases.rules.opening import PartyFacts
from yangguang.cases.use_cases.add_party import add_party
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("add_party")
class PartyForm(WhoseCode, ActForm):
    """Who, and why it becomes a party."""

    button = "追加当事人"
    done = "已追加。告知、申辩、送达对每个当事人分别进行。"

    kind = forms.ChoiceField(label="类别", choices=PartyKind.choices)
    party_name = WrittenField(label="姓名或者名称", most=120)
    party_code = WrittenField(label="证件号码或者统一社会信用代码", most=30, required=False)
    legal_representative = WrittenField(label="法定代表人或者负责人", most=60, required=False, help_text="公民不填。")
    address = WrittenField(label="住址或者住所", most=200)
    phone = WrittenField(label="联系电话", most=40, required=False)
    reason = WrittenField(
        label="追加的理由", most=400, lines=True, help_text="例如：系直接负责的主管人员，依法应当一并处罚。"
    )

    def prepare(self) -> None:
        """Ask where the code is known under another name."""
        self.ask_whose("party_name", "party_code")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Add it."""
        told = self.told
        facts = PartyFacts(
            told["kind"], told["party_name"], told["party_code"], told["legal_representative"], told["address"],
            told["phone"],
        )  # fmt: skip
        return add_party(
            case_id=told["case_id"], facts=facts, reason=told["reason"], actor=actor, at=at,
            seen_version=told["seen_version"],
        )  # fmt: skip

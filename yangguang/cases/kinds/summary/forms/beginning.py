"""当场查处: who came, whom they met, what is certain, on one page that fits a phone."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base import vault
from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import DatedForm, Parts
from yangguang.cases.acts.fields import several
from yangguang.cases.counterpart_forms import WhoseCode
from yangguang.cases.kinds.labour.forms.listed import known_violations
from yangguang.cases.kinds.labour.queries import in_whose_name
from yangguang.cases.models import PartyKind
from yangguang.cases.rules import on_the_spot as rules
from yangguang.cases.rules.opening import PartyFacts
from yangguang.cases.use_cases.begin_on_the_spot import Scene
from yangguang.directory.api import Account, Officer
from yangguang.kernel import clock
from yangguang.kernel.money import in_figures


class BeginningForm(WhoseCode):
    """Two certified officers, certificates shown, the party's papers checked, the violation of the list."""

    parts: ClassVar[Parts] = (
        ("执法人员", ("officers", "certificate_shown")),
        ("当事人", (
            "party_kind", "party_name", "party_code", "same_party", "legal_representative", "address", "phone",
        )),
        ("违法行为", ("violation_code", "place", "began_on", "ended_on", "found", "picture", "facts_certain")),
        *DatedForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {"legal_representative": "party_kind=organisation|individual_business"}
    free_when_shown = frozenset(shown_when)

    officers = several("在场执法人员", help_text="两名以上，证件当日有效。")
    certificate_shown = forms.BooleanField(label="已主动出示执法证件，表明身份", required=False)
    party_kind = forms.ChoiceField(label="当事人类别", choices=PartyKind.choices)
    party_name = WrittenField(label="姓名或者名称", most=120)
    party_code = WrittenField(
        label="公民身份号码或者统一社会信用代码", most=30, help_text="当场查验证件后填写。",
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "spellcheck": "false"}),
    )  # fmt: skip
    legal_representative = WrittenField(label="法定代表人或者负责人", most=60, required=False)
    address = WrittenField(label="住址或者住所", most=200)
    phone = WrittenField(label="联系电话", most=40, required=False, widget=forms.TextInput(attrs={"inputmode": "tel"}))
    violation_code = forms.ChoiceField(label="违法行为", help_text="取自施行中的裁量基准。")
    place = WrittenField(label="违法行为地点", most=200)
    began_on = DayField(label="违法行为发生日")
    ended_on = DayField(label="违法行为终了日", required=False, help_text="仍在继续的不填。")
    found = WrittenField(label="违法事实", most=2000, lines=True, help_text="时间、地点、人数、行为和现场查到的证据。")
    picture = forms.FileField(
        label="现场照片、录像", required=False, widget=forms.FileInput(attrs={"accept": "image/*,video/*"})
    )
    facts_certain = forms.BooleanField(label="违法事实确凿，不需要进一步调查", required=False)

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_whose("party_name", "party_code")
        body, acting = in_whose_name(account, clock.today())
        bodies = [one.pk for one in (body, acting) if one]
        found = Officer.objects.filter(body_id__in=bodies, left_on=None).order_by("pk")
        known = sorted(found, key=lambda one: one.unit_id != account.unit_id)  # who works together stands first
        own = [one.public_id for one in known if one.account_id == account.pk]
        fields: dict[str, Any] = self.fields
        fields["officers"].choices = [(one.public_id, f"{one.name}（{one.post}）") for one in known]
        fields["officers"].initial = own
        fields["violation_code"].choices = [("", "请选择"), *known_violations(body, clock.today())]
        fields["began_on"].initial = clock.today()

    @property
    def limits(self) -> str:
        """What may be decided on the spot today, in one line: it stands above the form."""
        person, other = (in_figures(rules.cap_fen(kind, clock.today())) for kind in ("person", "organisation"))
        return f"简易程序：警告，或者罚款——对公民、个体工商户 {person} 元以下，对法人、其他组织 {other} 元以下"

    def scene(self) -> Scene:
        """What was found."""
        told = self.cleaned_data
        upload = told["picture"]
        return Scene(
            violation_code=told["violation_code"], place=told["place"], facts=told["found"], began_on=told["began_on"],
            ended_on=told["ended_on"], facts_certain=told["facts_certain"], certificate_shown=told["certificate_shown"],
            content=vault.content_of(upload) if upload else None, file_name=upload.name if upload else "",
        )  # fmt: skip

    def party(self) -> PartyFacts:
        """Whom they met."""
        told = self.cleaned_data
        return PartyFacts(
            kind=told["party_kind"], name=told["party_name"], code=told["party_code"], address=told["address"],
            legal_representative=told["legal_representative"], phone=told["phone"],
        )  # fmt: skip

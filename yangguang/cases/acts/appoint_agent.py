"""登记委托代理人."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import StoredFileField, several
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import AgentPower, Authority
from yangguang.cases.use_cases.appoint_agent import AgentFacts, appoint_agent
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("appoint_agent")
class AgentForm(ActForm):
    """Who acts for which party, how far, from when until when, on which paper."""

    button = "登记代理人"
    done = "已登记。授权委托书已经入卷。"

    parts: ClassVar[Parts] = (
        ("代理人", ("party_ref", "name", "position", "person_id", "phone")),
        ("授权", ("authority", "powers", "special_powers", "from_on", "until_on", "paper")), *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {"special_powers": "authority=special"}

    party_ref = forms.ChoiceField(label="委托人")
    name = WrittenField(label="姓名", most=60)
    position = WrittenField(label="身份", most=60, required=False, help_text="如律师、本单位人事经理、近亲属。")
    person_id = WrittenField(label="身份证号码", most=30, required=False, help_text="加密保存，不显示。")
    phone = WrittenField(label="联系电话", most=40, required=False)
    authority = forms.ChoiceField(label="授权种类", choices=Authority.choices)
    powers = several("代理权限", choices=AgentPower.choices, help_text="参加听证的代理人一至二人。")
    special_powers = WrittenField(label="特别授权事项", most=400, lines=True, required=False)
    from_on = DayField(label="委托起始日")
    until_on = DayField(label="委托截止日", required=False, help_text="到本案办结为止的不填。")
    paper = StoredFileField(label="授权委托书", help_text="签名或者盖章的扫描件、照片（PDF、JPG、PNG）。")

    def prepare(self) -> None:
        """The parties of the case."""
        parties = self.case.parties.order_by("position", "pk")
        self.fields["party_ref"].choices = [(p.public_id, p.name) for p in parties]  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it on record."""
        told = self.told
        paper = told.pop("paper")
        case_id, seen, party = told.pop("case_id"), told.pop("seen_version"), told.pop("party_ref")
        return appoint_agent(
            case_id=case_id, party_ref=party, agent=AgentFacts(**told), paper=paper, actor=actor, at=at,
            paper_name=str(getattr(self.files.get("paper"), "name", "")), seen_version=seen,
        )  # fmt: skip

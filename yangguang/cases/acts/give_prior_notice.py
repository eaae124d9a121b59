"""处罚事先告知, and once more when it changed."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.proposal import ProposalForm
from yangguang.cases.acts.register import form_of
from yangguang.cases.use_cases.give_prior_notice import give_prior_notice
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("give_prior_notice", "give_prior_notice_again")
class PriorNoticeForm(ProposalForm):
    """What is proposed and which rights are told."""

    button = "制作告知书"
    done = "告知书已编号。送达后陈述申辩期和听证申请期才起算。"

    parts: ClassVar[Parts] = (
        ("拟作出的处罚", ("penalties", "fine", "confiscated")),
        ("依据和理由", ("basis", "several_acts", "reasons", "comparison")),
        ("裁量", ("tier", "tier_reasons", "leniency", "outside_reason")),
        ("权利告知", ("hearing_told", "new_facts")), *ProposalForm.parts,
    )  # fmt: skip

    hearing_told = forms.BooleanField(
        label="告知听证权利", required=False, help_text="达到较大数额等听证范围的必须告知；没有达到的也可以自愿告知。"
    )
    new_facts = WrittenField(
        label="重新告知的新事实", most=1000, lines=True, required=False,
        help_text="只有补充调查取得与申辩无关的新事实，才可以告知更重的处罚。",
    )  # fmt: skip

    def prepare(self) -> None:
        """The first notice has no earlier one to differ from."""
        super().prepare()
        if not self.case.notices.exists():
            del self.fields["new_facts"]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """One notice for each party."""
        told = self.cleaned_data
        return give_prior_notice(
            case_id=self.case.pk, proposal=self.proposal, hearing_told=told["hearing_told"], actor=actor, at=at,
            new_facts=told.get("new_facts", ""), overdue_reason=self.overdue_reason, seen_version=told["seen_version"],
        )  # fmt: skip

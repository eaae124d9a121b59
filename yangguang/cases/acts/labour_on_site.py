"""当场纠正、按劳动者证据认定."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.acts.witnessing import OF_A_WITNESS, OF_SIGNING, SigningFields, signing_in
from yangguang.cases.use_cases.find_by_worker_evidence import find_by_worker_evidence
from yangguang.cases.use_cases.rectify_on_the_spot import rectify_on_the_spot
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import evidence_of


@form_of("rectify_on_the_spot")
class OnTheSpotForm(SigningFields, ActForm):
    """Where, what was wrong, how it was put right there and then."""

    button = "制作当场纠正记录"
    done = "记录已生成。请打印，由在场人签名后归入签名页。"

    parts: ClassVar[Parts] = (
        ("地点和在场人", ("place", "present")), ("检查人", ("officers", "certificate_shown")),
        ("当场纠正", ("facts_plain", "violation", "rectified")), ("签名和见证", (*OF_SIGNING, *OF_A_WITNESS)), *ActForm.parts,
    )  # fmt: skip

    place = WrittenField(label="检查地点", most=200)
    present = WrittenField(label="在场人", most=200)
    officers = several("检查人")
    certificate_shown = forms.BooleanField(label="已主动出示执法证件", required=False)
    facts_plain = forms.BooleanField(label="事实清楚、证据确凿、可以当场处理", required=False)
    violation = WrittenField(label="违法行为", most=4000, lines=True)
    rectified = WrittenField(label="当场改正情况", most=2000, lines=True)

    def prepare(self) -> None:
        """The officers assigned are ticked."""
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Make the record."""
        told = self.told | {"officers": officers_named(self.cleaned_data["officers"])}
        told["signing"] = signing_in(told)
        return rectify_on_the_spot(actor=actor, at=at, **told)


@form_of("find_by_worker_evidence")
class WorkerEvidenceForm(ActForm):
    """The fact, the evidence of workers, what the employer failed to hand over, or that it fled."""

    button = "认定并制作记录"
    done = "已认定，事实已加入“认定事实”。"

    parts: ClassVar[Parts] = (
        ("认定的事实和证据", ("fact", "evidence_refs")), ("单位没有举证", ("default", "fled_how")),
        ("承办", ("officers",)), *ActForm.parts,
    )  # fmt: skip

    fact = WrittenField(label="认定的事实", most=2000, lines=True)
    evidence_refs = several("劳动者的证据")
    default = WrittenField(
        label="单位逾期未举证的情况", most=1000, lines=True, help_text="何时通知、期限何时届满、没有提供什么。"
    )
    fled_how = WrittenField(label="逃匿的情况", most=1000, lines=True, required=False, help_text="没有逃匿的不填。")
    officers = several("执法人员")

    def prepare(self) -> None:
        """The evidence of the file and the officers assigned."""
        rows = evidence_of(self.case.public_id).filter(excluded_on=None).order_by("pk")
        words = [(one.public_id, f"{one.name}（{one.get_kind_display()}）") for one in rows]
        self.fields["evidence_refs"].choices = words  # type: ignore[attr-defined]
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Find it."""
        told = self.told | {"officers": officers_named(self.cleaned_data["officers"])}
        return find_by_worker_evidence(actor=actor, at=at, **told)

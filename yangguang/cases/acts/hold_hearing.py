"""举行听证."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import NamesField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import MinuteField, several
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import Signing
from yangguang.cases.standing import hearing_set
from yangguang.cases.third_parties import told_on
from yangguang.cases.use_cases._hearing_room import ThirdParty
from yangguang.cases.use_cases.hold_hearing import HearingFacts, hold_hearing
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.api import evidence_of


@form_of("hold_hearing")
class HearingForm(ActForm):
    """Who came, what was put forward, examined and answered, how the record was checked."""

    button = "制作听证笔录"
    done = "听证笔录已生成。请打印，由当事人或者代理人、第三人和听证人员逐页签名后归入；当事人的意见等候逐条复核。"

    parts: ClassVar[Parts] = (
        ("时间和到场人员", ("ended_at", "attended_names", "agent_names", "third_parties", "waived_names")),
        ("举证、质证和申辩", ("said", "examined_refs", "points")),
        ("笔录核对", ("signing", "refused_names", "refusal_note")),
        ("听证报告", ("opinion",)), *ActForm.parts,
    )  # fmt: skip
    shown_when: ClassVar[dict[str, str]] = {"refusal_note": "signing=refused", "refused_names": "signing=refused"}

    ended_at = MinuteField(label="结束时间")
    attended_names = NamesField(label="当事人一方到场人员", most=200)
    agent_names = NamesField(label="其中的代理人", most=200, required=False, help_text="当事人可以委托一至二人代理。")
    third_parties = WrittenField(
        label="到场的第三人",
        most=2000,
        lines=True,
        required=False,
        help_text="一行一人，写成“姓名：与案件的利害关系”，单位写成“名称（单位）：利害关系”。",
    )
    waived_names = NamesField(
        label="同意如期举行的第三人", most=200, required=False,
        help_text="没有依法提前收到通知，但到场并同意如期举行的，写明姓名；没有的不填。",
    )  # fmt: skip
    said = WrittenField(
        label="笔录",
        most=30000,
        lines=True,
        help_text="调查人员提出的事实、证据和处罚建议，当事人的申辩和质证，依次写明。",
    )
    examined_refs = several("经质证的证据", help_text="没有质证的证据，不能作为听证后决定的根据。")
    points = WrittenField(
        label="当事人的意见", most=10000, lines=True, required=False, help_text="一点意见一段，听证以后逐段复核。"
    )
    signing = forms.ChoiceField(label="笔录核对", choices=[("", "请选择"), *Signing.choices])
    refused_names = NamesField(label="拒绝签名的人", most=200, required=False, help_text="其他参加人仍应当逐页签名。")
    refusal_note = WrittenField(label="主持人的注明", most=400, required=False, help_text="拒绝签字或者盖章的情况。")
    opinion = WrittenField(label="听证意见", most=6000, lines=True, help_text="事实、证据、依据是否成立，处理建议。")

    def prepare(self) -> None:
        """The evidence of the file; the planned time."""
        rows = evidence_of(self.case.public_id).order_by("pk")
        self.fields["examined_refs"].choices = [(e.public_id, e.name) for e in rows]  # type: ignore[attr-defined]
        hearing = hearing_set(self.case)
        if hearing is not None:
            self.fields["third_parties"].initial = ThirdParty.written(ThirdParty.told(hearing))
            if waiting := [name for name, on in told_on(hearing).items() if on is None]:
                self.fields[
                    "waived_names"
                ].help_text = f"{'、'.join(waiting)}还没有收到听证通知书。到场并同意如期举行的，写明姓名。"
        if hearing is not None and hearing.set_for <= clock.now():
            self.fields["occurred_at"].initial = hearing.set_for.astimezone(clock.BEIJING).strftime("%Y-%m-%dT%H:%M")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Keep the record."""
        told = self.told
        case_id, version = told.pop("case_id"), told.pop("seen_version")
        told["points"] = told["points"].splitlines()
        told["third_parties"] = ThirdParty.read(told["third_parties"].splitlines())
        return hold_hearing(case_id=case_id, facts=HearingFacts(**told), actor=actor, at=at, seen_version=version)

"""调取证据."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.template.defaultfilters import filesizeformat

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.gathered import GatheredForm
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.acts.witnessing import OF_A_WITNESS, WitnessFields, witness_in
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.api import Derivative, MediaManifest, cuttings_to_attach, media_to_attach, stretch_of


@form_of("collect_evidence")
class EvidenceForm(WitnessFields, GatheredForm):
    """What, from whom, what it proves, by whom."""

    button = "归入证据"
    done = "证据已入卷，提取单已编号，请打印交提供人核对签名。引用以前请先查证。"

    parts: ClassVar[Parts] = (
        ("证据", ("kind", "name", "source", "proves", "original", "monitor_record", "media_ref", "file")),
        ("怎样取得", ("obtained_on", "obtained_at_place", "officers", "certificate_shown", "sampled")),
        ("见证人", OF_A_WITNESS), *ActForm.parts,
    )  # fmt: skip

    name = WrittenField(label="名称", most=200)
    source = WrittenField(label="提供人或者来源", most=200, help_text="谁提供的，或者从哪里取得。")
    proves = WrittenField(label="证明内容", most=400, help_text="这份证据证明哪一项事实。")
    obtained_at_place = WrittenField(label="取得地点", most=200, required=False)
    officers = several("取证人")
    certificate_shown = forms.BooleanField(label="已主动出示执法证件", required=False)
    sampled = forms.BooleanField(label="抽样取证", required=False)
    monitor_record = forms.BooleanField(
        label="电子技术监控记录", required=False, help_text="采用以前要经法制和技术审核。"
    )

    media_ref = forms.ChoiceField(
        label="已上传的文件",
        required=False,
        help_text="录音录像、大文件先在案件页“上传录音录像”，传完、编目后在这里选；截图和片段也在这里选。",
    )

    def prepare(self) -> None:
        """What was brought into the case and is no evidence yet may be chosen."""
        super().prepare()
        brought = [(one.public_id, described(one)) for one in media_to_attach(self.case.public_id)]
        brought += [(one.public_id, described_cutting(one)) for one in cuttings_to_attach(self.case.public_id)]
        if brought:
            self.fields["media_ref"].choices = [("", "不选"), *brought]  # type: ignore[attr-defined]
        else:
            del self.fields["media_ref"]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it into the file."""
        told = self.gathered()
        return collect_evidence(actor=actor, at=at, witness=witness_in(told), **told)


def described(one: MediaManifest) -> str:
    """One original as people tell it from another."""
    taken = one.occurred_at.astimezone(clock.BEIJING)
    return f"{one.name}（{taken:%Y-%m-%d %H:%M}，{filesizeformat(one.size)}，{one.officer_name}）"


def described_cutting(one: Derivative) -> str:
    """A picture or stretch cut from a recording: of which, from when, what it shows."""
    return f"{one.get_purpose_display()}：{one.source.name} {stretch_of(one)}，{one.words}"

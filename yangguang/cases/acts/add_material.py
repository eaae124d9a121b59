"""补充材料入卷."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base import vault
from yangguang.base.form_fields import DayField, WrittenField, YesNoField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.use_cases.add_material import add_material
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.api import EvidenceKind


@form_of("add_material")
class MaterialForm(ActForm):
    """What, from whom, why only now, and whether it speaks against the party."""

    button = "补充入卷"
    done = "材料已入卷，登记表写明了理由和阶段。"
    consequence = "是不利于当事人的新证据的，重新告知以前不得作出决定；决定作出以后不再收入。"

    parts: ClassVar[Parts] = (
        ("材料", ("kind", "name", "source", "proves", "original", "file")),
        ("为什么现在补充", ("reason", "against_party")), ("怎样取得", ("obtained_on", "officers")), *ActForm.parts,
    )  # fmt: skip

    kind = forms.ChoiceField(label="种类", choices=EvidenceKind.choices)
    name = WrittenField(label="名称", most=200, help_text="文书、照片、录音录像都可以。")
    source = WrittenField(label="提供人或者来源", most=200, help_text="谁提供的，或者从哪里取得。")
    proves = WrittenField(label="证明内容", most=400, help_text="证明哪一项事实，或者记录哪一个环节。")
    original = forms.BooleanField(label="原件", required=False)
    file = forms.FileField(label="存件", required=False, help_text="扫描件、照片、录音录像或者电子数据。")
    reason = WrittenField(label="补充的理由", most=400, lines=True)
    against_party = YesNoField(label="是不利于当事人的新证据")
    obtained_on = DayField(label="取得日期")
    officers = several("取得人")

    def prepare(self) -> None:
        """Today, by the officers assigned."""
        self.fields["obtained_on"].initial = clock.today()
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it into the file."""
        told = self.told
        upload = told.pop("file")
        told["officers"] = officers_named(told["officers"])
        if upload:
            told |= {"content": vault.content_of(upload), "file_name": upload.name}
        return add_material(actor=actor, at=at, **told)

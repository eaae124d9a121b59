"""补充材料入卷."""

from __future__ import annotations

from typing import ClassVar

from yangguang.base.form_fields import WrittenField, YesNoField
from yangguang.base.forms import Parts
from yangguang.cases.acts.gathered import GatheredForm
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.use_cases.add_material import add_material
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("add_material")
class MaterialForm(GatheredForm):
    """What, from whom, why only now, and whether it speaks against the party."""

    button = "补充入卷"
    done = "材料已入卷，登记表写明了理由和阶段。"
    consequence = "是不利于当事人的新证据的，重新告知以前不得作出决定；决定作出以后不再收入。"

    parts: ClassVar[Parts] = (
        ("材料", ("kind", "name", "source", "proves", "original", "file")),
        ("为什么现在补充", ("reason", "against_party")), ("怎样取得", ("obtained_on", "officers")), *ActForm.parts,
    )  # fmt: skip

    name = WrittenField(label="名称", most=200, help_text="文书、照片、录音录像都可以。")
    source = WrittenField(label="提供人或者来源", most=200, help_text="谁提供的，或者从哪里取得。")
    proves = WrittenField(label="证明内容", most=400, help_text="证明哪一项事实，或者记录哪一个环节。")
    reason = WrittenField(label="补充的理由", most=400, lines=True)
    against_party = YesNoField(label="是不利于当事人的新证据")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it into the file."""
        return add_material(actor=actor, at=at, **self.gathered())

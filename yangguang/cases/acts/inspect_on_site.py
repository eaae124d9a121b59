"""现场检查."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import ActForm, form_of, officers_named, officers_to_choose
from yangguang.cases.acts.witnessing import OF_A_WITNESS, OF_SIGNING, SigningFields, signing_in
from yangguang.cases.use_cases.inspect_on_site import inspect_on_site
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("inspect_on_site")
class InspectionForm(SigningFields, ActForm):
    """Where, in whose presence, what was found."""

    button = "制作现场检查笔录"
    done = "笔录已生成。请打印，由在场人签名后归入签名页。"

    parts: ClassVar[Parts] = (
        ("地点和在场人", ("place", "present")),
        ("检查人", ("officers", "certificate_shown", "badge_worn")),
        ("检查情况", ("findings", "proves")), ("签名和见证", (*OF_SIGNING, *OF_A_WITNESS)),
        ("没有事先批准的", ("urgent_reason",)), *ActForm.parts,
    )  # fmt: skip

    place = WrittenField(label="检查地点", most=200)
    present = WrittenField(label="在场人", most=200)
    officers = several("检查人")
    certificate_shown = forms.BooleanField(label="已主动出示执法证件", required=False)
    badge_worn = forms.BooleanField(label="已佩戴劳动保障监察标志", required=False)
    findings = WrittenField(label="检查情况", most=10000, lines=True)
    proves = WrittenField(label="证明内容", most=400)
    urgent_reason = WrittenField(
        label="紧急情况", most=400, lines=True, required=False,
        help_text="入企检查应当事先经机关负责人批准。情况紧急的，写明为什么不能等候；登记后同时向机关负责人补报。",
    )  # fmt: skip

    def prepare(self) -> None:
        """The officers assigned are ticked."""
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Make the record."""
        told = self.told | {"officers": officers_named(self.cleaned_data["officers"])}
        told["signing"] = signing_in(told)
        return inspect_on_site(actor=actor, at=at, **told)

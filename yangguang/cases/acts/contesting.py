"""复议、诉讼: taken up, leave to supplement evidence."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import DecisionStatus, RemedyKind
from yangguang.cases.standing import remedies_of
from yangguang.cases.use_cases.record_evidence_leave import record_evidence_leave
from yangguang.cases.use_cases.record_remedy import record_remedy
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("record_remedy")
class RemedyForm(ActForm):
    """Which decision is contested, before whom, since when."""

    button = "登记"
    done = "已登记，答复、答辩的期限已经起算。没有同意或者准许，不得自行收集证据。"
    parts: ClassVar[Parts] = (
        ("所争议的决定", ("decision_ref",)),
        ("复议、诉讼", ("kind", "simplified", "authority", "number", "received_on")), *ActForm.parts,
    )  # fmt: skip

    decision_ref = forms.ChoiceField(label="决定")
    kind = forms.ChoiceField(label="途径", choices=[("", "请选择"), *RemedyKind.choices])
    authority = WrittenField(label="复议机关或者人民法院", most=120)
    number = WrittenField(label="案号", most=120, help_text="如：示政复受字〔2026〕第12号。")
    received_on = DayField(
        label="收到受理或者应诉通知的日期", help_text="申请书、起诉状副本随通知送达的日期。答复、答辩的期限从次日起算。"
    )
    simplified = forms.BooleanField(
        label="复议适用简易程序",
        required=False,
        help_text="简易程序的答复期限比普通程序短；登记以后按所选的程序起算，到期日和算法见案件页。",
    )

    def prepare(self) -> None:
        """The decisions that were made, the newest first, then what the agency made of them."""
        rows = self.case.decisions.exclude(status=DecisionStatus.VOIDED).order_by("-pk")
        altered = self.case.alterations.filter(fallen_on=None).select_related("document").order_by("-pk")
        self.fields["decision_ref"].choices = [  # type: ignore[attr-defined]
            *((d.public_id, d.number) for d in rows),
            *((one.public_id, f"只争议变更决定：{one.document.number}") for one in altered),
        ]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        return record_remedy(actor=actor, at=at, **self.told)


class OpenRemedyForm(ActForm):
    """About a reconsideration or lawsuit that has not ended."""

    remedy_ref = forms.ChoiceField(label="复议、诉讼")

    def prepare(self) -> None:
        """Those that have not ended."""
        rows = [one for one in remedies_of(self.case) if one.is_open]
        self.fields["remedy_ref"].choices = [(one.public_id, str(one)) for one in rows]  # type: ignore[attr-defined]


@form_of("record_evidence_leave")
class EvidenceLeaveForm(OpenRemedyForm):
    """By which paper evidence may be supplemented."""

    button = "登记"
    done = "已登记。可以在准许的范围内补充证据。"

    paper = WrittenField(label="同意或者准许的文书", most=200, help_text="写明名称、文号和准许补充的范围。")
    leave_on = DayField(label="文书日期")

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        return record_evidence_leave(actor=actor, at=at, **self.told)

"""复议、诉讼: taken up, leave to supplement evidence, outcome."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import DecisionStatus, RemedyKind, RemedyOutcome
from yangguang.cases.rules.remaking import GROUNDS
from yangguang.cases.standing import remedies_of
from yangguang.cases.use_cases.record_evidence_leave import record_evidence_leave
from yangguang.cases.use_cases.record_remedy import record_remedy
from yangguang.cases.use_cases.record_remedy_outcome import record_remedy_outcome
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


@form_of("record_remedy_outcome")
class RemedyOutcomeForm(OpenRemedyForm):
    """How it ended, by which paper, received when."""

    button = "登记结果"
    done = "已登记。变更、撤销、确认违法或者确认无效的，已经公开的决定应当撤回，期限见公示页面。"
    consequence = (
        "撤销、确认无效的，原决定失去效力；只争议变更决定的，变更失去效力，原决定恢复。"
        "已经公开的决定，撤回期限自收到文书之日起算。"
    )
    parts: ClassVar[Parts] = (
        ("结果", ("remedy_ref", "outcome", "fallen_ground", "in_force")),
        ("文书", ("outcome_paper", "outcome_received_on", "outcome_words")), *ActForm.parts,
    )  # fmt: skip

    outcome = forms.ChoiceField(label="结果", choices=[("", "请选择"), *RemedyOutcome.choices])
    fallen_ground = forms.ChoiceField(
        label="变更决定被撤销的原因", required=False, choices=[("", "请选择"), *((g.value, w) for g, w in GROUNDS.items())],
        help_text="只争议变更决定并且撤销的才填。只因违反法定程序的，可以再作同样的变更。",
    )  # fmt: skip
    in_force = forms.BooleanField(label="裁判已经生效", required=False, help_text="诉讼的须生效；复议决定不填。")
    outcome_paper = WrittenField(label="结果文书", most=200, help_text="如：示政复决字〔2026〕第12号行政复议决定书。")
    outcome_received_on = DayField(label="收到文书的日期")
    outcome_words = WrittenField(label="结果的内容", most=2000, lines=True, help_text="复议决定或者裁判的主文。")

    def prepare(self) -> None:
        """Why it fell is asked only where an alteration alone is contested."""
        super().prepare()
        if not any(one.is_open and one.alteration_id for one in remedies_of(self.case)):
            del self.fields["fallen_ground"]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        return record_remedy_outcome(actor=actor, at=at, **self.told)

"""补正笔误."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import DecisionStatus
from yangguang.cases.rules.clerical import SLIPS
from yangguang.cases.use_cases.correct_clerical_error import Slip, correct_clerical_error
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@form_of("correct_clerical_error")
class ClericalCorrectionForm(ActForm):
    """In which decision, what stands there, what it should say, and why."""

    button = "补正"
    done = "补正通知书已经制作，请送达当事人。已经公开的决定，请在公示中同步更正。"
    consequence = "决定书原件不动，另作补正通知书盖章送达。当事人、处罚种类、数额、期限、事实不能以补正变更。"
    parts: ClassVar[Parts] = (
        ("决定", ("decision_ref", "kind")), ("补正", ("wrong", "right", "reason")), *ActForm.parts,
    )  # fmt: skip

    decision_ref = forms.ChoiceField(label="决定")
    kind = forms.ChoiceField(
        label="笔误种类", choices=[("", "请选择"), *((k.value, label) for k, label in SLIPS.items())]
    )
    wrong = WrittenField(label="原文", most=200, help_text="从决定书中原样抄录，一字不差。")
    right = WrittenField(label="补正后", most=200)
    reason = WrittenField(label="理由", most=400, lines=True)

    def prepare(self) -> None:
        """The decisions in force that have a paper."""
        rows = self.case.decisions.filter(status__in=(DecisionStatus.DECIDED, DecisionStatus.SERVED))
        rows = rows.exclude(document=None).order_by("-pk")
        self.fields["decision_ref"].choices = [(d.public_id, d.number) for d in rows]  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Put it right."""
        told = self.told
        slip = Slip(**{name: told.pop(name) for name in ("decision_ref", "kind", "wrong", "right", "reason")})
        return correct_clerical_error(slip=slip, actor=actor, at=at, **told)

"""执法监督意见: came in, answered."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import Parts
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.models import SupervisionKind, SupervisionOutcome
from yangguang.cases.supervised import opinions_of
from yangguang.cases.use_cases.answer_supervision import answer_supervision
from yangguang.cases.use_cases.record_supervision import OpinionFacts, record_supervision
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

TOLD = ("kind", "authority", "number", "received_on", "words", "answer_by")


@form_of("record_supervision")
class SupervisionForm(ActForm):
    """Whose opinion, by which paper, what it says, until when."""

    button = "登记"
    done = "已登记。请在期限内自行纠正或者说明理由，由机关负责人答复；答复以前不能结案。"
    parts: ClassVar[Parts] = (
        ("监督文书", ("kind", "authority", "number", "received_on")), ("内容", ("words", "answer_by")), *ActForm.parts,
    )  # fmt: skip

    kind = forms.ChoiceField(label="文书种类", choices=[("", "请选择"), *SupervisionKind.choices])
    authority = WrittenField(label="监督机关", most=120, help_text="如：示范县司法局。")
    number = WrittenField(label="文号", most=120)
    received_on = DayField(label="收到日期")
    words = WrittenField(label="指出的问题和要求", most=2000, lines=True)
    answer_by = DayField(
        label="文书载明的答复期限", required=False, help_text="没有载明的不填，按地方规定的期限；地方没有规定的必填。"
    )

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Record it."""
        told = self.told
        opinion = OpinionFacts(**{name: told.pop(name) for name in TOLD})
        return record_supervision(opinion=opinion, actor=actor, at=at, **told)


@form_of("answer_supervision")
class SupervisionAnswerForm(ActForm):
    """What was put right, or why nothing was wrong."""

    button = "答复"
    done = "答复已经制作，请报送监督机关。"
    consequence = "需要撤销、变更决定的，先办理撤销、变更，再答复。"
    parts: ClassVar[Parts] = (
        ("监督意见", ("opinion_ref",)), ("办理情况", ("outcome", "answer", "late_because")), *ActForm.parts,
    )  # fmt: skip

    opinion_ref = forms.ChoiceField(label="监督意见")
    outcome = forms.ChoiceField(label="处理结果", choices=[("", "请选择"), *SupervisionOutcome.choices])
    answer = WrittenField(label="纠正情况或者理由", most=2000, lines=True)
    late_because = WrittenField(label="逾期原因", most=400, required=False, help_text="没有超过答复期限的不填。")

    def prepare(self) -> None:
        """Those without an answer."""
        rows = [one for one in opinions_of(self.case) if one.is_open]
        self.fields["opinion_ref"].choices = [(one.public_id, str(one)) for one in rows]  # type: ignore[attr-defined]

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Answer it."""
        told = self.told
        return answer_supervision(overdue_reason=told.pop("late_because"), actor=actor, at=at, **told)

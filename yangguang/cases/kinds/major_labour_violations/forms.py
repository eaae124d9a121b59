"""Forms of publishing major labour violations."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField, YesNoField, offer
from yangguang.base.forms import DatedForm
from yangguang.cases.acts.register import overdue_label
from yangguang.cases.models import Case, MajorKind, MajorViolation, Party
from yangguang.cases.rules.flow import Step


class CandidateForm(DatedForm):
    """Whom, which of the seven grounds, the facts and what was decided."""

    party = forms.ModelChoiceField(Party.objects.none(), label="违法主体", to_field_name="public_id")
    kind = forms.ChoiceField(label="情形", choices=[("", "请选择"), *MajorKind.choices])
    standard = WrittenField(
        label="情节认定的依据",
        most=400,
        help_text="数额较大、情节严重、造成严重不良社会影响，按哪个标准、哪些事实认定。",
    )
    facts_found = WrittenField(label="主要违法事实", most=2000, lines=True, help_text="不写劳动者、投诉举报人的信息。")
    handling = WrittenField(
        label="处理情况", most=2000, lines=True, help_text="处罚、处理决定的文号和内容，或者移送的情况。"
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "party", case.parties.order_by("position", "pk"))
        self.initial.setdefault("party", case.parties.order_by("position", "pk").first())

    def given(self) -> dict[str, Any]:
        """What the use case is given."""
        told = dict(self.facts)
        return {"facts": told.pop("facts_found"), **told}


class MajorForm(DatedForm):
    """A form that knows its publication; a term that has passed asks why, a decision asks for a code."""

    def __init__(
        self, *args: Any, violation: MajorViolation, step: Step | None = None, asks_code: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.violation = violation
        if overdue := overdue_label(violation.case, step):
            self.fields["overdue_reason"] = WrittenField(
                label="逾期原因", most=400, help_text=f"{overdue}。逾期仍可办理，应当写明原因。"
            )
        if asks_code:
            self.fields["code"] = forms.CharField(label="动态验证码", max_length=10)
        self.order_fields([name for name in self.fields if name not in {"occurred_at", "late_reason", "code"}])


class ConfirmationForm(MajorForm):
    """Whether it is to be public, and that nothing secret is."""

    when_empty: ClassVar[dict[str, str]] = {
        "scope_note": "未审查是否应当公开。", "secrecy_note": "未完成保密审查和脱敏。",
    }  # fmt: skip
    scope_note = WrittenField(label="公开范围审查意见", most=400, lines=True)
    secrecy_note = WrittenField(label="保密审查和脱敏意见", most=400, lines=True)


class ObjectionForm(MajorForm):
    """What is objected."""

    objection = WrittenField(label="异议", most=4000, lines=True)


class AnswerForm(MajorForm):
    """What came of looking again."""

    answer = WrittenField(label="复核决定", most=1000, lines=True, help_text="更正的，这段文字会公开。")
    corrected = YesNoField(label="是否更正公布内容")


class ChangeForm(MajorForm):
    """By which paper."""

    paper = WrittenField(label="变更、撤销的文书", most=200)
    of_a_penalty = YesNoField(label="是否行政处罚决定", help_text="处罚决定的，三个工作日内撤回并公开说明理由。")

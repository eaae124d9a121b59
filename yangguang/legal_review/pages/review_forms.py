"""The two forms of a review: one element's answer, and the closing opinion."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.legal_review.models import ReviewElement
from yangguang.legal_review.rules.elements import ANSWER_LABELS, RETURN_GROUNDS, Answer


class ElementForm(OfficialForm):
    """One element's answer and reason."""

    answer = forms.ChoiceField(
        label="结论", choices=[(a.value, ANSWER_LABELS[a]) for a in Answer], widget=forms.RadioSelect
    )
    reason = WrittenField(label="理由", most=2000, lines=True)


def ids_of(code: str) -> str:
    """Ten forms on one page: each label belongs to its own field."""
    return f"id_{code}_%s"


def form_of(code: str, answer: ReviewElement | None) -> ElementForm:
    """The form of one element, with the answer that stands."""
    known = {"answer": answer.answer, "reason": answer.reason} if answer else {}
    return ElementForm(initial=known, auto_id=ids_of(code))


class OpinionForm(OfficialForm):
    """The closing opinion of a round."""

    passes = forms.ChoiceField(
        label="审核结论", choices=[("yes", "同意"), ("no", "退回承办机构")], widget=forms.RadioSelect
    )
    grounds = forms.MultipleChoiceField(
        label="退回理由", required=False, choices=list(RETURN_GROUNDS.items()), widget=forms.CheckboxSelectMultiple
    )
    opinion = WrittenField(
        label="审核意见", required=False, most=4000, lines=True,
        help_text="同意的可以写建议；退回的写明问题和怎么改。",
    )  # fmt: skip
    overdue_reason = WrittenField(
        label="逾期原因", most=400, lines=True, help_text="已经超过审核期限，写明为什么没有按期办结。"
    )

    def __init__(self, *args: Any, overdue: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not overdue:
            del self.fields["overdue_reason"]

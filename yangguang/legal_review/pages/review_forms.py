"""The two forms of a review: one element's answer, and the closing opinion."""

from __future__ import annotations

from django import forms

from yangguang.base.forms import OfficialForm
from yangguang.legal_review.rules.elements import ANSWER_LABELS, RETURN_GROUNDS, Answer


class ElementForm(OfficialForm):
    """One element's answer and reason."""

    answer = forms.ChoiceField(
        label="结论", choices=[(a.value, ANSWER_LABELS[a]) for a in Answer], widget=forms.RadioSelect
    )
    reason = forms.CharField(label="理由", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class OpinionForm(OfficialForm):
    """The closing opinion of a round."""

    passes = forms.ChoiceField(
        label="审核结论", choices=[("yes", "同意"), ("no", "退回承办机构")], widget=forms.RadioSelect
    )
    grounds = forms.MultipleChoiceField(
        label="退回理由", required=False, choices=list(RETURN_GROUNDS.items()), widget=forms.CheckboxSelectMultiple
    )
    opinion = forms.CharField(
        label="审核意见", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="同意的可以写建议；退回的写明问题和怎么改。",
    )  # fmt: skip

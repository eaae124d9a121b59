"""Writing down how a return was talked over, which submits the draft for review again."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from yangguang.base.form_fields import WrittenField, offer
from yangguang.base.forms import DatedForm
from yangguang.base.pages import page
from yangguang.base.refusals import put_on_form
from yangguang.cases.api import Case, cases_visible_to, draft_to_review
from yangguang.directory.api import Account, Role, accounts_holding
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.legal_review.draft_text import paragraphs_of
from yangguang.legal_review.models import LegalReview
from yangguang.legal_review.use_cases.settle_disagreement import LABELS, MOST, Settlement, settle_disagreement

TITLE = "协调审核异议"


class SettlementForm(DatedForm):
    """What both sides say, what was agreed, who presided."""

    unit_view = WrittenField(
        label=LABELS["unit_view"], most=MOST, lines=True, help_text="对退回意见逐条写明接受或者不接受的理由。"
    )
    review_view = WrittenField(label=LABELS["review_view"], most=MOST, lines=True)
    agreed = WrittenField(
        label=LABELS["agreed"], most=MOST, lines=True, help_text="协调不能代替审核：办理以后重新送审，审核通过才能决定。",
    )  # fmt: skip
    presided_by = forms.ModelChoiceField(queryset=Account.objects.none(), label="主持协调的机关负责人")

    def __init__(self, case: Case, *args: object) -> None:
        super().__init__(*args)
        offer(self, "presided_by", accounts_holding(Role.AGENCY_HEAD, case.body, clock.today()).order_by("pk"))


@page(
    "cases/<ref:ref>/settle-disagreement/", name="legal_review:settle", title=TITLE, allow=("case_handler",),
    writes=True, subject="case",
)  # fmt: skip
def settle_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Show why it was returned and the draft; write down the talk."""
    case = get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]
    form = SettlementForm(case, request.POST or None)
    if form.is_valid():
        told = {name: form.facts[name] for name in (*LABELS, "presided_by")}
        try:
            review = settle_disagreement(
                case_id=case.pk, settlement=Settlement(**told), actor=request.user, at=form.moment(),  # type: ignore[arg-type]
            )  # fmt: skip
            return redirect("legal_review:review", review.public_id)
        except Refused as refusal:
            put_on_form(form, refusal)
    draft = draft_to_review(case)
    context = {
        "case": case, "draft": draft, "form": form, "receiver": "重新提交法制审核", "title": TITLE,
        "paragraphs": paragraphs_of(draft.content) if draft else [],
        "returned": LegalReview.objects.filter(case=case, line="case").order_by("-round").first(),
    }  # fmt: skip
    return render(request, "legal_review/submit.html", context, status=409 if form.refusal else 200)

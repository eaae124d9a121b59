"""Submitting a draft for review, or confirming that it needs none: the two ways on from the re-examined case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import DatedForm
from yangguang.base.pages import page
from yangguang.base.refusals import put_on_form
from yangguang.cases.api import Case, DecisionDraft, cases_visible_to, draft_to_review, line_of_draft
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.legal_review.draft_text import paragraphs_of
from yangguang.legal_review.queries import reasons_for
from yangguang.legal_review.use_cases.exempt_from_review import exempt_from_review
from yangguang.legal_review.use_cases.request_review import request_review


class RequestForm(DatedForm):
    """What the handler tells the reviewer."""

    note = WrittenField(
        label="送审说明", required=False, most=2000, lines=True,
        help_text="基本事实、争议问题、裁量考虑；再次送审的写明对退回意见的处理。",
    )  # fmt: skip


class ExemptForm(DatedForm):
    """Nothing to fill in but the moment: the catalogue has answered."""


@page(
    "cases/<ref:ref>/request-review/", name="legal_review:request", title="提交法制审核", allow=("case_handler",),
    writes=True, subject="case",
)  # fmt: skip
def request_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what would be submitted and why it is major; submit it."""
    case = get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]
    draft = draft_to_review(case)
    form = RequestForm(request.POST or None)
    if form.is_valid() and draft is not None:
        try:
            review = request_review(
                case_id=case.pk, draft_id=draft.pk, note=form.facts["note"], actor=request.user, at=form.moment(),  # type: ignore[arg-type]
                **line_of_draft(draft),
            )  # fmt: skip
            return redirect("legal_review:review", review.public_id)
        except Refused as refusal:
            put_on_form(form, refusal)
    return _shown(request, case, draft, form, receiver="提交法制审核机构审核", title="提交法制审核")


@page(
    "cases/<ref:ref>/exempt-review/", name="legal_review:exempt", title="确认免予法制审核", allow=("unit_head",),
    writes=True, subject="case",
)  # fmt: skip
def exempt_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Show that the catalogue names no reason; confirm it."""
    case = get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]
    draft = draft_to_review(case)
    form = ExemptForm(request.POST or None)
    if form.is_valid() and draft is not None:
        try:
            exempt_from_review(
                case_id=case.pk, draft_id=draft.pk, actor=request.user, at=form.moment(), **line_of_draft(draft),  # type: ignore[arg-type]
            )  # fmt: skip
            return redirect("cases:case", ref)
        except Refused as refusal:
            put_on_form(form, refusal)
    return _shown(request, case, draft, form, receiver="确认免予法制审核", title="确认免予法制审核")


def _shown(
    request: HttpRequest, case: Case, draft: DecisionDraft | None, form: DatedForm, *, receiver: str, title: str
) -> HttpResponse:
    why, unknown = [], ""
    if draft is not None:
        try:
            why = [reason.text for reason in reasons_for(case, draft, on=clock.today())]
        except Refused as refusal:
            unknown = f"{refusal.reason}{refusal.remedy}"
    context = {
        "case": case, "draft": draft, "form": form, "why": why, "unknown": unknown, "receiver": receiver, "title": title,
        "returned": None,
        "paragraphs": paragraphs_of(draft.content) if draft else [],
    }  # fmt: skip
    return render(request, "legal_review/submit.html", context, status=409 if form.refusal else 200)

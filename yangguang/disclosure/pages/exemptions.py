"""What is not public: file the reason with the judicial bureau, and look again whether it still holds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.disclosure.models import ExemptionOutcome, ExemptionReview, Publication
from yangguang.disclosure.pages.prepare import PUBLISHER, back_to, found_for
from yangguang.disclosure.rules.terms import FILE_EXEMPTION, REVIEW_EXEMPTION
from yangguang.disclosure.use_cases.file_exemption import file_exemption
from yangguang.disclosure.use_cases.review_exemption import review_exemption


class FilingForm(OfficialForm):
    """With whom, when, under which number."""

    filed_with = WrittenField(label="备案机关", most=80, help_text="如：示范县司法局。")
    filed_on = DayField(label="备案日期")
    number = WrittenField(label="备案号（没有的不填）", most=80, required=False)


class ReviewForm(OfficialForm):
    """What the look came to, and why."""

    outcome = forms.ChoiceField(label="评估结果", choices=ExemptionOutcome.choices, widget=forms.RadioSelect)
    opinion = WrittenField(
        label="评估意见",
        most=400,
        lines=True,
        help_text="不予公开的情形是否仍然存在；列入待公开的，公开期限从决定之日起算。",
    )


@page("publications/<ref:ref>/file-exemption/", name="disclosure:file_exemption", title="登记不予公开备案", allow=PUBLISHER,
      writes=True, subject="publication")  # fmt: skip
def filing(request: HttpRequest, ref: str) -> HttpResponse:
    """The filing was made on paper or elsewhere; it is kept here."""
    publication = found_for(request, ref)
    form = FilingForm(request.POST or None)

    def act(**facts: Any) -> Publication:
        return file_exemption(publication_id=publication.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(request, form, act, to=back_to(publication), done="已登记备案。", template="disclosure/act.html",
                  publication=publication, title="登记不予公开备案", back=back_to(publication), face=None, submit="登记",
                  clause_id=FILE_EXEMPTION)  # fmt: skip


@page("publications/<ref:ref>/review-exemption/", name="disclosure:review_exemption", title="评估不予公开",
      allow=(*PUBLISHER, "agency_head"), writes=True, subject="publication")  # fmt: skip
def review(request: HttpRequest, ref: str) -> HttpResponse:
    """As often as the body has set, and whenever things have changed."""
    publication = found_for(request, ref)
    form = ReviewForm(request.POST or None)

    def act(**facts: Any) -> ExemptionReview:
        return review_exemption(publication_id=publication.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(request, form, act, to=back_to(publication), done="评估结果已经记入。", template="disclosure/act.html",
                  publication=publication, title="评估不予公开", back=back_to(publication), face=None, submit="记入评估结果",
                  clause_id=REVIEW_EXEMPTION)  # fmt: skip

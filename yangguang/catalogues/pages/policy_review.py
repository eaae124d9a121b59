"""The review of the body's own rules by its legal office, before the head adopts them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.pages import Expect, page
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.own_review import policies_to_review
from yangguang.catalogues.pages.outside_review import TEMPLATE, ReviewForm
from yangguang.catalogues.use_cases.review_policy import review_policy
from yangguang.directory.api import DeskRequest, Role


@page(
    "lists/editions/<ref:edition_ref>/legal-review", name="catalogues:review_policy", title="审核制度",
    allow=(Role.LEGAL_REVIEWER,), writes=True, subject="policy_for_review", expects=Expect(own=200, other=404, superior=404),
)  # fmt: skip
def review(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """Agreed to, it goes on to the head; otherwise back to whoever drafted it."""
    edition = get_object_or_404(policies_to_review(request.user), public_id=edition_ref)
    form = ReviewForm(request.POST or None)
    back = reverse("catalogues:edition", args=[edition_ref])

    def act(agrees: bool, opinion: str) -> object:
        return review_policy(edition=edition, agrees=agrees, opinion=opinion, actor=request.user, at=form.moment())

    return answer(
        request, form, act, to=back, done="审核意见已经登记。", template=TEMPLATE, title="审核制度", under=str(edition),
        words="登记审核意见", back=back, clauses=list_of(edition.list_kind).clauses,
        told="同意的，送机关负责人审定；不同意的，写明理由，退回起草人修改后重新送审。",
    )  # fmt: skip

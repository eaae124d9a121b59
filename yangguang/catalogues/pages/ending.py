"""Ends of an edition: an adopted one is repealed by the head, a draft is given up by its drafters."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.catalogues.forms import RepealForm
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.pages.adoption import HEADS, TEMPLATE
from yangguang.catalogues.pages.entry_form import OWN_DRAFTS
from yangguang.catalogues.policy import DRAFTERS
from yangguang.catalogues.queries import drafts_of, editions_in_force_of
from yangguang.catalogues.use_cases.discard_draft import discard_draft
from yangguang.catalogues.use_cases.repeal_edition import repeal_edition
from yangguang.directory.api import DeskRequest
from yangguang.kernel import clock


@page(
    "lists/editions/<ref:edition_ref>/repeal", name="catalogues:repeal", title="废止清单", allow=HEADS,
    writes=True, subject="edition", expects=Expect(own=200, other=404, superior=404, states={"superseded": 404}),
)  # fmt: skip
def repeal(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """Stop an edition without a successor."""
    edition = get_object_or_404(editions_in_force_of(request.user, clock.today()), public_id=edition_ref)
    form = RepealForm(request.POST or None)
    back = reverse("catalogues:edition", args=[edition_ref])

    def act(ends_on: date, reason: str) -> object:
        return repeal_edition(edition=edition, ends_on=ends_on, reason=reason, actor=request.user, at=form.moment())

    return answer(
        request, form, act, to=back, done="清单已经废止。", template=TEMPLATE, title="废止清单", under=str(edition),
        words="废止", back=back, clauses=list_of(edition.list_kind).clauses,
        told="废止后没有后续版本的，依靠这份清单的事项将不能办理；有上级清单的，改为适用上级清单。",
    )  # fmt: skip


@page(
    "lists/editions/<ref:edition_ref>/discard", name="catalogues:discard", title="放弃草案", allow=DRAFTERS,
    writes=True, subject="edition_draft", expects=OWN_DRAFTS,
)  # fmt: skip
def discard(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """Give up a draft."""
    edition = get_object_or_404(drafts_of(request.user), public_id=edition_ref)
    form = OfficialForm(request.POST if request.method == "POST" else None)
    return answer(
        request, form, lambda: discard_draft(edition=edition, actor=request.user, at=form.moment()),
        to=reverse("catalogues:list", args=[edition.list_kind]), done="草案已经放弃。", template=TEMPLATE,
        title="放弃草案", under=str(edition), words="放弃这份草案",
        back=reverse("catalogues:edition", args=[edition_ref]), clauses=(),
        told=f"草案中的{edition.entries.count()}条内容将删去，不能恢复；执法账本会留下放弃的记录。",
    )  # fmt: skip

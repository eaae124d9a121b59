"""Fill an empty draft with the rows that ship with the product, to be replaced by the body's own."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.pages.entry_form import OWN_DRAFTS
from yangguang.catalogues.policy import DRAFTERS
from yangguang.catalogues.queries import drafts_of
from yangguang.catalogues.shipped_lists import shipped_rows
from yangguang.catalogues.use_cases.fill_draft import fill_draft
from yangguang.directory.api import DeskRequest


@page(
    "lists/editions/<ref:edition_ref>/fill", name="catalogues:fill", title="装入随产品提供的内容", allow=DRAFTERS,
    writes=True, subject="edition_draft", expects=OWN_DRAFTS,
)  # fmt: skip
def fill(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """Say how many rows and what they are worth, then put them in."""
    edition = get_object_or_404(drafts_of(request.user), public_id=edition_ref)
    rows = shipped_rows(ListKind(edition.list_kind))
    form = OfficialForm(request.POST if request.method == "POST" else None)
    back = reverse("catalogues:edition", args=[edition_ref])
    return answer(
        request, form, lambda: fill_draft(edition=edition, rows=rows, actor=request.user, at=form.moment()),
        to=back, done=f"已装入 {len(rows)} 条，请逐条核对后再送审。", template="catalogues/act.html",
        title="装入随产品提供的内容", under=str(edition), words=f"装入 {len(rows)} 条", back=back, clauses=(),
        told="内容按国家条文编制，标为演示的档次和事项不是官方基准，正式施行以前应当换成本省现行清单并写明来源。",
    )  # fmt: skip

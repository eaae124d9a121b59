"""From draft to list in force: submit, adopt or return, repeal, give up."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.pages import page
from yangguang.catalogues.forms import OpinionForm, ReturnForm, SubmitForm
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.pages.entry_form import OWN_DRAFTS
from yangguang.catalogues.policy import DRAFTERS
from yangguang.catalogues.queries import drafts_of, editions_waiting_for
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.return_edition import return_edition
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.directory.api import DeskRequest, Role
from yangguang.kernel import clock

HEADS = (Role.AGENCY_HEAD,)
TEMPLATE = "catalogues/act.html"


@page(
    "lists/editions/<ref:edition_ref>/submit", name="catalogues:submit", title="送审清单", allow=DRAFTERS,
    writes=True, subject="edition_draft", expects=OWN_DRAFTS,
)  # fmt: skip
def submit(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """Put the draft before the agency head."""
    edition = get_object_or_404(drafts_of(request.user), public_id=edition_ref)
    form = SubmitForm(request.POST or None, initial={"in_force_from": clock.today()})
    back = reverse("catalogues:edition", args=[edition_ref])

    def act(in_force_from: date, opinion: str) -> object:
        return submit_for_review(
            edition=edition, in_force_from=in_force_from, opinion=opinion, actor=request.user, at=form.moment()
        )

    return answer(
        request, form, act, to=back, done="已送机关负责人审定，审定前内容不能再改。", template=TEMPLATE,
        title="送审清单", under=str(edition), words="送机关负责人审定", back=back, clauses=list_of(edition.list_kind).clauses,
        told="送审后内容不能再改；需要修改的，请机关负责人退回。",
    )  # fmt: skip


@page(
    "lists/editions/<ref:edition_ref>/adopt", name="catalogues:adopt", title="审定清单", allow=HEADS,
    writes=True, subject="edition_submitted", expects=OWN_DRAFTS,
)  # fmt: skip
def adopt(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """The head adopts what was put forward, unchanged."""
    edition = get_object_or_404(editions_waiting_for(request.user), public_id=edition_ref)
    form = OpinionForm(request.POST or None)
    back = reverse("catalogues:edition", args=[edition_ref])

    def act(opinion: str) -> object:
        return adopt_edition(edition=edition, opinion=opinion, actor=request.user, at=form.moment())

    return answer(
        request, form, act, to=back, done="清单已经审定。", template=TEMPLATE, title="审定清单", under=str(edition),
        words="审定", back=back, clauses=list_of(edition.list_kind).clauses,
        told=f"{edition.in_force_from:%Y年%-m月%-d日}起施行，现行版同日停止；审定后内容不能再改，只能出新版。",
    )  # fmt: skip


@page(
    "lists/editions/<ref:edition_ref>/return", name="catalogues:return", title="退回清单草案", allow=HEADS,
    writes=True, subject="edition_submitted", expects=OWN_DRAFTS,
)  # fmt: skip
def send_back(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """The head returns it with a reason."""
    edition = get_object_or_404(editions_waiting_for(request.user), public_id=edition_ref)
    form = ReturnForm(request.POST or None)
    back = reverse("catalogues:edition", args=[edition_ref])

    def act(opinion: str) -> object:
        return return_edition(edition=edition, reason=opinion, actor=request.user, at=form.moment())

    return answer(
        request, form, act, to=back, done="已退回起草人。", template=TEMPLATE, title="退回清单草案", under=str(edition),
        words="退回", back=back, clauses=(), told="退回后起草人可以修改并重新送审，理由会记在审批表上。",
    )  # fmt: skip

"""Fill a draft in one act: with the rows that ship with the product, a copy of a register, or a guide for each matter."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.pages.entry_form import OWN_DRAFTS
from yangguang.catalogues.policy import DRAFTERS
from yangguang.catalogues.queries import drafts_of
from yangguang.catalogues.shipped_lists import shipped_rows
from yangguang.catalogues.use_cases.draw_guides import draw_guides
from yangguang.catalogues.use_cases.fill_draft import fill_draft
from yangguang.catalogues.use_cases.fill_from_register import fill_from_register
from yangguang.directory.api import DeskRequest


@page(
    "lists/editions/<ref:edition_ref>/fill", name="catalogues:fill", title="装入随产品提供的内容", allow=DRAFTERS,
    writes=True, subject="edition_draft", expects=OWN_DRAFTS,
)  # fmt: skip
def fill(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """Say how many rows and what they are worth, then put them in."""
    edition = get_object_or_404(drafts_of(request.user), public_id=edition_ref)
    form = OfficialForm(request.POST if request.method == "POST" else None)
    back = reverse("catalogues:edition", args=[edition_ref])
    if list_of(edition.list_kind).from_register:
        return answer(
            request, form, lambda: fill_from_register(edition=edition, actor=request.user, at=form.moment()), to=back,
            done="已按今天的登记装入，请与上一版对照后再送审。", template="catalogues/act.html", title="从登记册装入",
            under=str(edition), words="从登记册装入", back=back, clauses=list_of(edition.list_kind).clauses,
            told="草案中现有的条目全部换成登记册今天的内容：本机关、所属机关和受委托组织；只装入依法公开的栏目。",
        )  # fmt: skip
    if list_of(edition.list_kind).of_matters:
        return answer(
            request, form, lambda: draw_guides(edition=edition, actor=request.user, at=form.moment()), to=back,
            done="已按施行中的事项清单编制，请补齐空着的栏目。", template="catalogues/act.html", title="按事项清单编制",
            under=str(edition), words="按事项清单编制", back=back, clauses=list_of(edition.list_kind).clauses,
            told="每个事项一份指南：名称、依据取自事项清单，机构、时限、地址、电话和救济渠道预先填好；已经填写的其他内容不变，"
            "事项已经没有的指南删去。",
        )  # fmt: skip
    rows = shipped_rows(ListKind(edition.list_kind))
    return answer(
        request, form, lambda: fill_draft(edition=edition, rows=rows, actor=request.user, at=form.moment()),
        to=back, done=f"已装入 {len(rows)} 条，请逐条核对后再送审。", template="catalogues/act.html",
        title="装入随产品提供的内容", under=str(edition), words=f"装入 {len(rows)} 条", back=back, clauses=(),
        told="内容按国家条文编制，标为演示的档次和事项不是官方基准，正式施行以前应当换成本省现行清单并写明来源。",
    )  # fmt: skip

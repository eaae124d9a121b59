"""The form of each act on a criminal transfer, and the package for the police."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base import exports
from yangguang.base.form_fields import filled
from yangguang.base.pages import Expect, page
from yangguang.cases.kinds.criminal_transfer.acts import ACTS
from yangguang.cases.kinds.criminal_transfer.package import package_of
from yangguang.cases.kinds.criminal_transfer.stages import CRIMINAL_TRANSFER
from yangguang.cases.pages.criminal_transfer import case_of
from yangguang.cases.seen import answer_as_seen

TAKERS_OUT = ("case_handler", "unit_head", "agency_head", "supervisor")


@page("cases/<ref:ref>/criminal-transfers/<ref:line>/package/", name="cases:criminal_package", title="移送材料包",
      allow=TAKERS_OUT, subject="criminal_transfer", expects=Expect(superior=200))  # fmt: skip
def package(request: HttpRequest, ref: str, line: str) -> HttpResponse:
    """Every paper that was sent, in one file with its manifest."""
    found = get_object_or_404(case_of(request, ref).criminal_transfers.exclude(papers_sent=[]), public_id=line)
    response = HttpResponse(package_of(found), content_type="application/zip")
    name = quote(f"移送材料-{found.case.number}.zip", safe="")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    response["X-Content-Type-Options"] = "nosniff"
    return exports.on_record(
        response, what=f"移送材料包 {found.case.number}", rows=len(found.papers_sent), subject=found.case.subject
    )


@page("cases/<ref:ref>/criminal-transfers/<ref:line>/<slug:act>/", name="cases:transfer_act", title="办理移送公安机关",
      writes=True, allow=("case_handler", "agency_head"), subject="transfer_act")  # fmt: skip
def transfer_act(request: HttpRequest, ref: str, line: str, act: str) -> HttpResponse:
    """The form of one act."""
    case = case_of(request, ref)
    found = get_object_or_404(case.criminal_transfers, public_id=line)
    known = ACTS.get(act)
    if known is None:
        raise Http404
    step = next(one for one in CRIMINAL_TRANSFER.steps if one.act == act)
    form = known.form(**filled(request.POST, request.FILES), transfer=found, step=step)

    def do(**facts: Any) -> Any:
        return known.run(transfer=found, actor=request.user, at=form.moment(), **form.given())

    back = reverse("cases:criminal_transfer", args=[case.public_id])
    return answer_as_seen(
        request, case, form, do, to=back, done=f"已经办理：{known.title}。", template="cases/labour/act.html", title=known.title,
        words=known.words, under=f"{case.title}　{case.number}", back=back,
    )  # fmt: skip

"""移送有管辖权机关: the form of a case's transfer."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import DatedForm
from yangguang.base.pages import page
from yangguang.cases.panels import act_page
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.use_cases.transfer_case import transfer_case

act_page("transfer_case", "cases:transfer")


class CaseTransferForm(DatedForm):
    """To whom, why, with which papers."""

    to = WrittenField(label="接收机关", most=120, help_text="涉嫌犯罪的，在案件的“移送公安机关”页办理。")
    reason = WrittenField(label="移送理由", most=400, lines=True)
    papers = WrittenField(label="移送材料", most=400, lines=True)


@page("cases/<ref:ref>/transfer/", name="cases:transfer", title="移送有管辖权机关", writes=True, allow=("agency_head",),
      subject="case")  # fmt: skip
def transfer(request: HttpRequest, ref: str) -> HttpResponse:
    """Send the case with its papers to the competent body."""
    case = get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]
    form, back = CaseTransferForm(request.POST or None), reverse("cases:case", args=[ref])

    def do(**facts: Any) -> Any:
        return transfer_case(case=case, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(
        request, form, do, to=back, done="已经移送。", template="cases/labour/act.html", title="移送有管辖权机关",
        words="移送", under=f"{case.title}　{case.number}", back=back,
    )  # fmt: skip

"""送达情况: where the parties are to be served, and what came of every paper for each of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from yangguang.base.pages import page
from yangguang.cases.pages.case import OF_A_CASE, READERS, head_of
from yangguang.cases.presentation import serving
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.rules.service_ways import WAYS
from yangguang.kernel import clock


@page("cases/<ref:ref>/service/", name="cases:service", title="送达情况", allow=READERS, subject="case", expects=OF_A_CASE)
def service_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Attempts beside the one that succeeded, announcements with their last day, confirmed addresses with their history."""
    case = get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]
    return render(request, "cases/service.html", {
        **head_of(case), "services": serving.services_of(case), "waiting": serving.waiting_of(case),
        "addresses": serving.addresses_of(case, clock.today()), "confirmations": serving.confirmations_of(case),
        "ways": [(serving.label_of(name), f"{way.proof}{way.effect}") for name, way in WAYS.items()],
    })  # fmt: skip

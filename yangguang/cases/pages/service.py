"""送达情况: where the parties are to be served, and what came of every paper for each of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base.pages import page
from yangguang.cases.models import Case
from yangguang.cases.pages.case import OF_A_CASE, READERS, head_of
from yangguang.cases.policy import may_take
from yangguang.cases.presentation import serving
from yangguang.cases.presentation.progress import flow_of
from yangguang.cases.queries import cases_visible_to
from yangguang.kernel import clock

ACT = "confirm_service_address"


@page(
    "cases/<ref:ref>/service/", name="cases:service", title="送达情况", allow=READERS, subject="case", expects=OF_A_CASE
)
def service_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Attempts beside the one that succeeded, announcements with their last day, confirmed addresses with their history."""
    case = get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]
    return render(request, "cases/service.html", {
        **head_of(case), "services": serving.services_of(case), "waiting": serving.waiting_of(case),
        "addresses": serving.addresses_of(case, clock.today()), "confirmations": serving.confirmations_of(case),
        "ways": serving.ways_explained(), "confirm_href": _confirm_href(request, case),
    })  # fmt: skip


def _confirm_href(request: HttpRequest, case: Case) -> str:
    """Where its handler records a party's address, while the case is open."""
    step = next((one for one in flow_of(case).steps if one.act == ACT), None)
    may = step is not None and case.status in step.sources and may_take(request.user, case, step.by)  # type: ignore[arg-type]
    return reverse("cases:act", args=[case.public_id, ACT]) if may else ""

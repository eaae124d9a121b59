"""履行: what is owed of each fine of a case, day by day, and the form of each act on it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base.pages import page
from yangguang.cases.kinds.execution.acts import ACTS, OWN, may_execute_itself
from yangguang.cases.kinds.execution.faces import faces_of
from yangguang.cases.models import Case
from yangguang.cases.owing import comes_back, execution_of
from yangguang.cases.pages.case import OF_A_CASE
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.seen import answer_as_seen

READERS = ("case_handler", "unit_head", "agency_head", "legal_reviewer", "archivist", "supervisor")
TAKERS = ("case_handler", "agency_head")


def _case(request: HttpRequest, ref: str) -> Case:
    return get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


@page(
    "cases/<ref:ref>/fulfilment/",
    name="cases:fulfilment",
    title="履行",
    allow=READERS,
    subject="case",
    expects=OF_A_CASE,
)
def fulfilment(request: HttpRequest, ref: str) -> HttpResponse:
    """Every fine of a case: what is owed today and why, payments, deferrals, what was returned, what can be done."""
    case = _case(request, ref)
    rows = [
        {
            "face": face,
            "payments": list(face.decision.payments.order_by("paid_on", "pk")),
            "additional": list(face.decision.additional_payments.order_by("paid_on", "pk")),
            "deferrals": list(face.decision.deferrals.filter(agreement=None).order_by("pk")),
            "agreements": list(face.row.agreements.select_related("document").order_by("pk")) if face.row.pk else [],
            "returned": list(face.decision.restitutions.order_by("pk")),
            "acts": [
                {"label": title, "href": reverse("cases:fulfilment_act", args=[ref, face.decision.public_id, act])}
                for act, title in face.acts
            ],
        }
        for face in faces_of(case, request.user)
    ]
    return render(request, "cases/fulfilment.html", {"case": case, "rows": rows})


@page("cases/<ref:ref>/fulfilment/<ref:decision>/<slug:act>/", name="cases:fulfilment_act", title="办理履行", writes=True,
      allow=TAKERS, subject="fulfilment_act")  # fmt: skip
def fulfilment_act(request: HttpRequest, ref: str, decision: str, act: str) -> HttpResponse:
    """The form of one act on a fine."""
    case = _case(request, ref)
    found = get_object_or_404(case.decisions, public_id=decision)
    if not found.fine_fen and not comes_back(found):
        raise Http404
    if (known := ACTS.get(act)) is None or (act in OWN and not may_execute_itself(execution_of(found))):
        raise Http404
    form = known.form(request.POST or None, request.FILES or None, fine=execution_of(found))

    def do(**facts: Any) -> Any:
        return known.run(decision=found, actor=request.user, at=form.moment(), **known.given(form))

    back = reverse("cases:fulfilment", args=[case.public_id])
    return answer_as_seen(
        request, case, form, do, to=back, done=f"已经办理：{known.title}。", template="cases/labour/act.html", title=known.title,
        words=known.words, under=f"{case.title}　{case.number}　{found.number}", back=back,
    )  # fmt: skip

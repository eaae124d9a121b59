"""移送公安机关: a case's suspected crimes on one page, and the form that puts one on record."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import calendars
from yangguang.base.pages import page
from yangguang.cases.kinds.criminal_transfer.acts import possible
from yangguang.cases.kinds.criminal_transfer.forms import SuspicionForm
from yangguang.cases.kinds.criminal_transfer.queries import stands_with_police, transfers_of
from yangguang.cases.kinds.criminal_transfer.stages import CRIMINAL_TRANSFER
from yangguang.cases.kinds.labour.criminal import suspicion_of
from yangguang.cases.models import Case, CriminalTransfer
from yangguang.cases.pages.case import OF_A_CASE
from yangguang.cases.policy import may_take
from yangguang.cases.presentation import clocks
from yangguang.cases.presentation.serving import papers_beside
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.seen import answer_as_seen
from yangguang.cases.use_cases.suspect_crime import ENDED, suspect_crime
from yangguang.kernel import clock

READERS = ("case_handler", "unit_head", "agency_head", "legal_reviewer", "archivist", "supervisor")
HANDLER = ("case_handler",)
OF_IT = {name for step in CRIMINAL_TRANSFER.steps for name in step.starts}


def case_of(request: HttpRequest, ref: str) -> Case:
    """The case, or 404."""
    return get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


@page("cases/<ref:ref>/criminal-transfers/", name="cases:criminal_transfer", title="移送公安机关", allow=READERS,
      subject="case", expects=OF_A_CASE)  # fmt: skip
def criminal_transfer(request: HttpRequest, ref: str) -> HttpResponse:
    """Every transfer of a case: who looks after it, its days, the papers that came in, what can be done."""
    case, account = case_of(request, ref), request.user
    mine = case.status not in ENDED and not stands_with_police(case) and may_take(account, case, HANDLER)  # type: ignore[arg-type]
    return render(request, "cases/criminal_transfer/lines.html", {
        "case": case, "mine": mine,
        "suspicion": None if stands_with_police(case) else suspicion_of(case, clock.today()),
        "rows": [
            {"line": one, "answers": list(one.answers.order_by("pk")), "clocks": _faces(one), "acts": _acts(one, account),
             "papers": papers_beside(one)}
            for one in transfers_of(case)
        ],
    })  # fmt: skip


@page("cases/<ref:ref>/criminal-transfers/suspect/", name="cases:suspect_crime", title="登记涉嫌犯罪线索", writes=True,
      allow=HANDLER, subject="case")  # fmt: skip
def suspect(request: HttpRequest, ref: str) -> HttpResponse:
    """The form that puts a suspicion on record."""
    case = case_of(request, ref)
    form = SuspicionForm(request.POST or None, case=case)

    def do(**facts: Any) -> Any:
        return suspect_crime(case=case, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    back = reverse("cases:criminal_transfer", args=[case.public_id])
    return answer_as_seen(
        request, case, form, do, to=back, done="已登记。机关负责人应当立即指定专案组。", template="cases/labour/act.html",
        title="登记涉嫌犯罪线索", words="登记", under=f"{case.title}　{case.number}", back=back,
    )  # fmt: skip


def _faces(line: CriminalTransfer) -> list[dict[str, Any]]:
    rows = line.case.clocks.filter(about_ref=line.public_id, kind__in=OF_IT).order_by("pk")
    calendar, today = calendars.in_force(), clock.today()
    return [{"label": clocks.label_of(one), "face": clocks.face_of(one, calendar, today)} for one in rows]


def _acts(line: CriminalTransfer, account: Any) -> list[dict[str, str]]:
    ref = line.case.public_id
    return [
        {"label": title, "href": reverse("cases:transfer_act", args=[ref, line.public_id, act])}
        for act, title in possible(line, account)
    ]

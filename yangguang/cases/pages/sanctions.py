"""失信联合惩戒名单: a case's listings on one page, the proposal of one, and the form of each act."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import calendars
from yangguang.base.form_fields import filled
from yangguang.base.pages import Expect, page
from yangguang.cases.kinds.wage_arrears_sanctions.acts import ACTS, possible
from yangguang.cases.kinds.wage_arrears_sanctions.conditions import last_day_to_object
from yangguang.cases.kinds.wage_arrears_sanctions.forms import ListingForm
from yangguang.cases.kinds.wage_arrears_sanctions.stages import WAGE_ARREARS_SANCTIONS
from yangguang.cases.models import Case, CaseKind, SanctionsListing
from yangguang.cases.pages.case import OF_A_CASE
from yangguang.cases.policy import may_take
from yangguang.cases.presentation import clocks
from yangguang.cases.presentation.serving import papers_beside
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.seen import answer_as_seen
from yangguang.cases.use_cases.propose_listing import ENDED, propose_listing
from yangguang.kernel import clock

READERS = ("case_handler", "unit_head", "agency_head", "legal_reviewer", "publisher", "archivist", "supervisor")
HANDLER = ("case_handler",)
TITLE = "失信联合惩戒名单"
CLOCKS = {name for step in WAGE_ARREARS_SANCTIONS.steps for name in step.starts} | {"list_by"}


def _case(request: HttpRequest, ref: str) -> Case:
    return get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


@page("cases/<ref:ref>/sanctions/", name="cases:sanctions", title=TITLE, allow=READERS, subject="case",
      expects=OF_A_CASE)  # fmt: skip
def sanctions(request: HttpRequest, ref: str) -> HttpResponse:
    """Every listing of a case: who was told when, what they said, how long it lasts, what can be done."""
    case, account = _case(request, ref), request.user
    open_ones = case.listings.exclude(status__in=ENDED).exists()
    mine = case.kind == CaseKind.LABOUR and not open_ones and may_take(account, case, HANDLER)  # type: ignore[arg-type]
    return render(request, "cases/sanctions/lines.html", {
        "case": case, "mine": mine, "rows": [
            {"line": one, "clocks": _faces(one), "acts": _acts(one, account), "papers": papers_beside(one),
             "listed": [{"one": who, "until": last_day_to_object(who)} for who in one.listed.order_by("position", "pk")]}
            for one in case.listings.select_related("party").order_by("-pk")
        ],
    })  # fmt: skip


@page("cases/<ref:ref>/sanctions/propose/", name="cases:propose_listing", title="拟列入失信联合惩戒名单", writes=True,
      allow=HANDLER, subject="case")  # fmt: skip
def propose(request: HttpRequest, ref: str) -> HttpResponse:
    """The proposal."""
    case = _case(request, ref)
    form = ListingForm(request.POST or None, case=case)

    def do(**facts: Any) -> Any:
        return propose_listing(actor=request.user, at=form.moment(), **form.given())  # type: ignore[arg-type]

    return _answered(request, case, form, do, "拟列入失信联合惩戒名单", "提出")


@page("cases/<ref:ref>/sanctions/<ref:line>/<slug:act>/", name="cases:listing_act", title="办理失信联合惩戒名单", writes=True,
      allow=("case_handler", "agency_head", "publisher"), subject="listing_act",
      expects=Expect(only_in={"publisher": ("decided",)}))  # fmt: skip
def listing_act(request: HttpRequest, ref: str, line: str, act: str) -> HttpResponse:
    """The form of one act."""
    case = _case(request, ref)
    found = get_object_or_404(case.listings, public_id=line)
    known = ACTS.get(act)
    if known is None:
        raise Http404
    step = next(one for one in WAGE_ARREARS_SANCTIONS.steps if one.act == act)
    form = known.form(**filled(request.POST, request.FILES), listing=found, step=step, asks_code=known.asks_code)

    def do(**facts: Any) -> Any:
        return known.run(listing=found, actor=request.user, at=form.moment(), **form.given())

    return _answered(request, case, form, do, known.title, known.words)


def _answered(request: HttpRequest, case: Case, form: Any, do: Any, title: str, words: str) -> HttpResponse:
    back = reverse("cases:sanctions", args=[case.public_id])
    return answer_as_seen(
        request, case, form, do, to=back, done=f"已经办理：{title}。", template="cases/labour/act.html", title=title, words=words,
        under=f"{case.title}　{case.number}", back=back,
    )  # fmt: skip


def _faces(line: SanctionsListing) -> list[dict[str, Any]]:
    rows = line.case.clocks.filter(about_ref=line.public_id, kind__in=CLOCKS).order_by("pk")
    calendar, today = calendars.in_force(), clock.today()
    return [{"label": clocks.label_of(one), "face": clocks.face_of(one, calendar, today)} for one in rows]


def _acts(line: SanctionsListing, account: Any) -> list[dict[str, str]]:
    ref = line.case.public_id
    return [
        {"label": title, "href": reverse("cases:listing_act", args=[ref, line.public_id, act])}
        for act, title in possible(line, account)
    ]

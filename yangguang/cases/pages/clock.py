"""Why a due day is that day: the equation, the days not counted, the months (picture 10). A drawer or a page of its own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base.pages import Expect, page
from yangguang.cases.pages.case import AT_THE_END, READERS
from yangguang.cases.presentation import clocks
from yangguang.directory.api import Account
from yangguang.kernel import clock

WATCHERS = (*READERS, "window_clerk")


@page(
    "clocks/<ref:ref>/", name="cases:clock", title="期限怎么算的", allow=WATCHERS, subject="clock",
    expects=Expect(superior=200, only_in=AT_THE_END | {"archivist": ("of_lead", "closed"), "window_clerk": ("of_lead",)}),
)  # fmt: skip
def clock_page(request: HttpRequest, ref: str) -> HttpResponse:
    """The explanation of one clock of a case or a lead."""
    account: Account = request.user  # type: ignore[assignment]
    found = get_object_or_404(clocks.clocks_visible_to(account), public_id=ref)
    unknown = clocks.unexplained(found)
    trail = [("案件", reverse("cases:list"))]
    if found.case:
        trail.append((found.case.number, reverse("cases:case", args=[found.case.public_id])))
    return render(request, "cases/clock.html", {
        "found": found, "label": clocks.label_of(found), "unknown": unknown, "trail": [*trail, ("期限怎么算的", "")],
        "explanation": None if unknown else clocks.explanation_of(found, clock.today()),
    })  # fmt: skip

"""查询: one field for 案号, party, 登记号, 文号 and certificate numbers, typed as people type them; only what the person may see."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base.addresses import address_of
from yangguang.base.pages import SIGNED_IN, Expect, page
from yangguang.base.search import normalised
from yangguang.base.ways import leads_on
from yangguang.cases.api import Lead, cases_visible_to, leads_visible_to
from yangguang.directory.api import Officer
from yangguang.records.api import Document

MOST = 50
FEWEST = 2  # characters


@page("search/", name="desk:search", title="查询", allow=SIGNED_IN, expects=Expect(other=200, superior=200))
def search(request: HttpRequest) -> HttpResponse:
    """Cases, leads, documents and officers that hold what was typed."""
    words = request.GET.get("q", "").strip()[:60]
    is_enough = len(normalised(words)) >= FEWEST
    found = _found(request, words) | {"leads": _leads(request, words)} if is_enough else {}
    return render(request, "desk/search.html", {"words": words, "is_enough": is_enough, **found})


def _leads(request: HttpRequest, words: str) -> list[Lead]:
    """Complaints and tip-offs by number or employer, for those who work with them."""
    if not leads_on(request.user, address_of("cases:leads")):
        return []
    by_employer = Q(employer_name__contains=words) | Q(employer_code__icontains=words)
    visible = leads_visible_to(request.user)  # type: ignore[arg-type]
    return list(visible.filter(by_employer | Q(number__contains=words))[:MOST])


def _found(request: HttpRequest, words: str) -> dict[str, list]:
    visible = cases_visible_to(request.user)  # type: ignore[arg-type]
    digits = "".join(c for c in words if c.isdigit())
    by_party = Q(parties__name__contains=words) | Q(parties__code__icontains=words)
    by_number = (
        Q(number__contains=words) | Q(number__endswith=f"〕{digits[4:]}号")
        if len(digits) > 4
        else Q(number__contains=words)
    )
    cases = (
        visible.filter(by_party | by_number | Q(title__contains=words))
        .distinct()
        .order_by("-pk")
        .prefetch_related("parties")[:MOST]
    )
    wanted = normalised(words)
    numbered = Document.objects.filter(file_ref__in=visible.values("public_id")).exclude(number="")
    documents = [
        d
        for d in numbered.filter(number__contains=digits[-3:] or words).order_by("-pk")[:400]
        if wanted in normalised(d.number)
    ]
    by_certificate = Q(certificates__number__icontains=words) | Q(name__contains=words)
    officers = Officer.objects.filter(by_certificate).select_related("body").distinct().order_by("pk")[:MOST]
    return {"cases": list(cases), "documents": documents[:MOST], "officers": list(officers)}

"""法条与期限: every clause the product knows, with its value, its words and who keeps it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base.pages import SIGNED_IN, Expect, page
from yangguang.base.search import matches
from yangguang.statutes import all_clauses


@page("clauses/", name="desk:clauses", title="法条与期限", allow=SIGNED_IN, expects=Expect(other=200, superior=200))
def clauses(request: HttpRequest) -> HttpResponse:
    """The register, searched by words or number."""
    words = request.GET.get("q", "").strip()
    rows = [c for c in all_clauses() if not words or matches(f"{c.id}{c.cite()}{c.text}", words)]
    found = Paginator(rows, 50).get_page(request.GET.get("page"))
    told = [(one, list(one.values.values())) for one in found]
    return render(request, "desk/clauses.html", {"page": found, "rows": told, "words": words})

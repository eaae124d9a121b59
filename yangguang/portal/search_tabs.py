"""The kinds of things a search finds, each with how many; and which page of them is asked for."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from yangguang.bulletin.api import CAP, Search, find, officers_found, passages, public_bodies

PASSAGES = "清单、指南和年报"


def tabs_of(words: str, here: str, *, decisions: int | None = None, found: int | None = None) -> list[dict[str, Any]]:
    """Tabs with counts; none without words. `decisions` or `found` (passages) is what the page itself has counted."""
    if not words:
        return []
    current = PASSAGES if decisions is None else "决定"
    if decisions is None:
        decisions = find(Search(words), facets=False).total
    if found is None:
        found = passages.count_passages(words)
    people = officers_found(name=words).count() or officers_found(number=words).count()
    bodies = public_bodies().filter(name__icontains=words).count()
    asked = urlencode({"q": words})
    told = [
        ("决定", decisions, f"{reverse('portal:search')}?{asked}"),
        (PASSAGES, found, f"{reverse('portal:search_passages')}?{asked}"),
        ("人员", people, f"{reverse('portal:officers')}?{asked}"),
        ("机关", bodies, f"{reverse('portal:bodies')}?{asked}"),
    ]
    return [
        {"label": label, "count": count, "href": here if label == current else href, "current": label == current}
        for label, count, href in told
    ]


def page_asked(request: HttpRequest) -> int:
    """Which page is asked for: a whole number within what is ever shown."""
    asked = request.GET.get("page", "1")
    return min(max(int(asked), 1), CAP) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1

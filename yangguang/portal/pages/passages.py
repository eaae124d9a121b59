"""What search finds beside decisions: rows of lists, service guides, flowcharts and reports, each with its place on its page."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from yangguang.base.listing import address
from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import CAP, Passage, PublicGuide, PublicList, ThingKind, excerpt, guides, marked, passages
from yangguang.kernel import clock
from yangguang.portal.pages.decisions import LONGEST
from yangguang.portal.pages.lists_of_kinds import standing_of
from yangguang.portal.search_tabs import page_asked, tabs_of
from yangguang.portal.showing import show, typed

LABELS = {
    ThingKind.LIST.value: "清单条目", ThingKind.GUIDE.value: "服务指南", ThingKind.FLOWCHART.value: "流程图",
    ThingKind.REPORT.value: "统计年报",
}  # fmt: skip


@page("search/lists", name="portal:search_passages", title="查清单、指南和年报", allow=PUBLIC, site="portal")
def search_passages(request: HttpRequest) -> HttpResponse:
    """Every passage that holds all the words; what is no longer in force says so."""
    words, kind = typed(request, "q", LONGEST), typed(request, "kind")
    number = page_asked(request)
    found = passages.find_passages(words, kind=kind if kind in LABELS else "", page=number)
    every = sum(found.by_kind.values())
    standing = _standing(found.rows)
    return show(
        request, "portal/passages.html", "lists", words=words, found=found, cap=CAP,
        page=Paginator(range(found.total), passages.PAGE).get_page(number),
        rows=[_row(one, words, standing.get(one.ref, "")) for one in found.rows],
        facets=[{"label": "种类", "entries": [_facet(request, key, found.by_kind.get(key, 0), kind) for key in LABELS]}],
        tabs=tabs_of(words, address(request, kind="", page=""), found=every),
    )  # fmt: skip


def _row(passage: Passage, words: str, standing: str) -> dict[str, Any]:
    return {
        "passage": passage, "title": marked(passage.title, words), "href": _place(passage), "standing": standing,
        "label": LABELS.get(passage.kind, ""), "pieces": excerpt(passage.said, words),
    }  # fmt: skip


def _place(passage: Passage) -> str:
    """The page, and the row on it."""
    names = {"lists": "list", "guides": "guide", "flowcharts": "flowchart", "annual-reports": "report"}
    path = reverse(f"portal:{names[passage.kind]}", args=[passage.ref])
    return f"{path}#row-{passage.position}" if passage.kind == ThingKind.LIST else path


def _standing(rows: list[Passage]) -> dict[str, str]:
    """How each list and guide stands today, where it is not simply in force."""
    refs = {kind: [one.ref for one in rows if one.kind == kind] for kind in (ThingKind.LIST, ThingKind.GUIDE)}
    editions = PublicList.objects.filter(ref__in=refs[ThingKind.LIST]).defer("rows", "columns", "history")
    told = {one.ref: standing_of(one) for one in editions}
    found = PublicGuide.objects.select_related("edition").filter(ref__in=refs[ThingKind.GUIDE])
    today = clock.today()
    told |= {one.ref: guides.standing_on(one, today) for one in found.defer("cells", "forms", "words", "edition__rows")}
    return {ref: standing for ref, standing in told.items() if standing not in {"current", "public"}}


def _facet(request: HttpRequest, kind: str, count: int, chosen: str) -> dict[str, Any]:
    taken = kind == chosen
    href = address(request, kind="" if taken else kind, page="")
    return {"label": LABELS[kind], "count": count, "chosen": taken, "href": href}

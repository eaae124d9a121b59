"""执法决定: every standing decision, or those that hold the words, with counts, filters and the places found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from yangguang.base.listing import address
from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import (
    CAP,
    Found,
    Notice,
    Search,
    excerpt,
    find,
    marked,
    notices_by_number,
    public_bodies,
)
from yangguang.portal.search_tabs import page_asked, tabs_of
from yangguang.portal.showing import show, typed

KINDS = {
    "penalty": "行政处罚", "no_penalty": "不予行政处罚", "disposition": "行政处理", "coercive_measure": "行政强制措施",
    "additional_fine": "加处罚款", "own_execution": "行政强制执行",
}  # fmt: skip
LONGEST = 60


@page("decisions/", name="portal:decisions", title="执法决定", allow=PUBLIC, site="portal")
def decisions(request: HttpRequest) -> HttpResponse:
    """The list; the same page as search, without words."""
    return search(request)


@page("search", name="portal:search", title="查询", allow=PUBLIC, site="portal")
def search(request: HttpRequest) -> HttpResponse:
    """A withdrawn decision is found by its number only, and says that it was withdrawn."""
    asked = Search(
        words=typed(request, "q", LONGEST), kind=typed(request, "kind"),
        body_ref=typed(request, "body"), decided_from=_day(request, "from"), decided_to=_day(request, "to"),
    )  # fmt: skip
    number = page_asked(request)
    found = find(asked, page=number)
    shown = Paginator(range(found.total), 20).get_page(number)
    gone = [one for one in notices_by_number(asked.words) if not one.stands] if asked.words else []
    return show(
        request, "portal/decisions.html", "decisions", asked=asked, found=found, page=shown, gone=gone, cap=CAP,
        rows=[_row(notice, asked.words) for notice in found.notices], facets=_facets(request, asked, found),
        chips=_chips(request, asked), tabs=tabs_of(asked.words, address(request), decisions=found.total),
        title="查询" if asked.words else "执法决定",
    )  # fmt: skip


def _row(notice: Notice, words: str) -> dict[str, Any]:
    clarified = (text for one in notice.clarifications for text in reversed(one[1:]))
    texts = (*notice.text, *(value for _, value in notice.summary), notice.party_name, notice.number, *clarified)
    pieces = next((found for text in texts if words and (found := excerpt(text, words))), [])
    return {"notice": notice, "title": marked(notice.title, words), "pieces": pieces}


def _facets(request: HttpRequest, asked: Search, found: Found) -> list[dict[str, Any]]:
    bodies = [_facet(request, "body", ref, name, n, asked.body_ref) for (ref, name), n in found.by_body.items()]
    kinds = [
        _facet(request, "kind", kind, KINDS.get(kind, kind), n, asked.kind) for kind, n in sorted(found.by_kind.items())
    ]
    return [{"label": "执法机关", "entries": bodies}, {"label": "执法类别", "entries": kinds}]


def _facet(request: HttpRequest, name: str, key: str, label: str, count: int, chosen: str) -> dict[str, Any]:
    taken = key == chosen
    return {"label": label, "count": count, "chosen": taken, "href": address(request, **{name: "" if taken else key})}


def _chips(request: HttpRequest, asked: Search) -> list[dict[str, str]]:
    body = public_bodies().filter(ref=asked.body_ref).first() if asked.body_ref else None
    told: Iterable[tuple[str, str]] = (
        ("body", body.name if body else ""), ("kind", KINDS.get(asked.kind, "")),
        ("from", f"{asked.decided_from}起" if asked.decided_from else ""),
        ("to", f"{asked.decided_to}止" if asked.decided_to else ""),
    )  # fmt: skip
    return [{"label": label, "href": address(request, **{name: ""})} for name, label in told if label]


def _day(request: HttpRequest, name: str) -> date | None:
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None

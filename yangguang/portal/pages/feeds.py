"""订阅: what is published, corrected and taken down as feeds a reader's own program asks for, for all or for one body."""

from __future__ import annotations

from typing import cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, set_response_etag

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import Search, changes, find, public_bodies
from yangguang.portal.feeds import FORMATS, Feed, Item, list_item, notice_item
from yangguang.portal.pages.decisions import KINDS, LONGEST
from yangguang.portal.showing import show, typed

ASKED = ("q", "body", "kind")


@page("feeds/", name="portal:feeds", title="订阅", allow=PUBLIC, site="portal")
def feeds(request: HttpRequest) -> HttpResponse:
    """Which feeds there are and how to use one; the address for a search is put together here."""
    site = _site(request)
    chosen = {name: typed(request, name, LONGEST) for name in ASKED}
    query = urlencode({name: value for name, value in chosen.items() if value})
    return show(
        request, "portal/feeds.html", "", chosen=chosen, bodies=list(public_bodies()), kinds=KINDS.items(),
        decisions=[(suffix, _address(site, "decisions", suffix, query)) for suffix in FORMATS],
        lists=[(suffix, _address(site, "lists", suffix, "")) for suffix in FORMATS],
        trail=[("首页", "/"), ("订阅", "")],
    )  # fmt: skip


@page(
    "feeds/decisions.<slug:suffix>", name="portal:decision_feed", title="执法决定的订阅源", allow=PUBLIC, site="portal",
    subject="feed",
)  # fmt: skip
def decision_feed(request: HttpRequest, suffix: str) -> HttpResponse:
    """The newest decisions; with words only what stands and holds them, for a tombstone holds nothing to find."""
    site, words = _site(request), typed(request, "q", LONGEST)
    kind, body = typed(request, "kind"), typed(request, "body")
    if words:
        notices = find(Search(words=words, kind=kind, body_ref=body), facets=False).notices
    else:
        notices = changes.changed_notices(kind=kind, body_ref=body)
    items = tuple(notice_item(one, site) for one in notices)
    title = f"执法决定：{words}" if words else "执法决定"
    return _answer(request, suffix, title, "/search" if words else "/decisions/", items)


@page(
    "feeds/lists.<slug:suffix>", name="portal:list_feed", title="清单与依据的订阅源", allow=PUBLIC, site="portal",
    subject="feed",
)  # fmt: skip
def list_feed(request: HttpRequest, suffix: str) -> HttpResponse:
    """The newest editions of lists."""
    site = _site(request)
    items = tuple(list_item(one, site) for one in changes.changed_lists(body_ref=typed(request, "body")))
    return _answer(request, suffix, "清单与依据", "/lists/", items)


def _answer(request: HttpRequest, suffix: str, title: str, page_path: str, items: tuple[Item, ...]) -> HttpResponse:
    if suffix not in FORMATS:
        raise Http404
    site = _site(request)
    query = urlencode({name: value for name in ASKED if (value := typed(request, name, LONGEST))})
    tail = f"?{query}" if query else ""
    name = f"{settings.PUBLIC_SITE['name'] or '行政执法公示'} {title}"
    feed = Feed(name, f"{site}{request.path}{tail}", f"{site}{page_path}{tail}", items)
    media_type, write = FORMATS[suffix]
    response = HttpResponse(write(feed), content_type=media_type)
    response["Cache-Control"] = "no-cache"
    set_response_etag(response)
    answer = get_conditional_response(request, etag=response["ETag"], response=response)
    return cast("HttpResponse", answer or response)


def _site(request: HttpRequest) -> str:
    """Where the site is reached: as it has been told, or else as it was asked."""
    return str(settings.PUBLIC_SITE["url"]) or f"{request.scheme}://{request.get_host()}"


def _address(site: str, name: str, suffix: str, query: str) -> str:
    return f"{site}/feeds/{name}.{suffix}" + (f"?{query}" if query else "")

"""清单与依据: every edition ever public, those in force first, and each kind of list at an address of its own."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import PublicList, entries, list_copies, public_lists
from yangguang.kernel import clock
from yangguang.portal.showing import show, typed

TRAIL = [("首页", "/"), ("清单与依据", "/lists/")]
TOLD = "执法事项、裁量基准、法制审核目录、制度等，施行中的和历次版本都可以看。"


@page("lists/", name="portal:lists", title="清单与依据", allow=PUBLIC, site="portal")
def lists(request: HttpRequest) -> HttpResponse:
    """Every edition ever public; who asks for one kind is led to its own address."""
    asked = typed(request, "kind", 40)
    return redirect("portal:lists_of_kind", asked) if asked in list_copies.public_kinds() else _overview(request)


@page(
    "lists/kind/<slug:kind>", name="portal:lists_of_kind", title="一种清单", allow=PUBLIC, site="portal",
    subject="list_kind",
)  # fmt: skip
def of_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """The editions, or the entries, of one kind of list: an address of its own, which lies on disk like any other."""
    label = list_copies.public_kinds().get(kind)
    if label is None:
        raise Http404
    return _overview(request, kind, label)


def _overview(request: HttpRequest, kind: str = "", title: str = "清单与依据") -> HttpResponse:
    words = typed(request, "q")
    found = Paginator(public_lists(words=words, kind=kind), 20).get_page(request.GET.get("page"))
    kinds = [{"label": "全部清单", "href": reverse("portal:lists"), "current": not kind}]
    kinds += [
        {"label": label, "href": reverse("portal:lists_of_kind", args=[name]), "current": name == kind}
        for name, label in list_copies.public_kinds().items()
    ]
    told = entries.KINDS[kind].told if kind in entries.KINDS else TOLD
    rows = [(one, standing_of(one)) for one in found]
    trail = [*TRAIL, (title, "")] if kind else []
    return show(
        request,
        "portal/lists.html",
        "lists",
        page=found,
        rows=rows,
        words=words,
        kinds=kinds,
        told=told,
        title=title,
        trail=trail,
    )


def standing_of(edition: PublicList) -> str:
    """How an edition stands today: in force, followed by another, or not yet begun; an entry is public as long as it stands."""
    if edition.list_kind in entries.KINDS:
        return "public"
    today = clock.today()
    if edition.superseded_from is not None and edition.superseded_from <= today:
        return "superseded"
    return "current" if edition.in_force_from <= today else "draft"

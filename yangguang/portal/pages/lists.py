"""清单与依据: every adopted edition with its rows, those in force first; printable."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import PublicList, public_lists
from yangguang.kernel import clock
from yangguang.portal.showing import show, typed


@page("lists/", name="portal:lists", title="清单与依据", allow=PUBLIC, site="portal")
def lists(request: HttpRequest) -> HttpResponse:
    """Every edition ever public."""
    words = typed(request, "q")
    found = Paginator(public_lists(words=words), 20).get_page(request.GET.get("page"))
    rows = [(one, _standing(one)) for one in found]
    return show(request, "portal/lists.html", "lists", page=found, rows=rows, words=words)


@page("lists/<ref:ref>", name="portal:list", title="清单", allow=PUBLIC, site="portal", subject="public_list")
def edition(request: HttpRequest, ref: str) -> HttpResponse:
    """One edition with its rows as they were adopted."""
    found = PublicList.objects.filter(ref=ref).first()
    if found is None:
        raise Http404
    names = [column["name"] for column in found.columns]
    rows = [{"code": row["code"], "cells": [row["cells"].get(name, "") for name in names]} for row in found.rows]
    others = public_lists(kind=found.list_kind, body_ref=found.body_ref).exclude(ref=ref)
    return show(
        request, "portal/list.html", "lists", title=found.title, edition=found, standing=_standing(found), rows=rows,
        labelled=[
            {"code": row["code"], "cells": list(zip(found.columns, row["cells"], strict=True))} for row in rows
        ],
        others=list(others), trail=[("首页", "/"), ("清单与依据", "/lists/"), (found.title, "")],
    )  # fmt: skip


def _standing(edition: PublicList) -> str:
    today = clock.today()
    if edition.superseded_from is not None and edition.superseded_from <= today:
        return "superseded"
    return "current" if edition.in_force_from <= today else "draft"

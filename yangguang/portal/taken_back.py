"""What is left of an edition or an officer's entry that was taken back: number, reason and dates, answered with 410 (D16)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from yangguang.bulletin.api import PublicList, PublicOfficer, entries, public_lists
from yangguang.portal.showing import show

GONE, ENDED = 410, "停止公开"
LISTS = [("首页", "/"), ("清单与依据", "/lists/")]
OFFICERS = [("首页", "/"), ("执法人员", "/officers/")]


def list_taken_back(request: HttpRequest, edition: PublicList) -> HttpResponse:
    """The tombstone of an edition, with the way to what stands now of the same list."""
    entry = entries.KINDS.get(edition.list_kind)
    if entry is not None:
        ended = bool(edition.history) and edition.history[-1]["what"] == ENDED
        return _left(
            request, edition, "lists", title=edition.title, what=entry.one, now=None, verb=ENDED if ended else "撤回",
            trail=[*LISTS, (edition.title, "")],
        )  # fmt: skip
    others = public_lists(kind=edition.list_kind, body_ref=edition.body_ref).filter(superseded_from=None)
    now = next(((f"/lists/{one.ref}", f"现在公开的：{one.title}") for one in others), None)
    return _left(
        request, edition, "lists", title=edition.title, what="这一版清单", now=now, trail=[*LISTS, (edition.title, "")]
    )


def officer_taken_back(request: HttpRequest, officer: PublicOfficer) -> HttpResponse:
    """The tombstone of an entry: no name, no certificate; whom to ask."""
    title = "执法人员公示信息已经撤回"
    return _left(
        request,
        officer,
        "officers",
        title=title,
        what="这名人员公示信息",
        now=None,
        trail=[*OFFICERS, ("已经撤回", "")],
    )


def course_of(history: Iterable[Mapping[str, Any]], published_on: date) -> list[dict[str, Any]]:
    """What happened to an edition in public, the newest first, as the timeline shows it."""
    told = [
        {"day": date.fromisoformat(one["on"]), "title": one["what"], "words": one["reason"],
         "changes": one.get("changes", ()), "hidden": one.get("hidden", False)}
        for one in history
    ]  # fmt: skip
    return [*reversed(told), {"day": published_on, "title": "公开", "words": "", "changes": (), "hidden": False}]


def _left(request: HttpRequest, one: PublicList | PublicOfficer, current: str, **context: Any) -> HttpResponse:
    history = course_of(one.history, one.published_on) if isinstance(one, PublicList) else ()
    response = show(request, "portal/taken_back.html", current, **{"verb": "撤回"} | context, one=one, history=history)
    response.status_code = GONE
    response["Cache-Control"] = "no-cache"
    return response

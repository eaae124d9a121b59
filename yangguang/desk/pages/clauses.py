"""法条与期限: every clause the product knows, with its value and its words, and which of them a lawyer has still to check."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.pages import SIGNED_IN, Expect, page
from yangguang.base.search import matches
from yangguang.base.sheets import Column, Kind
from yangguang.kernel import clock
from yangguang.statutes import Clause, UnknownClause, all_clauses, overlays
from yangguang.statutes import clause as clause_of

EVERY, TO_CHECK, LOCAL = "", "check", "local"
VIEWS = ((EVERY, "全部"), (TO_CHECK, "待核对"), (LOCAL, "须本地设定"))
COLUMNS = (
    Column("law", "法律、法规、文件", width=34), Column("article", "条文", width=20), Column("topic", "内容", width=30),
    Column("text", "原文或者转述", Kind.LINES, width=60), Column("values", "数值", width=30), Column("in_force", "施行日期", Kind.DAY),
    Column("read", "核对"), Column("checked", "核对日期", Kind.DAY), Column("to_check", "还要核对", width=30),
)  # fmt: skip
READ = {"text-read": "已读全文", "excerpt": "只读到摘录", "memory": "没有读到原文"}


@page("clauses/", name="desk:clauses", title="法条与期限", allow=SIGNED_IN, expects=Expect(other=200, superior=200))
def clauses(request: HttpRequest) -> HttpResponse:
    """The register, searched by words or number, and cut to what is still to be checked."""
    words, view = request.GET.get("q", "").strip(), request.GET.get("view", EVERY)
    rows = [c for c in all_clauses() if not words or matches(f"{c.id}{c.cite()}{c.text}", words)]
    if listing.is_export(request):
        told = "，".join(filter(None, [dict(VIEWS).get(view, "全部"), words]))
        cells = map(_cells, in_view(rows, view))
        return listing.workbook(request, title="法条与期限", columns=COLUMNS, rows=cells, filters=told)
    found = listing.page_of(request, in_view(rows, view))
    return render(request, "desk/clauses.html", {
        "page": found, "rows": [(one, list(one.values.values())) for one in found], "words": words, "view": view,
        "views": listing.views(request, "view", VIEWS, lambda name: len(in_view(rows, name))),
    })  # fmt: skip


@page(
    "clauses/<path:clause_id>", name="desk:clause", title="条文", allow=SIGNED_IN,
    expects=Expect(other=200, superior=200),
)  # fmt: skip
def one_clause(request: HttpRequest, clause_id: str) -> HttpResponse:
    """One clause whole: its words, numbers, source, worked examples, and what is still to be checked."""
    try:
        found = clause_of(clause_id)
    except UnknownClause as unknown:
        raise Http404(clause_id) from unknown
    return render(request, "desk/clause.html", {
        "one": found, "values": list(found.values.values()), "read": READ[found.sure], **where_it_governs(found, request),
        "trail": [("法条与期限", reverse("desk:clauses")), (found.cite(), "")],
    })  # fmt: skip


def _cells(one: Clause) -> dict[str, Any]:
    return {
        "law": one.law.citation, "article": one.article, "topic": one.topic, "text": one.text,
        "values": [f"{name} {value.amount} {value.unit}" for name, value in one.values.items()], "in_force": one.in_force,
        "read": READ[one.sure], "checked": one.checked, "to_check": list(one.to_check),
    }  # fmt: skip


def where_it_governs(found: Clause, request: HttpRequest) -> dict[str, Any]:
    """What goes before what: at the reader's place for a clause that others take the place of, and where this one does."""
    body = request.user.body  # type: ignore[union-attr]
    others = overlays.overriding(found.id)
    here = overlays.governing(found.id, region=body.region_code, on=clock.today()) if others else None
    return {
        "here": here,
        "others": others,
        "place": body.region_name,
        "national": [clause_of(i) for i in found.overrides],
    }


def in_view(rows: Iterable[Clause], view: str) -> list[Clause]:
    """The clauses of one view; an unknown view is all of them."""
    if view == TO_CHECK:
        return [one for one in rows if one.to_check]
    if view == LOCAL:
        return [one for one in rows if one.local]
    return list(rows)

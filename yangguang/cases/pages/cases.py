"""案件: the counted views, the filters, twenty a page, the filtered rows as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import IntegerField, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import calendars, listing
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.base.worded_once import WordedOnce, worded_once
from yangguang.cases.kinds.summary.policy import may_begin_on_the_spot
from yangguang.cases.models import Assignment, Case, Party
from yangguang.cases.pages.case import READERS
from yangguang.cases.presentation import case_rows, clocks, list_filters, progress, search, unpaid_terms
from yangguang.cases.presentation.long_lists import next_terms
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.rules.flow import STAGE_LABELS
from yangguang.directory.api import Account
from yangguang.kernel import clock

COLUMNS = [
    Column("number", "案号", width=26), Column("title", "案由", width=40), Column("party", "当事人", width=30),
    Column("kind", "种类"), Column("stage", "阶段"), Column("status", "状态", width=20), Column("handlers", "承办人"),
    Column("opened_on", "立案日期", Kind.DAY), Column("due", "最近期限", width=22), Column("due_on", "到期日", Kind.DAY),
    Column("decided_on", "决定日期", Kind.DAY), Column("closed_on", "结案日期", Kind.DAY), Column("outcome", "结果"),
]  # fmt: skip


@page("cases/", name="cases:list", title="案件", allow=READERS, expects=Expect(other=200, superior=200))
def cases(request: HttpRequest) -> HttpResponse:
    """The cases this person may see, in a view, narrowed and sorted."""
    account: Account = request.user  # type: ignore[assignment]
    wanted = search.Wanted.of(request.GET)
    view, asked, whole = request.GET.get("view", ""), search.asked_of(account, wanted), listing.by_number(request)
    view = view if view in dict(search.VIEWS) else ""
    viewer = asked.viewer if asked else search.viewer_of(account)
    if asked:
        counts = search.counts_of(asked, frozenset({view}), frozenset({whole}))
    else:
        narrowed = search.narrowed(account, wanted)
        counts = listing.counted(*search.every_view(narrowed, view, viewer, whole))
    tallies, waiting = dict(zip(dict(search.VIEWS), counts, strict=False)), counts[len(search.VIEWS) :]
    unsettled, sort = waiting[0] if waiting else None, request.GET.get("sort", "")
    if asked:
        rows = search.shown(asked, view, sort, unsettled)
    else:
        rows = search.ordered(lambda: search.in_view(narrowed, view, viewer), sort, unsettled)
    views = listing.views(request, "view", search.VIEWS, tallies.__getitem__)
    label = dict(search.VIEWS).get(view, "全部")
    if listing.is_export(request):
        told = "，".join([label, *(words for _, words in wanted.chosen())])
        return listing.workbook(request, title="案件", columns=COLUMNS, rows=map(cells_of, shown(rows)), filters=told)
    found = listing.page_of(request, rows, count=tallies.get(view, tallies[""]))
    there = shown(found)
    chips = [{"label": words, "href": listing.address(request, **{name: ""})} for name, words in wanted.chosen()]
    return render(request, "cases/list.html", {
        "page": found, "rows": there, "drawn": case_rows.drawn(there), "views": views, "view": view, "label": label,
        "filters": list_filters.drawn(view, sort, wanted.values), "chips": chips, "may_begin": may_begin_on_the_spot(account),
        "without": cases_visible_to(account).count() if not found.object_list else 0,
    })  # fmt: skip


def shown(rows: Any) -> list[dict[str, Any]]:
    """The rows with their parties, handlers and nearest own clock, in a handful of queries."""
    chosen = list(rows)
    keys = [case.pk for case in chosen]
    parties, handlers = _named(keys)
    nearest = unpaid_terms.with_unpaid(chosen, next_terms(chosen, _asked(search.terms_of, keys)), _asked)
    calendar, today = calendars.in_force(), clock.today()
    return [
        {
            "case": case, "parties": parties.get(case.pk, []), "handlers": handlers.get(case.pk, []),
            "stage": STAGE_LABELS[progress.stage_of(case)], "status": progress.status_label(case),
            "face": unpaid_terms.face_of(nearest[case.pk], calendar, today) if case.pk in nearest else None,
            "due": clocks.label_of(nearest[case.pk]) if case.pk in nearest else "",
        }
        for case in chosen
    ]  # fmt: skip


def cells_of(row: dict[str, Any]) -> dict[str, Any]:
    """One row of the sheet."""
    case: Case = row["case"]
    return {
        "number": case.number, "title": case.title, "party": row["parties"], "kind": case.get_kind_display(),
        "stage": row["stage"], "status": row["status"], "handlers": row["handlers"], "opened_on": case.opened_on,
        "due": row["due"], "due_on": row["face"].due_on if row["face"] else None, "decided_on": case.decided_on,
        "closed_on": case.closed_on, "outcome": case.get_outcome_display() if case.outcome else "",
    }  # fmt: skip


def _named(keys: list[int]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """The parties and the handlers of these cases by name, in their order, in one statement."""
    names: tuple[dict[int, list[str]], dict[int, list[str]]] = {}, {}
    for which, case, _, _, name in sorted(_asked(_names, keys)(tuple(keys))):
        names[which].setdefault(case, []).append(name)
    return names


def _asked(question: WordedOnce[Any], keys: list[int]) -> Callable[[tuple[int, ...]], Iterable[Any]]:
    """In kept words as far as a page goes, a sheet of any length in words of its own."""
    return question if len(keys) <= listing.PAGE_SIZES[-1] else question.shape


@worded_once
def _names(keys: tuple[int, ...]) -> QuerySet[Party, Any]:
    """Which of the two, whose, in what order, and the name."""
    place = ("case_id", "position", "pk")
    said = Party.objects.filter(case__pk__in=keys).order_by().values_list(Value(0, IntegerField()), *place, "name")
    standing = Assignment.objects.filter(case__pk__in=keys, ends_on=None).order_by()
    return said.union(standing.values_list(Value(1, IntegerField()), *place, "officer__name"), all=True)

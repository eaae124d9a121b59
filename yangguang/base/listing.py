"""What every list does: twenty a page, the filtered rows as XLSX, views with counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from django.core.exceptions import EmptyResultSet
from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict

from yangguang.base import exports
from yangguang.base.seeking import Seekable
from yangguang.base.sheets import Column, write_rows
from yangguang.kernel import clock

PAGE_SIZES = (20, 50, 100)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


COUNTED_TO = 10_000  # a list is counted so far, and numbers its pages; what lies beyond is reached from page to page
COUNTED_BESIDE = 1_000  # so far the lists one could look at instead: most of a page's work was counting them
FURTHEST = 10_000_000
PLACED_BY = ("page", "after", "before")  # where in a list an address stands


class Counted(int):
    """How many rows a list shows; `more` when there are others beyond what is counted."""

    more = False

    @classmethod
    def of(cls, found: int, most: int) -> Counted:
        """So many were found, looking no further than one beyond what is counted."""
        count = cls(min(found, most))
        count.more = found > most
        return count


class Beside(tuple[QuerySet[Any], ...]):
    """The parts of a list that is not the one shown: only whether there is much in it is told."""

    __slots__ = ()


class CountedAlready(Paginator):
    """A list whose rows were counted for its views: they are not counted again."""

    def __init__(self, rows: Any, size: int, count: int) -> None:
        super().__init__(rows, size)
        self.__dict__["count"] = count


class Sought(Page):
    """A page of a list that can be gone on with from its rows, beyond what is counted too."""

    goes_on = False

    def has_next(self) -> bool:
        """Whether rows follow, counted or not."""
        return self.goes_on

    def end_index(self) -> int:
        """The number of its last row."""
        return self.start_index() + max(len(self.object_list) - 1, 0)

    def place(self, index: int) -> str:
        """Where a row of it stands, for the page after or before it."""
        return str(self.paginator.object_list.place_of(self.object_list[index])) if self.object_list else ""  # type: ignore[attr-defined]


def page_of(request: HttpRequest, rows: Any, *, count: int | None = None) -> Page:
    """The page asked for; a page that is not there gives the nearest one. `count` where it is known."""
    asked = request.GET.get("size", "")
    size = int(asked) if asked in map(str, PAGE_SIZES) else PAGE_SIZES[0]
    pages = Paginator(rows, size) if count is None else CountedAlready(rows, size, count)
    if isinstance(rows, Seekable):
        return _sought(request, rows, pages)
    return pages.get_page(request.GET.get("page"))


def by_number(request: HttpRequest) -> bool:
    """Whether a page further on than the first is asked for by its number alone."""
    return request.GET.get("page", "1") != "1" and not (request.GET.get("after") or request.GET.get("before"))


def _sought(request: HttpRequest, rows: Seekable, pages: Paginator) -> Sought:
    """The rows beyond the place in the address, under the number it gives; without a place the page of this number."""
    size, number, after = pages.per_page, request.GET.get("page", ""), request.GET.get("after", "")
    place, found = after or request.GET.get("before", ""), None
    if place and number.isascii() and number.isdigit() and 1 < int(number) < FURTHEST:
        found = rows.beyond(place, size + 1 if after else size, back=not after)
    if not found or not after and len(found) < size:
        one = pages.get_page(number)
        page = Sought(one.object_list, one.number, pages)
        page.goes_on = one.has_next() or getattr(pages.count, "more", False)
        return page
    page = Sought(found[:size], int(number), pages)
    page.goes_on = not after or len(found) > size
    return page


def counted(*lists: QuerySet[Any] | Sequence[QuerySet[Any]]) -> list[Counted]:
    """How many rows each list has, which may come in parts, counted no further than this, all in one statement."""
    which, words, told = wording_of([(rows,) if isinstance(rows, QuerySet) else rows for rows in lists])
    with connection.cursor() as cursor:
        cursor.execute(words, told)
        return counts_in(which, cursor.fetchone())


Which = list[tuple[int, int]]  # the place of each list's count among the answers, and how far it was counted


def wording_of(lists: Sequence[Sequence[QuerySet[Any]]]) -> tuple[Which, str, list[Any]]:
    """Which count each list has, and the statement of the counts: the same rows are counted once, as far as any list wants."""
    wanted: dict[tuple[int, ...], str] = {}
    told: list[Any] = []
    most: dict[tuple[int, ...], int] = {}
    asked = [tuple(map(id, rows)) for rows in lists]
    for which, rows in zip(asked, lists, strict=True):
        limit = min(COUNTED_BESIDE, COUNTED_TO) if isinstance(rows, Beside) else COUNTED_TO
        most[which] = max(most.get(which, 0), limit)
    for which, rows in zip(asked, lists, strict=True):
        limit = most[which] + 1
        found = [] if which in wanted else [keys for part in rows if (keys := _keys_of(part, limit))]
        if found:
            every = " UNION ALL ".join(f"SELECT * FROM ({sql}) AS part" for sql, _ in found)  # noqa: S608
            wanted[which] = f"(SELECT COUNT(*) FROM ({every} LIMIT {limit}) AS counted)"  # noqa: S608 – the ORM's own
            told += [value for _, params in found for value in params]
        wanted.setdefault(which, "0")
    places = {which: place for place, which in enumerate(wanted)}
    return [(places[which], most[which]) for which in asked], f"SELECT {', '.join(wanted.values())}", told


def counts_in(which: Which, found: Sequence[int]) -> list[Counted]:
    """The count of each list."""
    return [Counted.of(found[place], most) for place, most in which]


def _keys_of(rows: QuerySet[Any], limit: int) -> tuple[str, tuple[Any, ...]] | None:
    """The statement of the keys of some rows; None where there can be none."""
    try:
        return rows.order_by().values("pk")[:limit].query.sql_with_params()
    except EmptyResultSet:
        return None


def is_export(request: HttpRequest) -> bool:
    """Whether the list is asked for as a workbook."""
    return request.GET.get("format") == "xlsx"


def workbook(
    request: HttpRequest, *, title: str, columns: Sequence[Column], rows: Iterable[Mapping[str, Any]], filters: str = ""
) -> HttpResponse:
    """Exactly the filtered rows, with the filter, the time and the person in the sheet."""
    now, told = clock.now(), list(rows)
    content = write_rows(columns, told, title=title, filters=filters, by=str(request.user), at=now)
    response = HttpResponse(content, content_type=XLSX)
    name = quote(f"{title}-{now.astimezone(clock.BEIJING):%Y%m%d-%H%M}.xlsx")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return exports.on_record(response, what=title, rows=len(told), filters=filters)


def views(
    request: HttpRequest, parameter: str, choices: Iterable[tuple[str, str]], count: Callable[[str], int]
) -> list[dict[str, Any]]:
    """The row of counted views: one entry a choice, the empty key being all."""
    chosen = request.GET.get(parameter, "")
    return [
        {"label": label, "count": count(key), "href": address(request, **{parameter: key}), "current": key == chosen}
        for key, label in choices
    ]


def address(request: HttpRequest, **changes: str) -> str:
    """This list's address with parameters changed; an empty value takes the parameter away; the page starts anew."""
    query = changed(request.GET, (*PLACED_BY, "format"), changes)
    return f"{request.path}?{query}" if query else request.path


def changed(query: QueryDict, dropped: Iterable[str], changes: Mapping[str, Any]) -> str:
    """A query with some parameters dropped and some changed, an empty value taking one away."""
    gone = {*dropped, *changes}
    kept = [(name, value) for name, values in query.lists() if name not in gone for value in values]
    return urlencode(kept + [(name, str(value)) for name, value in changes.items() if value not in (None, "")])

"""What every list does: twenty a page, the filtered rows as XLSX, views with counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from django.core.exceptions import EmptyResultSet
from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from yangguang.base import exports
from yangguang.base.sheets import Column, write_rows
from yangguang.kernel import clock

PAGE_SIZES = (20, 50, 100)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


COUNTED_TO = (
    10_000  # a list is counted and paged so far; who wants what lies beyond narrows it or turns its order round
)


class Counted(int):
    """How many rows a list shows; `more` when there are others beyond what is counted."""

    more = False

    @classmethod
    def of(cls, found: int) -> Counted:
        """So many were found, looking no further than one beyond what is counted."""
        count = cls(min(found, COUNTED_TO))
        count.more = found > COUNTED_TO
        return count


class CountedAlready(Paginator):
    """A list whose rows were counted for its views: they are not counted again."""

    def __init__(self, rows: Any, size: int, count: int) -> None:
        super().__init__(rows, size)
        self.__dict__["count"] = count


def page_of(request: HttpRequest, rows: Any, *, count: int | None = None) -> Page:
    """The page asked for; a page that is not there gives the nearest one. `count` where it is known."""
    asked = request.GET.get("size", "")
    size = int(asked) if asked in map(str, PAGE_SIZES) else PAGE_SIZES[0]
    pages = Paginator(rows, size) if count is None else CountedAlready(rows, size, count)
    return pages.get_page(request.GET.get("page"))


def counted(*lists: QuerySet[Any]) -> list[Counted]:
    """How many rows each query has, counted no further than a list is paged, all in one statement."""
    parts: list[str] = []
    told: list[Any] = []
    for rows in lists:
        try:
            sql, params = rows.order_by().values("pk")[: COUNTED_TO + 1].query.sql_with_params()
        except EmptyResultSet:
            parts.append("0")
            continue
        parts.append(f"(SELECT COUNT(*) FROM ({sql}) AS counted)")  # noqa: S608 – the ORM's own statements
        told += params
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", told)
        return [Counted.of(found) for found in cursor.fetchone()]


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
    query = request.GET.copy()
    for name in ("page", "format"):
        query.pop(name, None)
    for name, value in changes.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return f"{request.path}?{query.urlencode()}" if query else request.path

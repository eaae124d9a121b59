"""What every list does: twenty a page, the filtered rows as XLSX, views with counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse

from yangguang.base import exports
from yangguang.base.sheets import Column, write_rows
from yangguang.kernel import clock

PAGE_SIZES = (20, 50, 100)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page_of(request: HttpRequest, rows: Any) -> Page:
    """The page asked for; a page that is not there gives the nearest one."""
    asked = request.GET.get("size", "")
    size = int(asked) if asked in map(str, PAGE_SIZES) else PAGE_SIZES[0]
    return Paginator(rows, size).get_page(request.GET.get("page"))


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

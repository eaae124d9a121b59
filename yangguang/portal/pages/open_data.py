"""开放数据: what is public as files for other programs, with what each column means; nothing is made for a visitor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import open_data
from yangguang.portal.showing import show

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}  # fmt: skip
PIECE = 64 * 1024  # bytes
REMAKING = "刚有决定撤回或者更正，数据正在重新生成，请几分钟后再下载。"


@page("open-data/", name="portal:open_data", title="开放数据", allow=PUBLIC, site="portal")
def overview(request: HttpRequest) -> HttpResponse:
    """The tables, their files with size and fingerprint, and their columns."""
    told = open_data.index()
    return show(
        request, "portal/open_data.html", "", told=told, is_current=bool(told) and open_data.is_current(told or {}),
        remaking=REMAKING, trail=[("首页", "/"), ("开放数据", "")],
    )  # fmt: skip


@page(
    "open-data/<slug:name>.<slug:suffix>", name="portal:open_data_file", title="下载开放数据", allow=PUBLIC, site="portal",
    subject="open_data_file",
)  # fmt: skip
def data_file(request: HttpRequest, name: str, suffix: str) -> HttpResponse:
    """A file the index names, or the index; none that holds what was taken back meanwhile."""
    told = open_data.index()
    if told is None or not (suffix in _suffixes(told, name) or (name, suffix) == ("index", "json")):
        raise Http404
    path = open_data.file_of(name, suffix)
    if not open_data.is_current(told) or not path.exists():
        return HttpResponse(
            REMAKING, status=503, content_type="text/plain; charset=utf-8", headers={"Retry-After": "300"}
        )
    response = StreamingHttpResponse(_pieces(path), content_type=MEDIA_TYPES[suffix])
    response["Content-Disposition"] = content_disposition_header(True, path.name) or ""
    response["Cache-Control"], response["X-Content-Type-Options"] = "no-cache", "nosniff"
    return cast("HttpResponse", response)  # sent in pieces, which the page register need not know


def _pieces(path: Path) -> Iterator[bytes]:
    """The file piece by piece, opened only when somebody reads; the file that was opened is read to its end."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _suffixes(told: dict[str, Any], name: str) -> list[str]:
    return next((list(one["files"]) for one in told["sets"] if one["name"] == name), [])

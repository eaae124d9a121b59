"""An edition as a file to keep, served as it lies since it became public; nothing is made for a visitor."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import PublicList, pages_on_disk

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "pdf": "application/pdf",
}


@page(
    "lists/<ref:ref>/files/<slug:suffix>", name="portal:list_file", title="下载清单", allow=PUBLIC, site="portal",
    subject="public_list_file",
)  # fmt: skip
def list_file(request: HttpRequest, ref: str, suffix: str) -> HttpResponse:
    """One of the four; not found while it is not drawn yet."""
    title = PublicList.objects.filter(ref=ref).values_list("title", flat=True).first()
    path = pages_on_disk.list_file_of(ref, suffix) if suffix in MEDIA_TYPES else None
    if title is None or path is None or not path.exists():
        raise Http404
    response = HttpResponse(path.read_bytes(), content_type=MEDIA_TYPES[suffix])
    response["Content-Disposition"] = content_disposition_header(True, f"{title}.{suffix}") or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-cache"
    return response

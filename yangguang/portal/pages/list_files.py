"""An edition as a file to keep, served as it lies since it became public; nothing is made for a visitor."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import PublicList, list_files, pages_on_disk

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
    """One of the four, what the log commits to of them, or its proof; not found while it is not there yet."""
    title = PublicList.objects.filter(ref=ref).values_list("title", flat=True).first()
    content = _content(ref, suffix)
    if title is None or content is None:
        raise Http404
    response = HttpResponse(content, content_type=MEDIA_TYPES.get(suffix, MEDIA_TYPES["json"]))
    name = f"{title}.{'snapshot.json' if suffix == list_files.SNAPSHOT else suffix}"
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-cache"
    return response


def _content(ref: str, suffix: str) -> bytes | None:
    if suffix == list_files.SNAPSHOT:
        return list_files.snapshot_by_ref(ref)
    path = pages_on_disk.list_file_of(ref, suffix) if suffix in (*MEDIA_TYPES, list_files.PROOF) else None
    return path.read_bytes() if path is not None and path.exists() else None

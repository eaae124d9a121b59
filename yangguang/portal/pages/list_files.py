"""An edition as a file to keep, served as it lies since it became public; nothing is made for a visitor."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import PublicList, list_copies, list_files, pages_on_disk
from yangguang.portal.taken_back import list_taken_back

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
    """One of the four, what the log commits to of them, or its proof; not found while it is not there yet, and gone once the
    edition was taken back.
    """
    edition = list_copies.list_by_ref(ref)
    if edition is None:
        raise Http404
    if not edition.stands:
        return list_taken_back(request, edition)
    content = _content(edition, suffix)
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type=MEDIA_TYPES.get(suffix, MEDIA_TYPES["json"]))
    name = f"{edition.title}.{'snapshot.json' if suffix == list_files.SNAPSHOT else suffix}"
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-cache"
    return response


def _content(edition: PublicList, suffix: str) -> bytes | None:
    if suffix == list_files.SNAPSHOT:
        return list_files.snapshot_of(edition) if edition.files else None
    path = pages_on_disk.list_file_of(edition.ref, suffix) if suffix in (*MEDIA_TYPES, list_files.PROOF) else None
    return path.read_bytes() if path is not None and path.exists() else None

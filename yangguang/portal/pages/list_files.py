"""An edition as a file to keep, served as it lies since it became public; nothing is made for a visitor."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import PublicList, list_copies, pages_on_disk
from yangguang.portal.taken_back import list_taken_back

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "pdf": "application/pdf",
}


COPY, PROOF = "copy", "tlog-proof"


@page(
    "lists/<ref:ref>/files/<slug:suffix>", name="portal:list_file", title="下载清单", allow=PUBLIC, site="portal",
    subject="public_list_file",
)  # fmt: skip
def list_file(request: HttpRequest, ref: str, suffix: str) -> HttpResponse:
    """One of the four, the copy that its fingerprint was taken over, or the proof of the log; not found while it is not there
    yet, and gone once the edition was taken back.
    """
    edition = list_copies.list_by_ref(ref)
    if edition is None:
        raise Http404
    if not edition.stands:
        return list_taken_back(request, edition)
    content = _content(edition, suffix)
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type=MEDIA_TYPES.get(suffix, "text/plain; charset=utf-8"))
    name = f"{edition.title}.{suffix}" if suffix in MEDIA_TYPES else f"{ref}.{suffix}"
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-cache"
    return response


def _content(edition: PublicList, suffix: str) -> bytes | None:
    if suffix == COPY:
        return list_copies.copy_of_list(edition).canonical() if edition.digest else None
    path = pages_on_disk.proof_of(edition.ref) if suffix == PROOF else None
    path = pages_on_disk.list_file_of(edition.ref, suffix) if suffix in MEDIA_TYPES else path
    return path.read_bytes() if path is not None and path.exists() else None

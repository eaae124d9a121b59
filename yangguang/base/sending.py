"""Stored files on their way to a browser: with their own type and name, never guessed, in a sandbox."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse, StreamingHttpResponse

from yangguang.base import exports, media_kinds, vault
from yangguang.base.events import Subject
from yangguang.base.models import Blob

SUFFIXES = {
    "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "video/mp4": ".mp4", "audio/mpeg": ".mp3",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx", "text/plain": ".txt", "application/zip": ".zip",
}  # fmt: skip
SUFFIXES = media_kinds.SUFFIX_OF | SUFFIXES
HELD = 4 * 1024 * 1024  # bytes that are read at once and checked before the first of them leaves
SHOWN_IN_PLACE = frozenset({"application/pdf", "image/jpeg", "image/png"})


def sent(stored: Blob | None, name: str, *, stretch: str = "") -> HttpResponse:
    """The content with its own type and name, never guessed by the browser; of a large one only the `stretch` it asks for.

    What is large leaves block by block, checked on its way.
    """
    if stored is None:
        raise Http404
    response = _small(stored) if stored.size <= HELD else _stretch(stored, stretch)
    way = "inline" if stored.media_type in SHOWN_IN_PLACE else "attachment"
    file_name = quote(f"{name}{SUFFIXES.get(stored.media_type, '')}", safe="")
    response["Content-Disposition"] = f"{way}; filename*=UTF-8''{file_name}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _small(stored: Blob) -> HttpResponse:
    return HttpResponse(vault.read(stored), content_type=stored.media_type)


def _stretch(stored: Blob, told: str) -> Any:
    """The whole of a large file, a stretch of it (206), or the answer that there is no such stretch (416)."""
    start, stop = stretch_of(told, stored.size)
    if start >= stop:
        response: Any = HttpResponse(status=416, content_type=stored.media_type)
        response["Content-Range"] = f"bytes */{stored.size}"
        return response
    part = told != "" and (start, stop) != (0, stored.size)
    response = StreamingHttpResponse(
        vault.blocks(stored, start, stop), status=206 if part else 200, content_type=stored.media_type
    )
    response["Accept-Ranges"], response["Content-Length"] = "bytes", stop - start
    if part:
        response["Content-Range"] = f"bytes {start}-{stop - 1}/{stored.size}"
    return response


def stretch_of(told: str, size: int) -> tuple[int, int]:
    """Where a Range header begins and ends; everything for one that asks for nothing we know, nothing for one beyond the end."""
    found = re.fullmatch(r"bytes=(\d{0,18})-(\d{0,18})", told, re.ASCII)
    if found is None or found.groups() == ("", ""):
        return 0, size
    first, last = found.groups()
    if not first:
        return (max(0, size - int(last)), size) if int(last) else (size, size)
    if last and int(last) < int(first):
        return 0, size
    return int(first), min(size, int(last) + 1) if last else size


def sent_on_record(stored: Blob, name: str, subject: Subject) -> HttpResponse:
    """The content, with a line in the record of what it belongs to."""
    return exports.on_record(sent(stored, name), what=name, rows=1, subject=subject)

"""Stored files on their way to a browser: with their own type and name, never guessed, in a sandbox."""

from __future__ import annotations

from urllib.parse import quote

from django.http import Http404, HttpResponse

from yangguang.base import exports, vault
from yangguang.base.events import Subject
from yangguang.base.models import Blob

SUFFIXES = {
    "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "video/mp4": ".mp4", "audio/mpeg": ".mp3",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx", "text/plain": ".txt",
}  # fmt: skip
SHOWN_IN_PLACE = frozenset({"application/pdf", "image/jpeg", "image/png"})


def sent(stored: Blob | None, name: str) -> HttpResponse:
    """The content with its own type and name, never guessed by the browser."""
    if stored is None:
        raise Http404
    response = HttpResponse(vault.read(stored), content_type=stored.media_type)
    way = "inline" if stored.media_type in SHOWN_IN_PLACE else "attachment"
    file_name = quote(f"{name}{SUFFIXES.get(stored.media_type, '')}", safe="")
    response["Content-Disposition"] = f"{way}; filename*=UTF-8''{file_name}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def sent_on_record(stored: Blob, name: str, subject: Subject) -> HttpResponse:
    """The content, with a line in the record of what it belongs to."""
    return exports.on_record(sent(stored, name), what=name, rows=1, subject=subject)

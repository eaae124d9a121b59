"""What leaves the vault of recordings: previews to look at, frames and clips, originals – and the watermark over them."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import exports, ledger
from yangguang.base.events import Subject
from yangguang.base.pages import page
from yangguang.base.sending import sent
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.records.events.viewing import RecordingViewed
from yangguang.records.models import DerivedAs
from yangguang.records.pages.document import OF_A_FILE
from yangguang.records.pages.recording import found
from yangguang.records.policy import FILE_READERS, purpose_of
from yangguang.records.queries import derivative_visible_to

LOOKED_AT = frozenset({DerivedAs.PREVIEW})
SMALL = frozenset({DerivedAs.POSTER, DerivedAs.SMALL})
LOOKED_ANEW: timedelta = settings.VIEWED_ANEW


@page("derivatives/<ref:ref>/", name="records:derivative", title="预览、截图、片段", allow=FILE_READERS, subject="derivative",
      expects=OF_A_FILE)  # fmt: skip
def derivative(request: HttpRequest, ref: str) -> HttpResponse:
    """A preview is looked at: one line for so long. A frame or clip is taken: a line each time."""
    account: Account = request.user  # type: ignore[assignment]
    row = derivative_visible_to(account, ref)
    if row is None or row.blob is None:
        raise Http404
    name = f"{row.source.name}-{row.get_purpose_display()}"
    stretch = request.headers.get("Range", "")
    response = sent(row.blob, name, stretch=stretch)
    if row.purpose in SMALL:
        return response
    subject = row.source.subject
    if row.purpose in LOOKED_AT:
        if _on_record_lately(account, subject, "RecordingViewed"):
            return response
        return exports.put_down(response, RecordingViewed(row.source.name, purpose_of(account)), subject)
    if stretch and _on_record_lately(account, row.subject, "DataExported"):
        return response
    return exports.on_record(response, what=name, rows=1, subject=row.subject)


@page("recordings/<ref:ref>/original/", name="records:original", title="录音录像原件", allow=FILE_READERS, subject="recording",
      expects=OF_A_FILE)  # fmt: skip
def original(request: HttpRequest, ref: str) -> HttpResponse:
    """The bytes as they came."""
    media, _ = found(request, ref)
    stretch = request.headers.get("Range", "")
    response = sent(media.blob, media.name.rpartition(".")[0] or media.name, stretch=stretch)
    if stretch and _on_record_lately(request.user, media.subject, "DataExported"):  # type: ignore[arg-type]
        return response
    return exports.on_record(response, what=f"原件 {media.name}", rows=1, subject=media.subject)


def _on_record_lately(account: Account, subject: Subject, event: str) -> bool:
    since = clock.now() - LOOKED_ANEW
    lines = ledger.entries_about(subject.kind, subject.ref).filter(
        event=event, actor_ref=account.actor_ref, recorded_at__gt=since
    )
    return bool(lines.exists())


@page("recordings/<ref:ref>/watermark/", name="records:watermark", title="水印", allow=FILE_READERS, subject="recording",
      expects=OF_A_FILE)  # fmt: skip
def watermark(request: HttpRequest, ref: str) -> HttpResponse:
    """Who looks, when, what for: drawn by the server for this person, laid over the picture by the page."""
    found(request, ref)
    account: Account = request.user  # type: ignore[assignment]
    told = f"{account.name} {clock.now().astimezone(clock.BEIJING):%Y-%m-%d %H:%M} {purpose_of(account)}"
    rows = [{"x": 60 - 210 * (row % 2), "y": 80 + 110 * row} for row in range(14)]
    response = render(request, "records/watermark.svg", {"told": told, "rows": rows, "columns": range(0, 2000, 420)})
    response["Content-Type"] = "image/svg+xml"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response

"""One recording or picture: its preview under a watermark, the case's acts at their instants, what was said about it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base.pages import Expect, page
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.records import player
from yangguang.records.models import MakingState, MarkKind, MediaManifest
from yangguang.records.pages.document import OF_A_FILE
from yangguang.records.policy import FILE_READERS, purpose_of
from yangguang.records.queries import media_visible_to
from yangguang.records.readers import FileFace, face_of
from yangguang.records.rules import instants
from yangguang.records.use_cases._make_derivative import stretch_of
from yangguang.records.use_cases.ask_for_cutting import CUTTINGS

KEPT_OPEN = Expect(own=404)  # whoever does not keep the file finds no form


def found(request: HttpRequest, ref: str) -> tuple[MediaManifest, FileFace]:
    """The original and its file, or 404."""
    account: Account = request.user  # type: ignore[assignment]
    media = media_visible_to(account, ref)
    if media is None:
        raise Http404
    return media, face_of(account, media.file_ref)


@page("recordings/<ref:ref>/", name="records:recording", title="音像记录", allow=FILE_READERS, subject="recording",
      expects=OF_A_FILE)  # fmt: skip
def recording(request: HttpRequest, ref: str) -> HttpResponse:
    """Look at it. That it was looked at is written down when it is sent, not when this page is opened."""
    media, file = found(request, ref)
    shown = player.Shown.of(media)
    rows, length = player.beside(shown), shown.milliseconds or 0
    looked, times = player.looked(media)
    return render(request, "records/recording.html", {
        "media": media, "shown": shown, "file": file, "length": instants.told(length // 1000 * 1000), "milliseconds": length,
        "rows": rows, "marks": sum(row["mark"] for row in rows), "lacking": player.marks_due(rows) if shown.plays else [],
        "flags": player.on_track(rows, length), "wave": player.wave(shown.facts.get("peaks", [])), "scale": player.scale(length),
        "same_day": player.same_day(shown), "looked": looked, "times": times, "entry": media.entries.last(),
        "cuttings": _cuttings(media), "kinds": MarkKind.choices, "purpose": purpose_of(request.user),  # type: ignore[arg-type]
        "start": instants.read(request.GET.get("t", "")) or 0, "seconds": _seconds(request.GET.get("t", "")),
        "day": clock.legal_day(shown.began_at), "retired": media.marks.exclude(retired_at=None).count(),
        "trail": [("案件", ""), (file.label, file.href), (media.name, "")],
    })  # fmt: skip


def _seconds(told: str) -> str:
    """Where playing begins without scripts: 00:12:40 in the address as seconds."""
    at = instants.read(told)
    return f"{at / 1000:g}" if at else ""


def _cuttings(media: MediaManifest) -> list[dict[str, Any]]:
    rows = [one for one in media.derivatives.all() if one.purpose in CUTTINGS]
    return [
        {
            "row": one,
            "stretch": stretch_of(one),
            "made": one.state == MakingState.MADE,
            "at": instants.told(one.from_ms or 0),
        }
        for one in rows
    ]

"""Every recording and picture of a file: by day in their order with the gaps between them, and the wall of photographs."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base.pages import page
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.records.pages.document import OF_A_FILE
from yangguang.records.player import Shown
from yangguang.records.policy import FILE_READERS
from yangguang.records.queries import media_of
from yangguang.records.readers import face_of, may_read
from yangguang.records.rules import instants


@page("files/<ref:ref>/recordings/", name="records:recordings", title="音像记录", allow=FILE_READERS, subject="case",
      expects=OF_A_FILE)  # fmt: skip
def recordings(request: HttpRequest, ref: str) -> HttpResponse:
    """All of a file, the newest day last: this is how a visit went."""
    account: Account = request.user  # type: ignore[assignment]
    if not may_read(account, ref):
        raise Http404
    file = face_of(account, ref)
    found = sorted(map(Shown.of, media_of(ref)), key=lambda one: (one.began_at, one.media.pk))
    played = [one for one in found if one.plays]
    return render(request, "records/recordings.html", {
        "file": file, "file_ref": ref, "days": _days(played), "photos": [one for one in found if not one.plays],
        "recordings": len(played), "trail": [("案件", ""), (file.label, file.href), ("音像记录", "")],
    })  # fmt: skip


def _days(played: list[Shown]) -> list[dict[str, Any]]:
    days = []
    for day, group in groupby(played, key=lambda one: clock.legal_day(one.began_at)):
        of_day = list(group)
        gaps = {gap.after: gap.words for gap in instants.gaps_between([one.taken for one in of_day])}
        days.append({"day": day, "rows": [_row(one, gaps.get(one.media.public_id, "")) for one in of_day]})
    return days


def _row(one: Shown, gap: str) -> dict[str, Any]:
    length = one.milliseconds
    entry = next(reversed(one.media.entries.all()), None)
    return {
        "shown": one, "media": one.media, "gap": gap, "ends": one.taken.ended_at if length else None,
        "length": instants.told(length // 1000 * 1000) if length else "", "entry": entry, "poster": one.made.get("poster"),
    }  # fmt: skip

"""Recording on the spot with a telephone: the page of a case, what waits to be handed over, and what keeps both without a network."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import calendars
from yangguang.base.pages import SIGNED_IN, Expect, page
from yangguang.directory.api import Account, sign_in_over_at
from yangguang.kernel import clock
from yangguang.records.policy import KEEPERS
from yangguang.records.readers import face_of, front_of
from yangguang.records.rules.captures import ANNOUNCED, INTERRUPTED, MATTERS, PLACES, PRIVATE, SPOKEN, WHOLE, basis
from yangguang.statutes import clause, overlays
from yangguang.statutes.deadlines import due

KEPT_FOR = "X-Kept-For"
UPLOADED_BY = "GD-REC-2021:23.1"
DAYS_SHOWN = range(-7, 4)  # recordings of these days, from today: the page may be read days later


@page("files/<ref:ref>/field/", name="records:field", title="现场采集", allow=KEEPERS, subject="case",
      expects=Expect(own=404))  # fmt: skip
def field(request: HttpRequest, ref: str) -> HttpResponse:
    """Record and photograph for a case, with or without a network."""
    account: Account = request.user  # type: ignore[assignment]
    file = face_of(account, ref)
    if not file.keeps:
        raise Http404
    region = account.body.region_code
    return _kept(request, "records/field.html", {
        "file": file, "file_ref": ref, "back": file.href, "handlers": "、".join(front_of(ref).handlers),
        "matters": [{"label": label, "whole": whole} for label, whole in MATTERS.items()],
        "places": PLACES.items(), "spoken": SPOKEN.items(),
        "announced_clause": basis(ANNOUNCED, region), "interrupted_clause": basis(INTERRUPTED, region),
        "private_clause": basis(PRIVATE, region), "whole_clause": basis(WHOLE, region),
    })  # fmt: skip


@page("field/", name="records:field_queue", title="待传记录", allow=KEEPERS)
def field_queue(request: HttpRequest) -> HttpResponse:
    """What lies on this telephone and waits to be handed over; the telephone itself fills it in."""
    account: Account = request.user  # type: ignore[assignment]
    there = overlays.covers(clause(UPLOADED_BY).law.region, account.body.region_code)
    told = {
        "back": "/desk/",
        "due_clause": UPLOADED_BY if there else "",
        "due_days": json.dumps(_due_days() if there else {}),
    }
    return _kept(request, "records/field_queue.html", told)


@page("service-worker.js", name="records:service_worker", title="离线采集", allow=SIGNED_IN)
def service_worker(request: HttpRequest) -> HttpResponse:
    """What keeps the two pages for when there is no network; it stands here because it may only look after what lies below it."""
    place = finders.find("js/field-service-worker.js")
    return HttpResponse(Path(str(place)).read_bytes(), content_type="text/javascript; charset=utf-8")


def _kept(request: HttpRequest, template: str, told: dict[str, Any]) -> HttpResponse:
    """A page that the telephone may keep until this sign-in is over."""
    answer = render(request, template, {"file_ref": "", "due_days": "{}"} | told)
    answer[KEPT_FOR] = str(int((sign_in_over_at(request.session) - clock.now()).total_seconds()))
    return answer


def _due_days() -> dict[str, str]:
    """By when what was recorded on a day has to be handed over (GD-REC-2021:23.1)."""
    calendar, today = calendars.in_force(), clock.today()
    days = [today + timedelta(days=1) * number for number in DAYS_SHOWN]
    return {day.isoformat(): due(UPLOADED_BY, day, calendar).day.isoformat() for day in days}

"""What a grant opens: a marked copy of each picture and paper, recordings under the mark, the original where it may be taken."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yangguang.base import exports, ledger
from yangguang.base.pages import Expect, page
from yangguang.base.sending import sent
from yangguang.directory.api import DeskRequest
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.records.events.access import OriginalViewed
from yangguang.records.marked_copies import blob_of, copy_of, mark_of, plays
from yangguang.records.models import AccessItem, AccessState
from yangguang.records.pages.denying import denied, unshown
from yangguang.records.policy import FILE_READERS, stands

ASKERS = Expect(own=404, superior=404)
ONLINE, TAKEN = "在线查看", "下载原件"
PLAYED = frozenset({"video", "audio"})  # what a browser says it wants an answer for when it plays it


def _opened(request: DeskRequest, ref: str) -> tuple[AccessItem | None, HttpResponse | None]:
    """The item if its grant stands and was begun; else what is answered instead."""
    rows = AccessItem.objects.select_related(
        "access__body", "access__asked_by_body", "evidence__blob", "scan__blob", "scan__document", "document__body"
    )
    item = rows.filter(public_id=ref, access__asked_by_ref=request.user.actor_ref).first()
    if item is None:
        raise Http404
    if not stands(item.access, clock.today()):
        return None, denied(request, item.title, item.access.file_ref, item.access)
    if item.access.state != AccessState.OPEN:
        return None, redirect("records:begin_access", item.access.public_id)
    return item, None


def _told(response: HttpResponse, item: AccessItem, way: str) -> HttpResponse:
    access = item.access
    return exports.told(response, OriginalViewed(access.number, item.title, way, access.purpose), access.subject)


@page("access-items/<ref:ref>/", name="records:access_item", title="调阅内容", allow=FILE_READERS, subject="access_item",
      expects=ASKERS)  # fmt: skip
def item_page(request: DeskRequest, ref: str) -> HttpResponse:
    """One original on screen, under the mark."""
    item, instead = _opened(request, ref)
    if item is None:
        return instead  # type: ignore[return-value]
    blob = blob_of(item)
    return render(request, "records/access_item.html", {
        "item": item, "access": item.access, "plays": plays(item), "mark": mark_of(item.access), "times": range(24),
        "is_picture": blob is not None and blob.media_type.startswith("image/"), "blob": blob,
        "may_take": item.access.download and blob is not None,
        "trail": [
            ("调阅", reverse("records:accesses")), (item.access.number, reverse("records:access", args=[item.access.public_id])),
            (item.title, ""),
        ],
    })  # fmt: skip


@page("access-items/<ref:ref>/copy/", name="records:access_copy", title="带水印的副本", allow=FILE_READERS, subject="access_item",
      expects=ASKERS)  # fmt: skip
def copy(request: DeskRequest, ref: str) -> HttpResponse:
    """The marked copy; a recording stretch by stretch, to a player only."""
    item, instead = _opened(request, ref)
    if item is None:
        return instead  # type: ignore[return-value]
    if plays(item):
        return _played(request, item)
    try:
        made = copy_of(item)
    except Refused as refusal:
        return unshown(request, item.title, refusal)
    response = HttpResponse(made.content, content_type=made.media_type)
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    return _told(response, item, ONLINE)


def _played(request: DeskRequest, item: AccessItem) -> HttpResponse:
    if request.headers.get("Sec-Fetch-Dest", "") not in PLAYED and not item.access.download:
        raise Http404
    stretch = request.headers.get("Range", "")
    response = sent(blob_of(item), item.title, stretch=stretch)
    response["Content-Disposition"] = "inline"
    return response if stretch and _lately(request, item) else _told(response, item, ONLINE)


def _lately(request: HttpRequest, item: AccessItem) -> bool:
    since = clock.now() - settings.VIEWED_ANEW
    lines = ledger.entries_about("access", item.access.public_id).filter(event="OriginalViewed", recorded_at__gt=since)
    return any(line.facts["what"] == item.title for line in lines)


@page("access-items/<ref:ref>/original/", name="records:access_original", title="调阅的原件", allow=FILE_READERS,
      subject="access_item", expects=ASKERS)  # fmt: skip
def original(request: DeskRequest, ref: str) -> HttpResponse:
    """The original itself, only where the grant says so."""
    item, instead = _opened(request, ref)
    if item is None:
        return instead  # type: ignore[return-value]
    if not item.access.download:
        return denied(request, f"{item.title}（下载）", item.access.file_ref, item.access)
    response = sent(blob_of(item), item.title, stretch=request.headers.get("Range", ""))
    response["Content-Disposition"] = response["Content-Disposition"].replace("inline", "attachment", 1)
    return _told(response, item, TAKEN)  # told as exports.on_record( does, with an event of its own

"""The door through which recordings come in parts and go on after any cut: tus 1.0, for whoever keeps the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from threading import BoundedSemaphore

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.pages import Expect, PublicIdConverter, page
from yangguang.base.serving.bodies import Body
from yangguang.kernel import growing
from yangguang.kernel.moment import Moment
from yangguang.records import incoming
from yangguang.records.models import TrustOrigin, Upload, UploadState
from yangguang.records.policy import KEEPERS
from yangguang.records.queries import own_captures, upload_visible_to
from yangguang.records.readers import may_read
from yangguang.records.rules import tus
from yangguang.records.tus_answers import answered, expiring, spoken, told
from yangguang.records.use_cases import _receive_part as receiving
from yangguang.records.use_cases.begin_upload import Brought, begin_upload
from yangguang.records.use_cases.end_upload import end_upload
from yangguang.records.use_cases.finish_upload import finish_upload

PART = "application/offset+octet-stream"
_receiving = BoundedSemaphore(settings.UPLOADS_AT_ONCE)


@page("uploads/", name="records:uploads", title="上传", allow=KEEPERS, methods=("OPTIONS", "POST"))
def uploads(request: HttpRequest) -> HttpResponse:
    """Say what may be brought, or begin to bring it."""
    if request.method == "OPTIONS":
        return spoken(HttpResponse(status=204))
    if request.method != "POST":
        return HttpResponseNotAllowed(["OPTIONS", "POST"])
    return answered(request, lambda: _begun(request))


@page("uploads/<ref:ref>/", name="records:upload", title="上传", allow=KEEPERS, subject="upload", expects=Expect(own=404),
      methods=("HEAD", "PATCH", "DELETE"))  # fmt: skip
def upload(request: HttpRequest, ref: str) -> HttpResponse:
    """How far it is, its next part, or its end; only for whoever began it."""
    found = upload_visible_to(request.user, ref)  # type: ignore[arg-type]
    if found is None:
        raise Http404
    if request.method == "GET":
        stored = found.sha256 if found.state == UploadState.FINISHED else ""
        return JsonResponse({"offset": found.offset, "length": found.length, "state": found.state, "sha256": stored})
    ways: dict[str | None, Callable[[], HttpResponse]] = {
        "HEAD": lambda: _far(request, found), "PATCH": lambda: _part(request, found), "DELETE": lambda: _ended(request, found),
    }  # fmt: skip
    return answered(request, ways[request.method])


def _begun(request: HttpRequest) -> HttpResponse:
    said, now, account = tus.metadata(request.headers.get("Upload-Metadata", "")), Moment.now(), request.user
    brought = Brought(
        said.get("filename", ""), tus.number(request.headers.get("Upload-Length")),
        tus.instant(said.get("occurredat", "")) or now.recorded_at,
        said.get("officer", ""), said.get("device", ""), tus.instant(said.get("devicetime", "")),
    )  # fmt: skip
    if not re.fullmatch(PublicIdConverter.regex, said.get("case", "")) or not may_read(account, said["case"]):
        raise Http404
    origin = TrustOrigin.MANUAL
    if told := said.get("capture", ""):
        capture = get_object_or_404(own_captures(account), public_id=told)  # type: ignore[arg-type]
        brought, origin = brought.of(capture), TrustOrigin.MANUAL if capture.chosen else TrustOrigin.FIELD
    begun = begin_upload(file_ref=said["case"], brought=brought, actor=account, at=now, trust_origin=origin)  # type: ignore[arg-type]
    answer = expiring(HttpResponse(status=201), begun)
    answer["Location"] = reverse("records:upload", args=[begun.public_id])
    return answer


def _far(request: HttpRequest, found: Upload) -> HttpResponse:
    """A file that came whole when the server died is finished now."""
    if found.state == UploadState.OPEN and found.offset == found.length:
        with growing.alone_with(incoming.part_of(found.public_id)):
            found = finish_upload(upload_ref=found.public_id, actor=request.user, at=Moment.now())  # type: ignore[arg-type]
    if found.state not in {UploadState.OPEN, UploadState.FINISHED}:
        raise receiving.Gone
    answer = expiring(HttpResponse(status=200), found)
    answer["Upload-Offset"], answer["Upload-Length"] = found.offset, found.length
    return answer


def _part(request: HttpRequest, found: Upload) -> HttpResponse:
    if found.state != UploadState.OPEN or found.sha256:
        raise receiving.Gone
    if request.content_type != PART:
        return told(415, f"请按 {PART} 发送。")
    algorithm, checksum = tus.checksum(request.headers.get("Upload-Checksum", ""))
    offset, length = (tus.number(request.headers.get(name)) for name in ("Upload-Offset", "Content-Length"))
    if not _receiving.acquire(blocking=False):
        answer = told(503, "同时上传的人较多，请稍后续传。")
        answer["Retry-After"] = "5"
        return answer
    try:
        body = Body(request.META, silence=settings.UPLOAD_SILENCE)
        part = receiving.Part(offset, length, body.read, algorithm, checksum)
        found = receiving.receive_part(found.public_id, part, actor=request.user, at=Moment.now())  # type: ignore[arg-type]
    finally:
        _receiving.release()
    answer = expiring(HttpResponse(status=204), found)
    answer["Upload-Offset"] = found.offset
    return answer


def _ended(request: HttpRequest, found: Upload) -> HttpResponse:
    if found.state not in {UploadState.OPEN, UploadState.FINISHED}:
        raise receiving.Gone
    end_upload(upload_ref=found.public_id, actor=request.user, at=Moment.now())  # type: ignore[arg-type]
    return HttpResponse(status=204)

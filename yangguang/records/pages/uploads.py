"""The door through which recordings come in parts and go on after any cut: tus 1.0, for whoever keeps the file."""

from __future__ import annotations

from collections.abc import Callable
from threading import BoundedSemaphore

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.urls import reverse
from django.utils.http import http_date

from yangguang.base.pages import Expect, page
from yangguang.base.serving.bodies import reader_of
from yangguang.kernel import growing
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records import incoming
from yangguang.records.models import Upload, UploadState
from yangguang.records.policy import KEEPERS
from yangguang.records.queries import upload_visible_to
from yangguang.records.readers import may_read
from yangguang.records.rules import tus
from yangguang.records.use_cases import _receive_part as receiving
from yangguang.records.use_cases.begin_upload import Brought, begin_upload
from yangguang.records.use_cases.end_upload import end_upload
from yangguang.records.use_cases.finish_upload import finish_upload

PART = "application/offset+octet-stream"
FAULTS: dict[type[Exception], tuple[int, str]] = {
    receiving.WrongOffset: (409, "续传的位置不对，请先查询已收到多少。"),
    receiving.WrongChecksum: (460, "这一段与校验值不符，没有保留。"),
    receiving.TooLong: (413, "这一段超过了文件的大小。"),
    receiving.Gone: (410, "这次上传已经结束。"),
    receiving.ContentRefused: (415, "文件内容与扩展名不符，或者不是允许的种类，没有保存。"),
    growing.Taken: (423, "这个文件正在由另一处上传。"),
    tus.Unreadable: (400, "请求的格式不对。"),
    OSError: (507, "服务器没有写下这一段，请稍后续传。"),
}
_receiving = BoundedSemaphore(settings.UPLOADS_AT_ONCE)


@page("uploads/", name="records:uploads", title="上传", allow=KEEPERS, methods=("OPTIONS", "POST"))
def uploads(request: HttpRequest) -> HttpResponse:
    """Say what may be brought, or begin to bring it."""
    if request.method == "OPTIONS":
        return _spoken(HttpResponse(status=204))
    if request.method != "POST":
        return HttpResponseNotAllowed(["OPTIONS", "POST"])
    return _answered(request, lambda: _begun(request))


@page("uploads/<ref:ref>/", name="records:upload", title="上传", allow=KEEPERS, subject="upload", expects=Expect(own=404),
      methods=("HEAD", "PATCH", "DELETE"))  # fmt: skip
def upload(request: HttpRequest, ref: str) -> HttpResponse:
    """How far it is, its next part, or its end; only for whoever began it."""
    found = upload_visible_to(request.user, ref)  # type: ignore[arg-type]
    if found is None:
        raise Http404
    if request.method == "GET":
        return JsonResponse({"offset": found.offset, "length": found.length, "state": found.state})
    ways: dict[str | None, Callable[[], HttpResponse]] = {
        "HEAD": lambda: _far(request, found), "PATCH": lambda: _part(request, found), "DELETE": lambda: _ended(request, found),
    }  # fmt: skip
    return _answered(request, ways[request.method])


def _answered(request: HttpRequest, act: Callable[[], HttpResponse]) -> HttpResponse:
    if request.headers.get("Tus-Resumable") != tus.VERSION:
        return _spoken(_told(412, "请使用 tus 1.0.0 上传。"))
    try:
        return _spoken(act())
    except Refused as refusal:
        return _spoken(_told(413 if refusal.field == "file" else 403, f"{refusal.reason}{refusal.remedy}"))
    except tuple(FAULTS) as fault:
        return _spoken(_told(*next(told for kind, told in FAULTS.items() if isinstance(fault, kind))))


def _begun(request: HttpRequest) -> HttpResponse:
    told = tus.metadata(request.headers.get("Upload-Metadata", ""))
    length = tus.number(request.headers.get("Upload-Length"))
    now = Moment.now()
    brought = Brought(
        told.get("filename", ""), length, tus.instant(told.get("occurredat", "")) or now.recorded_at,
        told.get("officer", ""), told.get("device", ""), tus.instant(told.get("devicetime", "")),
    )  # fmt: skip
    if not may_read(request.user, told.get("case", "")):
        raise Http404
    begun = begin_upload(file_ref=told.get("case", ""), brought=brought, actor=request.user, at=now)  # type: ignore[arg-type]
    answer = _expiring(HttpResponse(status=201), begun)
    answer["Location"] = reverse("records:upload", args=[begun.public_id])
    return answer


def _far(request: HttpRequest, found: Upload) -> HttpResponse:
    """A file that came whole when the server died is finished now."""
    if found.state == UploadState.OPEN and found.offset == found.length:
        with growing.alone_with(incoming.part_of(found.public_id)):
            found = finish_upload(upload_ref=found.public_id, actor=request.user, at=Moment.now())  # type: ignore[arg-type]
    if found.state not in {UploadState.OPEN, UploadState.FINISHED}:
        raise receiving.Gone
    answer = _expiring(HttpResponse(status=200), found)
    answer["Upload-Offset"], answer["Upload-Length"] = found.offset, found.length
    return answer


def _part(request: HttpRequest, found: Upload) -> HttpResponse:
    if found.state != UploadState.OPEN or found.sha256:
        raise receiving.Gone
    if request.content_type != PART:
        return _told(415, f"请按 {PART} 发送。")
    algorithm, checksum = tus.checksum(request.headers.get("Upload-Checksum", ""))
    offset, length = (tus.number(request.headers.get(name)) for name in ("Upload-Offset", "Content-Length"))
    if not _receiving.acquire(blocking=False):
        answer = _told(503, "同时上传的人较多，请稍后续传。")
        answer["Retry-After"] = "5"
        return answer
    try:
        read = reader_of(request.META, silence=settings.UPLOAD_SILENCE)
        part = receiving.Part(offset, length, read, algorithm, checksum)
        found = receiving.receive_part(found.public_id, part, actor=request.user, at=Moment.now())  # type: ignore[arg-type]
    finally:
        _receiving.release()
    answer = _expiring(HttpResponse(status=204), found)
    answer["Upload-Offset"] = found.offset
    return answer


def _ended(request: HttpRequest, found: Upload) -> HttpResponse:
    if found.state not in {UploadState.OPEN, UploadState.FINISHED}:
        raise receiving.Gone
    end_upload(upload_ref=found.public_id, actor=request.user, at=Moment.now())  # type: ignore[arg-type]
    return HttpResponse(status=204)


def _told(status: int, words: str) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")


def _expiring(answer: HttpResponse, one: Upload) -> HttpResponse:
    if one.state == UploadState.OPEN:
        answer["Upload-Expires"] = http_date(one.expires_at.timestamp())
    return answer


def _spoken(answer: HttpResponse) -> HttpResponse:
    """What every answer of the protocol says."""
    answer["Tus-Resumable"] = answer["Tus-Version"] = tus.VERSION
    answer["Tus-Extension"], answer["Tus-Max-Size"] = tus.EXTENSIONS, settings.UPLOAD_MOST_BYTES
    answer["Tus-Checksum-Algorithm"] = ",".join(tus.ALGORITHMS)
    return answer
